/**
 * Addresses under which this installation signs or has signed (DECISIONS 1). An id under any of them is ours and
 * is answered from the database, never by a fetch.
 */
import type { Database, Tx } from '../../database/index.ts';

export async function recordOrigin(database: Database, origin: string, now: Date): Promise<string[]> {
  return await database.asDoorkeeper(async (tx) => {
    await tx
      .updateTable('origins')
      .set({ validUntil: now })
      .where('origin', '<>', origin)
      .where('validUntil', 'is', null)
      .execute();
    await tx
      .insertInto('origins')
      .values({ origin, validFrom: now })
      .onConflict((conflict) => conflict.column('origin').doUpdateSet({ validUntil: null }))
      .execute();
    return await listOrigins(tx);
  });
}

/** Newest first. */
export async function listOrigins(tx: Tx): Promise<string[]> {
  const rows = await tx.selectFrom('origins').select('origin').orderBy('validFrom', 'desc').execute();
  return rows.map((row) => row.origin);
}
