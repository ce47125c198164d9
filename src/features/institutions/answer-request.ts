import { announce } from '../../platform/jobs/index.ts';
import { notFound } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { asOpened, type FirstDay, type OpenDeps, requireFree, writeFirstDay } from './open-institution.ts';
import { asOperator } from './operator.ts';
import { requestDecided } from './organisation.problems.ts';
import type { OrganisationDeps } from './organisation-deps.ts';
import {
  findRequest,
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
 * Makes the institution, under the id of its request. Who asked is forgotten here: the invitation knows the address
 * from now on. What the operator decided stands in the trail of the institution, like all else they do to it.
 *
 * @throws Problem 404, 409 for a request that was answered and for a name that is taken
 */
export async function approveRequest(
  deps: OpenDeps,
  actor: Actor,
  input: { readonly requestId: string; readonly firstDay: FirstDay },
): Promise<{ readonly institutionId: string }> {
  const operator = await asOperator(deps, actor);
  const { requestId: institutionId, firstDay } = input;
  await deps.database.asInstitution(operator.institutionId, async (tx) =>
    requireWaiting(await findRequest(tx, institutionId)),
  );
  await requireFree(deps, firstDay);
  await asOpened(deps, institutionId, firstDay, async (tx) => {
    const request = requireWaiting(await lockRequest(tx, institutionId));
    await writeFirstDay(deps, tx, { ...firstDay, institutionId, operator });
    const now = deps.clock.now();
    await updateRequest(tx, request.id, {
      state: 'approved',
      institutionId,
      contactName: null,
      contactAddress: null,
      decidedAt: now,
      decidedBy: operator.kind === 'person' ? operator.personId : null,
    });
    await appendAuditEntry(tx, now, {
      actor: operator,
      institutionId,
      action: 'institution-request.approved',
      subject: { kind: 'institution-request', id: request.id },
    });
  });
  return { institutionId };
}

/** The reason is mailed to who asked. */
export async function declineRequest(
  deps: OrganisationDeps,
  actor: Actor,
  input: { readonly requestId: string; readonly reason: string },
): Promise<void> {
  const staff = await asOperator(deps, actor);
  await deps.database.asInstitution(staff.institutionId, async (tx) => {
    const request = requireWaiting(await lockRequest(tx, input.requestId));
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

function requireWaiting(request: InstitutionRequest | undefined): InstitutionRequest {
  if (!request) throw notFound();
  if (request.state !== 'waiting') throw requestDecided();
  return request;
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
