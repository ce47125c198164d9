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
  changes: Pick<Updateable<Tables['people']>, 'name' | 'language' | 'stayAskedUntil'>,
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
  stated: Pick<
    IdentityRow,
    'name' | 'identifiers' | 'addresses' | 'assurance' | 'affiliationUntil' | 'lastUsedAt'
  >,
): Promise<void> {
  await tx.updateTable('identities').set(stated).where('id', '=', id).execute();
}

/** @returns whether there was one to take away */
export async function deleteIdentity(
  tx: Tx,
  by: { readonly personId: string } & (
    | { readonly id: string }
    | { readonly issuer: string; readonly subject: string }
  ),
): Promise<boolean> {
  const query = tx.deleteFrom('identities').where('personId', '=', by.personId).returning('id');
  const row = await ('id' in by
    ? query.where('id', '=', by.id)
    : query.where('issuer', '=', by.issuer).where('subject', '=', by.subject)
  ).executeTakeFirst();
  return row !== undefined;
}

export type AddressRow = Selectable<Tables['emailAddresses']>;

/** @returns whether it was new to this person */
export async function addAddress(tx: Tx, row: Insertable<Tables['emailAddresses']>): Promise<boolean> {
  const added = await tx
    .insertInto('emailAddresses')
    .values(row)
    .onConflict((conflict) => conflict.columns(['personId', 'address']).doNothing())
    .returning('address')
    .executeTakeFirst();
  return added !== undefined;
}

/** The primary one first, then as they were proven. */
export function listAddressRows(tx: Tx, personId: string): Promise<AddressRow[]> {
  return tx
    .selectFrom('emailAddresses')
    .selectAll()
    .where('personId', '=', personId)
    .orderBy('isPrimary', 'desc')
    .orderBy('verifiedAt')
    .orderBy('address')
    .execute();
}

export async function listAddresses(tx: Tx, personId: string): Promise<string[]> {
  return (await listAddressRows(tx, personId)).map(({ address }) => address);
}

export async function deleteAddress(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('emailAddresses').where('id', '=', id).execute();
}

export async function setPrimaryAddress(tx: Tx, personId: string, id: string): Promise<void> {
  await tx
    .updateTable('emailAddresses')
    .set({ isPrimary: false })
    .where('personId', '=', personId)
    .where('isPrimary', '=', true)
    .execute();
  await tx.updateTable('emailAddresses').set({ isPrimary: true }).where('id', '=', id).execute();
}

/** With whatever hangs on the person, and with accounts that were merged into theirs. */
export async function deletePerson(tx: Tx, personId: string): Promise<void> {
  await tx.deleteFrom('people').where('mergedInto', '=', personId).execute();
  await tx.deleteFrom('people').where('id', '=', personId).execute();
}

export async function listMergedInto(tx: Tx, personId: string): Promise<string[]> {
  const rows = await tx.selectFrom('people').select('id').where('mergedInto', '=', personId).execute();
  return rows.map(({ id }) => id);
}

/** Undefined also when several people have proven it: an address is nobody's name. */
export async function findPersonByAddress(tx: Tx, address: string): Promise<string | undefined> {
  const rows = await tx
    .selectFrom('emailAddresses')
    .select('personId')
    .where('address', '=', address)
    .limit(2)
    .execute();
  return rows.length === 1 ? rows[0]?.personId : undefined;
}
