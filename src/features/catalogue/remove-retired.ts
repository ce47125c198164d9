import type { Database } from '../../database/index.ts';
import { deleteEntry, lockEntry } from './catalogue.store.ts';

/** What is offered no longer leaves the catalogue; its page stays, because awards name it. */
export async function removeRetired(
  deps: { readonly database: Database },
  institutionId: string,
  input: { designId: string },
): Promise<void> {
  await deps.database.asWorker(institutionId, async (tx) => {
    await lockEntry(tx, input.designId);
    await deleteEntry(tx, input.designId);
  });
}
