import { type Insertable, type Selectable, sql } from 'kysely';
import type { Tables, Tx } from '../../database/index.ts';

export type AuditRow = Selectable<Tables['auditEntries']>;

const CHUNK = 500;

export async function insertAuditEntries(
  tx: Tx,
  rows: readonly Insertable<Tables['auditEntries']>[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += CHUNK)
    await tx
      .insertInto('auditEntries')
      .values(rows.slice(from, from + CHUNK))
      .execute();
}

export function listEntriesOfSubject(tx: Tx, subjectId: string): Promise<AuditRow[]> {
  return tx.selectFrom('auditEntries').selectAll().where('subjectId', '=', subjectId).orderBy('id').execute();
}

export type AuditFilter = {
  readonly institutionId?: string;
  /** `award.read`, or `award` for all that begins with it. */
  readonly action?: string;
  readonly actorKind?: AuditRow['actorKind'];
  readonly actorId?: string;
  /** Leaves out what this person did themselves. */
  readonly notActorId?: string;
  readonly subjectId?: string;
  /** Entries about any of these people or things. */
  readonly concerns?: readonly string[];
  readonly from?: Date;
  readonly until?: Date;
  /** The last one seen. */
  readonly before?: { readonly at: Date; readonly id: string };
  readonly limit: number;
};

/** Newest first. */
export function listEntries(tx: Tx, filter: AuditFilter): Promise<AuditRow[]> {
  let query = tx
    .selectFrom('auditEntries')
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.limit);
  if (filter.institutionId) query = query.where('institutionId', '=', filter.institutionId);
  if (filter.action) {
    const { action } = filter;
    query = query.where((where) =>
      where.or([where('action', '=', action), where('action', 'like', `${escapeLike(action)}.%`)]),
    );
  }
  if (filter.actorKind) query = query.where('actorKind', '=', filter.actorKind);
  if (filter.actorId) query = query.where('actorId', '=', filter.actorId);
  if (filter.notActorId) query = query.where(sql<boolean>`actor_id IS DISTINCT FROM ${filter.notActorId}`);
  if (filter.subjectId) query = query.where('subjectId', '=', filter.subjectId);
  if (filter.concerns) {
    const ids = sql<string>`any(${[...filter.concerns]}::uuid[])`;
    query = query.where((where) => where.or([where('personId', '=', ids), where('subjectId', '=', ids)]));
  }
  if (filter.from) query = query.where('at', '>=', filter.from);
  if (filter.until) query = query.where('at', '<', filter.until);
  if (filter.before) {
    const { at, id } = filter.before;
    query = query.where(sql<boolean>`(at, id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  return query.execute();
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}
