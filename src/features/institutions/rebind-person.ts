import type { Tx } from '../../database/index.ts';
import { moveMembers } from './members.store.ts';

/** The roles and invitations of one person become another's; a role that both have is kept once (DECISIONS 21, 22). */
export async function rebindPerson(tx: Tx, from: string, to: string): Promise<void> {
  await moveMembers(tx, from, to);
}
