import { sql } from 'kysely';
import type { Tx } from '../../database/index.ts';
import type { Person } from './accounts.store.ts';

export async function moveIdentities(tx: Tx, from: string, to: string): Promise<void> {
  await tx.updateTable('identities').set({ personId: to }).where('personId', '=', from).execute();
  await tx.updateTable('passkeys').set({ personId: to }).where('personId', '=', from).execute();
  await tx.deleteFrom('sessions').where('personId', '=', from).execute();
  await tx.deleteFrom('signIns').where('linkPersonId', '=', from).execute();
  await tx.deleteFrom('passkeyChallenges').where('personId', '=', from).execute();
  await tx.deleteFrom('factorResets').where('personId', '=', from).execute();
}

/** Where letters go is the survivor's choice; an address that both have is kept once. */
export async function moveLettersAndNames(tx: Tx, from: string, to: string): Promise<void> {
  await tx
    .deleteFrom('emailAddresses')
    .where('personId', '=', from)
    .where('address', 'in', (query) =>
      query.selectFrom('emailAddresses').select('address').where('personId', '=', to),
    )
    .execute();
  await tx
    .updateTable('emailAddresses')
    .set({ personId: to, isPrimary: false })
    .where('personId', '=', from)
    .execute();
  await tx.deleteFrom('emailCodes').where('personId', '=', from).execute();
  await tx.updateTable('nameChanges').set({ personId: to }).where('personId', '=', from).execute();
}

/** Both rows, held in one order, so that two merges about the same people follow each other. */
export function lockPeople(tx: Tx, ids: readonly string[]): Promise<Person[]> {
  return tx
    .selectFrom('people')
    .selectAll()
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** What was merged before goes along; the emptied row stays for its audit entries and opens nothing. */
export async function markMerged(tx: Tx, from: string, to: string): Promise<void> {
  await tx.updateTable('people').set({ mergedInto: to }).where('mergedInto', '=', from).execute();
  await tx.updateTable('people').set({ mergedInto: to, name: '' }).where('id', '=', from).execute();
}

export async function countOwn(
  tx: Tx,
  personId: string,
): Promise<{ identities: number; addresses: number; passkeys: number }> {
  const { rows } = await sql<{ identities: string; addresses: string; passkeys: string }>`SELECT
    (SELECT count(*) FROM identities WHERE person_id = ${personId}) AS identities,
    (SELECT count(*) FROM email_addresses WHERE person_id = ${personId}) AS addresses,
    (SELECT count(*) FROM passkeys WHERE person_id = ${personId}) AS passkeys`.execute(tx);
  const [row] = rows;
  return {
    identities: Number(row?.identities),
    addresses: Number(row?.addresses),
    passkeys: Number(row?.passkeys),
  };
}
