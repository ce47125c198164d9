import type { Database } from '../../database/index.ts';
import { forgetOldReferences } from './batches.store.ts';

/** Of lists that were granted before that instant, the institution's own names of rows go. */
export async function forgetOldLists(
  { database }: { readonly database: Database },
  input: { readonly institutionId: string; readonly before: Date },
): Promise<void> {
  await database.asWorker(input.institutionId, (tx) => forgetOldReferences(tx, input.before));
}
