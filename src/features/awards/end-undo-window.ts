import { appendAuditEntry, system } from '../audit/index.ts';
import { grantPending } from './awards.store.ts';
import { announceGranted, type GrantDeps } from './grant-awards.ts';

/** What nobody took back is granted. Run twice it grants nothing twice: only pending awards move. */
export async function endUndoWindow(
  deps: Pick<GrantDeps, 'database' | 'clock'>,
  institutionId: string,
  input: { batchId: string },
): Promise<number> {
  return await deps.database.asWorker(institutionId, async (tx) => {
    const now = deps.clock.now();
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
