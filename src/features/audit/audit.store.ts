import type { Insertable, Selectable } from 'kysely';
import type { Tables, Tx } from '../../database/index.ts';

export type AuditRow = Selectable<Tables['auditEntries']>;

export async function insertAuditEntry(tx: Tx, row: Insertable<Tables['auditEntries']>): Promise<void> {
  await tx.insertInto('auditEntries').values(row).execute();
}

export function listEntriesOfSubject(tx: Tx, subjectId: string): Promise<AuditRow[]> {
  return tx.selectFrom('auditEntries').selectAll().where('subjectId', '=', subjectId).orderBy('id').execute();
}
