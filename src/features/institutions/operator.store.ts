import { sql } from 'kysely';
import type { Tx } from '../../database/index.ts';

/** People with a role, each once. */
export async function countMembers(tx: Tx, institutionId: string): Promise<number> {
  const row = await tx
    .selectFrom('members')
    .select(sql<number>`count(DISTINCT identifier)::integer`.as('count'))
    .where('institutionId', '=', institutionId)
    .executeTakeFirst();
  return row?.count ?? 0;
}
