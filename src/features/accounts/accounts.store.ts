/** People, who they are elsewhere, and the addresses they have proven. */
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Tables, Tx } from '../../database/index.ts';

export type Person = Selectable<Tables['people']>;
export type IdentityRow = Selectable<Tables['identities']>;

/**
 * Two acts about one identity or one address run one after the other, so that a first sign-in in two windows
 * makes one person. Ends with the transaction.
 */
export async function lockName(tx: Tx, name: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 727275))`.execute(tx);
}

export async function insertPerson(tx: Tx, row: Insertable<Tables['people']>): Promise<void> {
  await tx.insertInto('people').values(row).execute();
}

export function findPerson(tx: Tx, id: string): Promise<Person | undefined> {
  return tx.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function updatePerson(
  tx: Tx,
  id: string,
  changes: Pick<Updateable<Tables['people']>, 'name' | 'language'>,
): Promise<void> {
  await tx.updateTable('people').set(changes).where('id', '=', id).execute();
}

export async function insertIdentity(tx: Tx, row: Insertable<Tables['identities']>): Promise<void> {
  await tx.insertInto('identities').values(row).execute();
}

/** By the two names that together are the key, and by nothing else. */
export function findIdentity(
  tx: Tx,
  key: { readonly issuer: string; readonly subject: string },
): Promise<IdentityRow | undefined> {
  return tx
    .selectFrom('identities')
    .selectAll()
    .where('issuer', '=', key.issuer)
    .where('subject', '=', key.subject)
    .executeTakeFirst();
}

export function listIdentities(tx: Tx, personId: string): Promise<IdentityRow[]> {
  return tx
    .selectFrom('identities')
    .selectAll()
    .where('personId', '=', personId)
    .orderBy('linkedAt')
    .execute();
}

/** What the provider says now stands; a principal name that was given to someone else is no longer theirs. */
export async function refreshIdentity(
  tx: Tx,
  id: string,
  stated: Pick<IdentityRow, 'name' | 'identifiers' | 'lastUsedAt'>,
): Promise<void> {
  await tx.updateTable('identities').set(stated).where('id', '=', id).execute();
}

/** @returns whether it was new to this person */
export async function addAddress(tx: Tx, row: Insertable<Tables['emailAddresses']>): Promise<boolean> {
  const added = await tx
    .insertInto('emailAddresses')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('address')
    .executeTakeFirst();
  return added !== undefined;
}

export async function listAddresses(tx: Tx, personId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('emailAddresses')
    .select('address')
    .where('personId', '=', personId)
    .orderBy('verifiedAt')
    .orderBy('address')
    .execute();
  return rows.map(({ address }) => address);
}

export function listAddressRows(tx: Tx, personId: string): Promise<Selectable<Tables['emailAddresses']>[]> {
  return tx
    .selectFrom('emailAddresses')
    .selectAll()
    .where('personId', '=', personId)
    .orderBy('verifiedAt')
    .orderBy('address')
    .execute();
}

/** With whatever hangs on the person, and with accounts that were merged into theirs. */
export async function deletePerson(tx: Tx, personId: string): Promise<void> {
  await tx.deleteFrom('people').where('mergedInto', '=', personId).execute();
  await tx.deleteFrom('people').where('id', '=', personId).execute();
}

export async function moveAccount(tx: Tx, from: string, to: string): Promise<void> {
  await tx.updateTable('identities').set({ personId: to }).where('personId', '=', from).execute();
  await tx
    .deleteFrom('emailAddresses')
    .where('personId', '=', from)
    .where('address', 'in', (query) =>
      query.selectFrom('emailAddresses').select('address').where('personId', '=', to),
    )
    .execute();
  await tx.updateTable('emailAddresses').set({ personId: to }).where('personId', '=', from).execute();
}

export async function listMergedInto(tx: Tx, personId: string): Promise<string[]> {
  const rows = await tx.selectFrom('people').select('id').where('mergedInto', '=', personId).execute();
  return rows.map(({ id }) => id);
}
