import type { Insertable } from 'kysely';
import type { Tables, Tx } from '../../database/index.ts';
import type { Unit } from './institution.ts';

export async function insertUnit(tx: Tx, row: Insertable<Tables['units']>): Promise<void> {
  await tx.insertInto('units').values(row).execute();
}

export async function listUnits(tx: Tx, institutionId: string): Promise<Unit[]> {
  const rows = await tx
    .selectFrom('units')
    .select(['id', 'institutionId', 'slug', 'name'])
    .where('institutionId', '=', institutionId)
    .orderBy('slug')
    .execute();
  return rows as unknown as Unit[]; // name is the Text that insertUnit wrote
}

/** For each unit: its own id and those of everything below it. */
export async function listUnitBranches(
  tx: Tx,
  institutionIds: readonly string[],
): Promise<Map<string, string[]>> {
  const units = await tx
    .selectFrom('units')
    .select(['id', 'parentId'])
    .where('institutionId', 'in', [...institutionIds])
    .execute();
  const children = Map.groupBy(units, (unit) => unit.parentId);
  const below = (id: string): string[] => [
    id,
    ...(children.get(id) ?? []).flatMap((child) => below(child.id)),
  ];
  return new Map(units.map(({ id }) => [id, below(id)]));
}
