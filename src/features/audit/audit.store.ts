import type { Insertable, Selectable } from 'kysely';
import type { Tables, Tx } from '../../database/index.ts';

export type AuditRow = Selectable<Tables['auditEntries']>;

export async function insertAuditEntry(tx: Tx, row: Insertable<Tables['auditEntries']>): Promise<void> {
  await tx.insertInto('auditEntries').values(row).execute();
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
