import { notFound } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { requirePermission } from '../institutions/index.ts';
import { windowOver } from './awards.problems.ts';
import { deletePending, findAward } from './awards.store.ts';
import { findBatch, markBatchUndone } from './batches.store.ts';
import type { GrantDeps } from './grant-awards.ts';
import { requireAtDesign } from './require-at-design.ts';

type UndoDeps = Pick<GrantDeps, 'database' | 'clock'>;

/** Takes back a batch inside its window: nothing of it was signed, sent or logged, and nothing remains but this line. */
export async function undoBatch(
  deps: UndoDeps,
  actor: Actor,
  input: { batch: string },
): Promise<{ undone: number }> {
  const staff = requirePermission(actor, 'awards.grant', 'anywhere');
  return await deps.database.asInstitution(staff.institutionId, async (tx) => {
    const now = deps.clock.now();
    const batch = await findBatch(tx, input.batch);
    if (!batch) throw notFound();
    await requireAtDesign(tx, staff, 'awards.grant', batch.designId);
    const undone = await deletePending(tx, { batchId: batch.id }, now);
    if (undone.length === 0 && !batch.undoneAt) throw windowOver();
    await markBatchUndone(tx, batch.id, batch.undoneAt ?? now);
    if (undone.length > 0) {
      await appendAuditEntry(tx, now, {
        actor: staff,
        institutionId: staff.institutionId,
        action: 'awards.undone',
        subject: { kind: 'batch', id: batch.id },
        detail: { awards: undone.length },
      });
    }
    return { undone: undone.length };
  });
}

/** One award out of a batch that still waits. */
export async function undoAward(deps: UndoDeps, actor: Actor, input: { award: string }): Promise<void> {
  const staff = requirePermission(actor, 'awards.grant', 'anywhere');
  await deps.database.asInstitution(staff.institutionId, async (tx) => {
    const now = deps.clock.now();
    const award = await findAward(tx, input.award);
    if (!award) throw notFound();
    await requireAtDesign(tx, staff, 'awards.grant', award.designId);
    const undone = await deletePending(tx, { id: award.id }, now);
    if (undone.length === 0) throw windowOver();
    await appendAuditEntry(tx, now, {
      actor: staff,
      institutionId: staff.institutionId,
      action: 'award.undone',
      subject: { kind: 'award', id: award.id },
    });
  });
}
