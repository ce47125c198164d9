import type { Insertable, Selectable } from 'kysely';
import type { Tables, Tx } from '../../database/index.ts';

export type EmailCode = Selectable<Tables['emailCodes']>;

export async function insertEmailCode(tx: Tx, row: Insertable<Tables['emailCodes']>): Promise<void> {
  await tx.insertInto('emailCodes').values(row).execute();
}

export async function countCodesSince(tx: Tx, address: string, since: Date): Promise<number> {
  const { count } = await tx
    .selectFrom('emailCodes')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('address', '=', address)
    .where('createdAt', '>', since)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export function findEmailCode(tx: Tx, id: string): Promise<EmailCode | undefined> {
  return tx.selectFrom('emailCodes').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The newest of this browser, held until the transaction ends: two tries at once are two tries. */
export function lockNewestCode(tx: Tx, browserHash: Buffer): Promise<EmailCode | undefined> {
  return tx
    .selectFrom('emailCodes')
    .selectAll()
    .where('browserHash', '=', browserHash)
    .orderBy('id', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
}

/** The one that a letter's link names, held likewise. */
export function lockEmailCode(tx: Tx, id: string): Promise<EmailCode | undefined> {
  return tx.selectFrom('emailCodes').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function updateEmailCode(
  tx: Tx,
  id: string,
  changes: Partial<Pick<EmailCode, 'tries' | 'usedAt'>>,
): Promise<void> {
  await tx.updateTable('emailCodes').set(changes).where('id', '=', id).execute();
}

export async function deleteCodesBefore(tx: Tx, instant: Date): Promise<void> {
  await tx.deleteFrom('emailCodes').where('createdAt', '<', instant).execute();
}

/** Theirs, and those that were sent to an address of theirs before anyone was signed in. */
export async function deleteCodesOf(tx: Tx, personId: string): Promise<void> {
  await tx
    .deleteFrom('emailCodes')
    .where((where) =>
      where.or([
        where('personId', '=', personId),
        where('address', 'in', (query) =>
          query.selectFrom('emailAddresses').select('address').where('personId', '=', personId),
        ),
      ]),
    )
    .execute();
}
