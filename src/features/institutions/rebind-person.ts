import type { Tx } from '../../database/index.ts';
import { moveInvitations } from './invitations.store.ts';
import { moveMembers } from './members.store.ts';

export async function rebindPerson(tx: Tx, from: string, to: string): Promise<void> {
  await moveMembers(tx, from, to);
  await moveInvitations(tx, from, to);
}
