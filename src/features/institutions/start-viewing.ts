import type { Database } from '../../database/index.ts';
import type { Clock } from '../../platform/clock.ts';
import { notFound } from '../../platform/problem.ts';
import {
  endOfViewing,
  findPersonByAddress,
  normaliseAddress,
  requireFreshProof,
  setViewing,
} from '../accounts/index.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { findInstitutionBySlug } from './institutions.store.ts';
import { asOperator } from './operator.ts';
import { viewedUnknown } from './staff.problems.ts';

export const VIEWING_REASONS = ['asked-for-help', 'incident', 'legal-duty'] as const;

export type ViewingInput = {
  /** A proven address of the person, whole: nobody is found by looking around. */
  readonly address: string;
  /** As whose staff; absent: as themselves. */
  readonly institution?: string | undefined;
  readonly reason: (typeof VIEWING_REASONS)[number];
  /** Of the request for help: a number, no words about people. */
  readonly reference: string;
};

/**
 * Whoever runs the installation sees the pages as one person does, for half an hour and to read only. The person finds
 * it among what was done with their data: that it began, what was opened, and when it ended.
 *
 * @throws Problem 404 for everyone else, 403 without a fresh proof, 422 when nobody has proven that address
 */
export async function startViewing(
  deps: { readonly database: Database; readonly clock: Clock },
  actor: Actor,
  input: ViewingInput,
): Promise<void> {
  const operator = await asOperator(deps, actor);
  const { sessionId, personId: viewer } = requireFreshProof(deps, actor);
  if (sessionId === undefined) throw notFound();
  const now = deps.clock.now();
  await deps.database.asDoorkeeper(async (tx) => {
    const personId = await findPersonByAddress(tx, normaliseAddress(input.address));
    if (personId === undefined || personId === viewer) throw viewedUnknown();
    const institution = input.institution ? await findInstitutionBySlug(tx, input.institution) : undefined;
    if (input.institution && !institution) throw viewedUnknown();
    await setViewing(tx, sessionId, {
      viewedPersonId: personId,
      viewedInstitutionId: institution?.id ?? null,
      viewedUntil: endOfViewing(now),
    });
    await appendAuditEntry(tx, now, {
      actor: operator,
      institutionId: operator.institutionId,
      action: 'person.view-started',
      subject: { kind: 'person', id: personId },
      personId,
      detail: { reason: input.reason, reference: input.reference },
    });
  });
}

/** Back to themselves. Whoever views nobody is left as they are. */
export async function endViewing(
  deps: { readonly database: Database; readonly clock: Clock },
  actor: Actor,
): Promise<void> {
  if (actor.kind !== 'person' || !actor.viewedBy) return;
  const { personId, viewedBy } = actor;
  await deps.database.asDoorkeeper(async (tx) => {
    await setViewing(tx, viewedBy.sessionId, {
      viewedPersonId: null,
      viewedInstitutionId: null,
      viewedUntil: null,
    });
    await appendAuditEntry(tx, deps.clock.now(), {
      actor,
      institutionId: null,
      action: 'person.view-ended',
      subject: { kind: 'person', id: personId },
      personId,
    });
  });
}
