import type { Tx } from '../../database/index.ts';
import { deleteInvitationsOf } from './invitations.store.ts';
import { deleteMembersOf } from './members.store.ts';

/** They work nowhere any more. An invitation that nobody has answered belongs to whoever reads the address. */
export async function erasePerson(tx: Tx, personId: string, _at: Date): Promise<void> {
  await deleteMembersOf(tx, personId);
  await deleteInvitationsOf(tx, personId);
}
