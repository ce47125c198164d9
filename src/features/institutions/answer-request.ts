import { announce } from '../../platform/jobs/index.ts';
import { notFound } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { type FirstDay, openInstitution } from './open-institution.ts';
import { asOperator } from './operator.ts';
import { requestDecided } from './organisation.problems.ts';
import type { OrganisationDeps } from './organisation-deps.ts';
import {
  forgetRequestsBefore,
  type InstitutionRequest,
  listRequests,
  lockRequest,
  updateRequest,
} from './requests.store.ts';

export async function listInstitutionRequests(
  deps: OrganisationDeps,
  actor: Actor,
): Promise<InstitutionRequest[]> {
  const staff = await asOperator(deps, actor);
  return await deps.database.asInstitution(staff.institutionId, listRequests);
}

/**
 * Makes the institution. Who asked is forgotten here: the invitation knows the address from now on.
 *
 * @returns to whom the first invitation goes
 */
export async function approveRequest(
  deps: OrganisationDeps,
  actor: Actor,
  input: { readonly requestId: string; readonly firstDay: FirstDay },
): Promise<{ readonly institutionId: string; readonly address: string | null }> {
  const staff = await asOperator(deps, actor);
  return await deps.database.asInstitution(staff.institutionId, async (tx) => {
    const request = await lockRequest(tx, input.requestId);
    if (!request) throw notFound();
    if (request.state !== 'waiting') throw requestDecided();
    // In the new institution's own context; this transaction holds the request meanwhile.
    const { institutionId } = await openInstitution(deps, actor, input.firstDay);
    const now = deps.clock.now();
    await updateRequest(tx, request.id, {
      state: 'approved',
      institutionId,
      contactName: null,
      contactAddress: null,
      decidedAt: now,
      decidedBy: staff.kind === 'person' ? staff.personId : null,
    });
    await appendAuditEntry(tx, now, {
      actor: staff,
      institutionId: staff.institutionId,
      action: 'institution-request.approved',
      subject: { kind: 'institution-request', id: request.id },
      detail: { institution: institutionId },
    });
    return { institutionId, address: request.contactAddress };
  });
}

/** The reason is mailed to who asked. */
export async function declineRequest(
  deps: OrganisationDeps,
  actor: Actor,
  input: { readonly requestId: string; readonly reason: string },
): Promise<void> {
  const staff = await asOperator(deps, actor);
  await deps.database.asInstitution(staff.institutionId, async (tx) => {
    const request = await lockRequest(tx, input.requestId);
    if (!request) throw notFound();
    if (request.state !== 'waiting') throw requestDecided();
    const now = deps.clock.now();
    await updateRequest(tx, request.id, {
      state: 'declined',
      reason: input.reason,
      decidedAt: now,
      decidedBy: staff.kind === 'person' ? staff.personId : null,
    });
    await appendAuditEntry(tx, now, {
      actor: staff,
      institutionId: staff.institutionId,
      action: 'institution-request.declined',
      subject: { kind: 'institution-request', id: request.id },
    });
    await announce(tx, now, {
      institutionId: staff.institutionId,
      topic: 'institution-request-declined',
      payload: { requestId: request.id },
    });
  });
}

const KEPT_MS = 90 * 86_400_000;

/** Ninety days after a refusal nothing of who asked is left. */
export async function forgetDeclinedRequests(
  deps: Pick<OrganisationDeps, 'database' | 'clock'>,
): Promise<void> {
  await deps.database.asWorker(null, (tx) =>
    forgetRequestsBefore(tx, new Date(deps.clock.now().getTime() - KEPT_MS)),
  );
}
