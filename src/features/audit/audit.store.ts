import { type Insertable, type Selectable, sql } from 'kysely';
import { insertMany, type Tables, type Tx } from '../../database/index.ts';

export type AuditRow = Selectable<Tables['auditEntries']>;

const CHUNK = 500;

export async function insertAuditEntries(
  tx: Tx,
  rows: readonly Insertable<Tables['auditEntries']>[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += CHUNK)
    await insertMany(tx, 'auditEntries', rows.slice(from, from + CHUNK), { json: ['detail'] });
}

export function listEntriesOfSubject(tx: Tx, subjectId: string): Promise<AuditRow[]> {
  return tx.selectFrom('auditEntries').selectAll().where('subjectId', '=', subjectId).orderBy('id').execute();
}

/** When something was last done at an institution. */
export async function findLastEntryAt(tx: Tx, institutionId: string): Promise<Date | undefined> {
  const row = await tx
    .selectFrom('auditEntries')
    .select('at')
    .where('institutionId', '=', institutionId)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.at;
}

export type AuditFilter = {
  readonly institutionId?: string;
  /** `award.read`, or `award` for all that begins with it. */
  readonly action?: string;
  readonly actorKind?: AuditRow['actorKind'];
  readonly actorIds?: { readonly any: readonly string[] } | { readonly none: readonly string[] };
  /** Leaves out what this person did themselves. */
  readonly notActorId?: string;
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
  if (filter.actorIds)
    query =
      'any' in filter.actorIds
        ? query.where('actorId', '=', anyOf(filter.actorIds.any))
        : query.where(sql<boolean>`NOT actor_id = ${anyOf(filter.actorIds.none)}`);
  if (filter.notActorId) query = query.where(sql<boolean>`actor_id IS DISTINCT FROM ${filter.notActorId}`);
  if (filter.concerns) {
    const ids = anyOf(filter.concerns);
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

function anyOf(ids: readonly string[]) {
  return sql<string>`any(${[...ids]}::uuid[])`;
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}
