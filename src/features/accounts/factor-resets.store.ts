import type { Insertable, Selectable } from 'kysely';
import type { Tables, Tx } from '../../database/index.ts';

export type FactorReset = Selectable<Tables['factorResets']>;

/** One for a person at an institution: the one before makes way. */
export async function replaceFactorReset(tx: Tx, row: Insertable<Tables['factorResets']>): Promise<void> {
  await tx
    .deleteFrom('factorResets')
    .where('institutionId', '=', row.institutionId)
    .where('personId', '=', row.personId)
    .execute();
  await tx.insertInto('factorResets').values(row).execute();
}

export function listAllResets(tx: Tx, personId: string): Promise<FactorReset[]> {
  return tx
    .selectFrom('factorResets')
    .selectAll()
    .where('personId', '=', personId)
    .orderBy('allowedAt')
    .execute();
}

/** Those that may still be used. */
export function listOpenResets(tx: Tx, personId: string, at: Date): Promise<FactorReset[]> {
  return tx
    .selectFrom('factorResets')
    .selectAll()
    .where('personId', '=', personId)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', at)
    .execute();
}

/** The same, held until the transaction ends: two enrolments at once are one. */
export function lockOpenResets(tx: Tx, personId: string, at: Date): Promise<FactorReset[]> {
  return tx
    .selectFrom('factorResets')
    .selectAll()
    .where('personId', '=', personId)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', at)
    .orderBy('id')
    .forUpdate()
    .execute();
}

export async function updateFactorReset(
  tx: Tx,
  id: string,
  change: Partial<Pick<FactorReset, 'provenAt' | 'sessionId' | 'usedAt'>>,
): Promise<void> {
  await tx.updateTable('factorResets').set(change).where('id', '=', id).execute();
}

export async function deleteEndedResets(tx: Tx, at: Date): Promise<void> {
  await tx.deleteFrom('factorResets').where('expiresAt', '<=', at).execute();
}
