import type { Insertable, Updateable } from 'kysely';
import type { Tables, Tx } from '../../database/index.ts';
import type { Cycle } from './cycle.ts';
import type { QualityEvent } from './process.ts';

const CYCLE = [
  'id',
  'institutionId',
  'designId',
  'n',
  'state',
  'round',
  'pack',
  'route',
  'proposalId',
  'expertId',
  'since',
  'target',
  'reviewDue',
  'stopsOn',
] as const;

export async function insertCycle(tx: Tx, row: Insertable<Tables['qualityCycles']>): Promise<void> {
  await tx.insertInto('qualityCycles').values(row).execute();
}

/** The newest of a design, locked: acts upon one design follow each other. */
export async function lockNewestCycle(tx: Tx, designId: string): Promise<Cycle | undefined> {
  const row = await tx
    .selectFrom('qualityCycles')
    .select(CYCLE)
    .where('designId', '=', designId)
    .orderBy('n', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
  return row as Cycle | undefined; // states and routes are held by the database's tables
}

export async function lockCycle(tx: Tx, id: string): Promise<Cycle | undefined> {
  const row = await tx
    .selectFrom('qualityCycles')
    .select(CYCLE)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row as Cycle | undefined;
}

export async function listCycles(tx: Tx, designId?: string): Promise<Cycle[]> {
  let query = tx.selectFrom('qualityCycles').select(CYCLE).orderBy('since');
  if (designId !== undefined) query = query.where('designId', '=', designId);
  return (await query.execute()) as Cycle[];
}

/** The one whose proposal became this version. */
export async function findCycleOfVersion(tx: Tx, versionId: string): Promise<Cycle | undefined> {
  const row = await tx
    .selectFrom('qualityCycles')
    .select(CYCLE)
    .where('proposalId', '=', versionId)
    .executeTakeFirst();
  return row as Cycle | undefined;
}

export async function updateCycle(
  tx: Tx,
  id: string,
  change: Updateable<Tables['qualityCycles']>,
): Promise<void> {
  await tx.updateTable('qualityCycles').set(change).where('id', '=', id).execute();
}

export async function insertEvent(tx: Tx, row: Insertable<Tables['qualityEvents']>): Promise<void> {
  await tx.insertInto('qualityEvents').values(row).execute();
}

export async function listEvents(
  tx: Tx,
  cycleId: string,
): Promise<(QualityEvent & { readonly detail: object })[]> {
  return await tx
    .selectFrom('qualityEvents')
    .select(['seq', 'act', 'fromState as from', 'toState as to', 'round', 'actorId', 'at', 'detail'])
    .where('cycleId', '=', cycleId)
    .orderBy('seq')
    .execute();
}

export async function insertMaker(tx: Tx, row: Insertable<Tables['qualityMakers']>): Promise<void> {
  await tx
    .insertInto('qualityMakers')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function listMakers(tx: Tx, cycleId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('qualityMakers')
    .select('makerId')
    .where('cycleId', '=', cycleId)
    .orderBy('since')
    .execute();
  return rows.map(({ makerId }) => makerId);
}
