import type { Insertable } from 'kysely';
import type { Tables, Tx } from '../../database/index.ts';
import type { Text } from '../../formats/index.ts';

export type OwnRole = {
  readonly id: string;
  readonly slug: string;
  readonly name: Text;
  readonly permissions: readonly string[];
};

export async function insertRole(tx: Tx, row: Insertable<Tables['roles']>): Promise<void> {
  await tx.insertInto('roles').values(row).execute();
}

export async function listRoles(tx: Tx, institutionId: string): Promise<OwnRole[]> {
  const rows = await tx
    .selectFrom('roles')
    .select(['id', 'slug', 'name', 'permissions'])
    .where('institutionId', '=', institutionId)
    .orderBy('slug')
    .execute();
  return rows as unknown as OwnRole[]; // name is the Text that insertRole wrote
}

export async function updateRole(
  tx: Tx,
  id: string,
  change: { name: string; permissions: string[] },
): Promise<void> {
  await tx.updateTable('roles').set(change).where('id', '=', id).execute();
}

export async function deleteRole(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('roles').where('id', '=', id).execute();
}

/** How many hold it, or are invited to it. */
export async function countHolders(tx: Tx, institutionId: string): Promise<Map<string, number>> {
  const held = await tx
    .selectFrom('members')
    .select((query) => ['role', query.fn.countAll<string>().as('count')] as const)
    .where('institutionId', '=', institutionId)
    .groupBy('role')
    .execute();
  const invited = await tx
    .selectFrom('invitations')
    .select((query) => ['role', query.fn.countAll<string>().as('count')] as const)
    .where('institutionId', '=', institutionId)
    .where('state', '=', 'pending')
    .groupBy('role')
    .execute();
  const holders = new Map<string, number>();
  for (const { role, count } of [...held, ...invited])
    holders.set(role, (holders.get(role) ?? 0) + Number(count));
  return holders;
}
