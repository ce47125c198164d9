import type { Database } from '../../database/index.ts';
import type { Clock } from '../../platform/clock.ts';
import { createUuid } from '../../platform/ids.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { insertMember } from './members.store.ts';
import type { Role } from './permissions.ts';

export type NewMember = {
  readonly institutionId: string;
  /** As their own institution's provider writes it: an eduPersonPrincipalName or an e-mail address. */
  readonly identifier: string;
  readonly name: string;
  readonly role: Role;
  /** Held there and below; absent: everywhere in the institution. */
  readonly unitId?: string;
  readonly validUntil?: Date;
};

/** Names a member beforehand; the first sign-in through the institution's own provider makes them one. */
export function addMember(
  deps: { readonly database: Database; readonly clock: Clock },
  actor: Exclude<Actor, { kind: 'anonymous' }>,
  input: NewMember,
): Promise<void> {
  return deps.database.asInstitution(input.institutionId, async (tx) => {
    const id = createUuid();
    await insertMember(tx, {
      id,
      institutionId: input.institutionId,
      unitId: input.unitId ?? null,
      identifier: input.identifier.trim().toLowerCase(),
      name: input.name,
      role: input.role,
      validUntil: input.validUntil ?? null,
      createdAt: deps.clock.now(),
    });
    await appendAuditEntry(tx, deps.clock.now(), {
      actor,
      institutionId: input.institutionId,
      action: 'member.added',
      subject: { kind: 'member', id },
      detail: { role: input.role },
    });
  });
}
