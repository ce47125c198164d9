import type { Insertable } from 'kysely';
import type { Tables, Tx } from '../../database/index.ts';

export type LetterWish = {
  readonly id: string;
  /** Null: from no institution at all. */
  readonly institutionId: string | null;
};

export function listWishes(tx: Tx, addressDigest: Buffer): Promise<LetterWish[]> {
  return tx
    .selectFrom('letterWishes')
    .select(['id', 'institutionId'])
    .where('addressDigest', '=', addressDigest)
    .orderBy('wishedAt')
    .orderBy('id')
    .execute();
}

/** @returns whether it was new */
export async function insertWish(tx: Tx, row: Insertable<Tables['letterWishes']>): Promise<boolean> {
  const inserted = await tx
    .insertInto('letterWishes')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** @returns whether it was there */
export async function deleteWish(tx: Tx, id: string): Promise<boolean> {
  const gone = await tx.deleteFrom('letterWishes').where('id', '=', id).returning('id').executeTakeFirst();
  return gone !== undefined;
}
