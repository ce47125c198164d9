import { announce } from '../../platform/jobs/index.ts';
import { notFound } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { requirePermission } from '../institutions/index.ts';
import { setStatus } from '../status/index.ts';
import { type Award, isStanding, type RevocationReason } from './award.ts';
import { notStanding, stillPending } from './awards.problems.ts';
import { lockAward, markRevoked } from './awards.store.ts';
import type { GrantDeps } from './grant-awards.ts';
import { requireAtDesign } from './require-at-design.ts';

/**
 * One act, one bit for every edition: every format of the award falls together, in one transaction.
 *
 * @throws Problem 409 when it is pending (undo it) or was declined; revoking twice is one revocation
 */
export async function revokeAward(
  deps: Pick<GrantDeps, 'database' | 'clock'>,
  actor: Actor,
  input: { award: string; reason: RevocationReason; note?: string },
): Promise<Award> {
  const staff = requirePermission(actor, 'awards.revoke', 'anywhere');
  return await deps.database.asInstitution(staff.institutionId, async (tx) => {
    const award = await lockAward(tx, input.award);
    if (!award) throw notFound();
    await requireAtDesign(tx, staff, 'awards.revoke', award.designId);
    if (award.state === 'revoked') return award;
    if (award.state === 'pending') throw stillPending();
    if (!isStanding(award)) throw notStanding();
    const now = deps.clock.now();
    const { institutionId } = staff;
    const note = input.note || null;
    await markRevoked(tx, award.id, { at: now, reason: input.reason, note });
    const lists = await setStatus(tx, [award.id], { at: now, reason: input.reason });
    await appendAuditEntry(tx, now, {
      actor: staff,
      institutionId,
      action: 'award.revoked',
      subject: { kind: 'award', id: award.id },
      personId: award.personId,
      detail: { reason: input.reason },
    });
    for (const listId of lists)
      await announce(tx, now, { institutionId, topic: 'status-changed', payload: { listId } });
    await announce(tx, now, { institutionId, topic: 'award-revoked', payload: { awardId: award.id } });
    return {
      ...award,
      state: 'revoked',
      revokedAt: now,
      revocationReason: input.reason,
      revocationNote: note,
    };
  });
}
