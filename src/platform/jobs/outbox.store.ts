/** What was announced in a transaction. The row is written with the fact, or not at all. */
import { sql } from 'kysely';
import type { Tx } from '../../database/index.ts';
import { createUuid } from '../ids.ts';

export type Announcement = {
  readonly institutionId: string | null;
  readonly topic: string;
  /** Ids only, never personal text: the outbox outlives an erasure (DECISIONS 21). */
  readonly payload: Readonly<Record<string, unknown>>;
  /** Earliest instant at which the reactions may run. */
  readonly notBefore?: Date;
};

/** Woken by it, the relay need not wait for its next round. */
export const WAKE_CHANNEL = 'waarmerk_outbox';

export async function announce(tx: Tx, at: Date, announcement: Announcement): Promise<void> {
  await tx
    .insertInto('outbox')
    .values({
      id: createUuid(),
      institutionId: announcement.institutionId,
      topic: announcement.topic,
      payload: JSON.stringify(announcement.payload),
      notBefore: announcement.notBefore ?? null,
      announcedAt: at,
    })
    .execute();
  await sql`SELECT pg_notify(${WAKE_CHANNEL}, '')`.execute(tx);
}

export type Announced = Announcement & { readonly id: string };

/** Takes up to `limit` announcements out of the outbox; another relay skips those that this one holds. */
export async function takeAnnouncements(tx: Tx, limit: number): Promise<Announced[]> {
  const rows = await tx
    .deleteFrom('outbox')
    .where('id', 'in', (query) =>
      query.selectFrom('outbox').select('id').orderBy('id').limit(limit).forUpdate().skipLocked(),
    )
    .returning(['id', 'institutionId', 'topic', 'payload', 'notBefore'])
    .execute();
  return rows
    .sort((left, right) => (left.id < right.id ? -1 : 1))
    .map((row) => ({
      id: row.id,
      institutionId: row.institutionId,
      topic: row.topic,
      payload: row.payload as Record<string, unknown>, // written by announce() above
      ...(row.notBefore ? { notBefore: row.notBefore } : {}),
    }));
}
