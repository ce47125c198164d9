import type { Database } from '../../database/index.ts';
import { deleteAllExpiredTokens } from './api-clients.store.ts';
import { deleteInvitationsBefore } from './invitations.store.ts';

/** Tokens that open nothing any more, and invitations that were over at that instant. */
export async function removeExpiredInvitations(
  { database }: { readonly database: Database },
  input: { readonly institutionId: string; readonly before: Date },
): Promise<void> {
  await database.asWorker(input.institutionId, (tx) => deleteInvitationsBefore(tx, input.before));
}

export async function removeExpiredTokens(
  { database }: { readonly database: Database },
  input: { readonly now: Date },
): Promise<void> {
  await database.asDoorkeeper((tx) => deleteAllExpiredTokens(tx, input.now));
}
