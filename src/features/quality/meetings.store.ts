import type { Insertable, Updateable } from 'kysely';
import type { Tables, Tx } from '../../database/index.ts';

export type Meeting = {
  readonly id: string;
  readonly institutionId: string;
  readonly day: string;
  readonly place: string;
  readonly state: 'planned' | 'open' | 'closed';
  readonly presentIds: readonly string[];
  readonly minutes: string;
};

export type AgendaItem = { readonly cycleId: string; readonly round: number; readonly position: number };

const MEETING = ['id', 'institutionId', 'day', 'place', 'state', 'presentIds', 'minutes'] as const;

export async function insertMeeting(tx: Tx, row: Insertable<Tables['qualityMeetings']>): Promise<void> {
  await tx.insertInto('qualityMeetings').values(row).execute();
}

export function listMeetings(tx: Tx): Promise<Meeting[]> {
  return tx.selectFrom('qualityMeetings').select(MEETING).orderBy('day', 'desc').orderBy('id').execute();
}

export function findMeeting(tx: Tx, id: string): Promise<Meeting | undefined> {
  return tx.selectFrom('qualityMeetings').select(MEETING).where('id', '=', id).executeTakeFirst();
}

export function lockMeeting(tx: Tx, id: string): Promise<Meeting | undefined> {
  return tx.selectFrom('qualityMeetings').select(MEETING).where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function updateMeeting(
  tx: Tx,
  id: string,
  change: Updateable<Tables['qualityMeetings']>,
): Promise<void> {
  await tx.updateTable('qualityMeetings').set(change).where('id', '=', id).execute();
}

export async function insertAgendaItem(tx: Tx, row: Insertable<Tables['qualityAgenda']>): Promise<boolean> {
  const made = await tx
    .insertInto('qualityAgenda')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('cycleId')
    .executeTakeFirst();
  return made !== undefined;
}

/** @returns how many stood there */
export async function deleteAgendaItems(
  tx: Tx,
  meetingId: string,
  cycleIds: readonly string[],
): Promise<number> {
  if (cycleIds.length === 0) return 0;
  const { numDeletedRows } = await tx
    .deleteFrom('qualityAgenda')
    .where('meetingId', '=', meetingId)
    .where('cycleId', 'in', [...cycleIds])
    .executeTakeFirst();
  return Number(numDeletedRows);
}

export function listAgenda(tx: Tx, meetingId: string): Promise<AgendaItem[]> {
  return tx
    .selectFrom('qualityAgenda')
    .select(['cycleId', 'round', 'position'])
    .where('meetingId', '=', meetingId)
    .orderBy('position')
    .execute();
}

/** Cycle and round of everything that stands on some agenda already. */
export async function listScheduled(tx: Tx): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('qualityAgenda')
    .innerJoin('qualityMeetings', 'qualityMeetings.id', 'qualityAgenda.meetingId')
    .select(['qualityAgenda.cycleId', 'qualityAgenda.round'])
    .where('qualityMeetings.state', '<>', 'closed')
    .execute();
  return new Set(rows.map(({ cycleId, round }) => `${cycleId} ${round}`));
}
