import type { Tx } from '../../database/index.ts';
import { listInvitationsOf } from './invitations.store.ts';
import { listMembersOf } from './members.store.ts';

/** Where they work or worked, in which role, and what they were invited to. */
export async function exportPerson(tx: Tx, personId: string): Promise<Record<string, unknown>> {
  return {
    memberships: (await listMembersOf(tx, personId)).map((one) => ({
      institutionId: one.institutionId,
      identifier: one.identifier,
      name: one.name,
      role: one.role,
      validUntil: one.validUntil,
      createdAt: one.createdAt,
    })),
    invitations: (await listInvitationsOf(tx, personId)).map((one) => ({
      institutionId: one.institutionId,
      address: one.address,
      role: one.role,
      state: one.state,
      createdAt: one.createdAt,
      answeredAt: one.answeredAt,
    })),
  };
}
