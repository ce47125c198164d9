import type { Tx } from '../../database/index.ts';
import { moveClients } from './api-clients.store.ts';
import { moveMembers } from './members.store.ts';

/**
 * The roles and invitations of one person become another's, and so do the programs that they made; a role that both have
 * is kept once (DECISIONS 21, 22).
 */
export async function rebindPerson(tx: Tx, from: string, to: string): Promise<void> {
  await moveMembers(tx, from, to);
  await moveClients(tx, from, to);
}
