import type { Database } from '../../database/index.ts';
import { deleteCodesBefore } from './email-codes.store.ts';
import { deleteEndedResets } from './factor-resets.store.ts';
import { deleteEndedSessions } from './sessions.store.ts';
import { deleteExpiredSignIns } from './sign-ins.store.ts';

/** What no one can use any more: sessions and sign-ins that are over, codes of before that instant. */
export async function removeExpiredAccess(
  { database }: { readonly database: Database },
  input: { readonly now: Date; readonly codesBefore: Date },
): Promise<void> {
  await database.asDoorkeeper(async (tx) => {
    await deleteCodesBefore(tx, input.codesBefore);
    await deleteExpiredSignIns(tx, input.now);
    await deleteEndedSessions(tx, input.now);
    await deleteEndedResets(tx, input.now);
  });
}
