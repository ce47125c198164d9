import type { Insertable, Updateable } from 'kysely';
import type { Tables, Tx } from '../../database/index.ts';
import type { RecordedAccreditation } from './accreditation.ts';

const ACCREDITATION = [
  ...(['id', 'institutionId', 'publicId', 'type', 'title', 'agency', 'register', 'number'] as const),
  ...(['url', 'decision', 'validFrom', 'validUntil', 'unitId', 'eqf', 'fields'] as const),
  ...(['renewsId', 'withdrawnOn', 'recordedAt', 'revision', 'warnedOf'] as const),
] as const;

/** Expired and withdrawn ones too, newest first. */
export async function listAccreditations(tx: Tx, institutionId: string): Promise<RecordedAccreditation[]> {
  return await tx
    .selectFrom('accreditations')
    .select(ACCREDITATION)
    .where('institutionId', '=', institutionId)
    .orderBy('validFrom', 'desc')
    .orderBy('publicId')
    .execute();
}

/** Locked, all of them: whoever changes one decides on what colleagues left of the others. */
export async function lockAccreditations(tx: Tx, institutionId: string): Promise<RecordedAccreditation[]> {
  return await tx
    .selectFrom('accreditations')
    .select(ACCREDITATION)
    .where('institutionId', '=', institutionId)
    .orderBy('id')
    .forUpdate()
    .execute();
}

export async function insertAccreditation(tx: Tx, row: Insertable<Tables['accreditations']>): Promise<void> {
  await tx.insertInto('accreditations').values(row).execute();
}

export async function updateAccreditation(
  tx: Tx,
  id: string,
  change: Updateable<Tables['accreditations']>,
): Promise<void> {
  await tx.updateTable('accreditations').set(change).where('id', '=', id).execute();
}

export async function insertRevision(
  tx: Tx,
  row: Insertable<Tables['accreditationRevisions']>,
): Promise<void> {
  await tx.insertInto('accreditationRevisions').values(row).execute();
}

/** Newest first. */
export async function listRevisions(tx: Tx, accreditationId: string) {
  return await tx
    .selectFrom('accreditationRevisions')
    .select(['revision', 'act', 'body', 'at'])
    .where('accreditationId', '=', accreditationId)
    .orderBy('revision', 'desc')
    .execute();
}
