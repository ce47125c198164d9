import { announce } from '../../platform/jobs/index.ts';
import { appendAuditEntry, system } from '../audit/index.ts';
import { findInstitution } from '../institutions/index.ts';
import { grantPending } from './awards.store.ts';
import { announceGranted, type GrantDeps } from './grant-awards.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * What nobody took back is granted. Run twice it grants nothing twice: only pending awards move. While its institution is
 * archived nothing is granted, so it is looked at again a day later.
 */
export async function endUndoWindow(
  deps: Pick<GrantDeps, 'database' | 'clock'>,
  institutionId: string,
  input: { batchId: string },
): Promise<number> {
  return await deps.database.asWorker(institutionId, async (tx) => {
    const now = deps.clock.now();
    if ((await findInstitution(tx, institutionId))?.archivedAt) {
      await announce(tx, now, {
        institutionId,
        topic: 'undo-window-ended',
        payload: input,
        notBefore: new Date(now.getTime() + DAY_MS),
      });
      return 0;
    }
    const granted = await grantPending(tx, input.batchId, now);
    if (granted.length === 0) return 0;
    await appendAuditEntry(tx, now, {
      actor: system,
      institutionId,
      action: 'awards.granted',
      subject: { kind: 'batch', id: input.batchId },
      detail: { awards: granted.length },
    });
    await announceGranted(tx, now, institutionId, granted);
    return granted.length;
  });
}
