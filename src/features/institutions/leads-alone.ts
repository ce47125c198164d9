import type { Database } from '../../database/index.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Institution } from './institution.ts';
import { findInstitution } from './institutions.store.ts';
import { isLastAdministrator } from './last-administrator.ts';
import { listMembers, listMemberships } from './members.store.ts';

/** Institutions that nobody would administer any more if this person were gone. */
export async function leadsAlone(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  personId: string,
): Promise<Institution[]> {
  const now = clock.now();
  const held = await database.asPerson(personId, (tx) => listMemberships(tx, personId, now));
  const alone: Institution[] = [];
  for (const institutionId of new Set(held.map((one) => one.institutionId))) {
    const found = await database.asInstitution(institutionId, async (tx) => {
      const members = await listMembers(tx, institutionId);
      const own = members.filter((member) => member.personId === personId);
      return own.some((member) => isLastAdministrator(member, members, now))
        ? await findInstitution(tx, institutionId)
        : undefined;
    });
    if (found) alone.push(found);
  }
  return alone;
}
