import type { Insertable, Updateable } from 'kysely';
import type { Tables, Tx } from '../../database/index.ts';
import type { Unit } from './institution.ts';

export async function insertUnit(tx: Tx, row: Insertable<Tables['units']>): Promise<void> {
  await tx.insertInto('units').values(row).execute();
}

const UNIT = [
  'id',
  'institutionId',
  'parentId',
  'slug',
  'name',
  'description',
  'logo',
  'website',
  'linkedinId',
  'sort',
  'visibility',
  'onBehalfOf',
  'archivedAt',
] as const;

/** Archived ones too: designs and awards name them. */
export async function listUnits(tx: Tx, institutionId: string): Promise<Unit[]> {
  const rows = await tx
    .selectFrom('units')
    .select(UNIT)
    .where('institutionId', '=', institutionId)
    .orderBy('slug')
    .execute();
  return rows as unknown as Unit[]; // shapes of jsonb columns are those that this store wrote
}

/** Whoever changes the tree waits for whoever is changing it, and decides on what they left. */
export async function lockUnits(tx: Tx, institutionId: string): Promise<Unit[]> {
  await tx.selectFrom('institutions').select('id').where('id', '=', institutionId).forUpdate().execute();
  return await listUnits(tx, institutionId);
}

export async function updateUnit(tx: Tx, id: string, change: Updateable<Tables['units']>): Promise<void> {
  await tx.updateTable('units').set(change).where('id', '=', id).execute();
}

export async function deleteUnit(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('units').where('id', '=', id).execute();
}

/** For each unit: its own id and those of everything below it. Roles at an archived unit reach nothing. */
export async function listUnitBranches(
  tx: Tx,
  institutionIds: readonly string[],
): Promise<Map<string, string[]>> {
  const units = await tx
    .selectFrom('units')
    .select(['id', 'parentId', 'archivedAt'])
    .where('institutionId', 'in', [...institutionIds])
    .execute();
  const children = Map.groupBy(units, (unit) => unit.parentId);
  const below = (id: string): string[] => [
    id,
    ...(children.get(id) ?? []).flatMap((child) => below(child.id)),
  ];
  return new Map(units.map(({ id, archivedAt }) => [id, archivedAt ? [] : below(id)]));
}
