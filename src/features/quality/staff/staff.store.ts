import type { Insertable } from 'kysely';
import type { Tables, Tx } from '../../../database/index.ts';
import type { Proof, Qualification, Refusal } from './qualification.ts';

const QUALIFICATION = [
  ...(['id', 'personId', 'name', 'kind', 'kindName', 'withdrawnOn', 'withdrawnBecause'] as const),
] as const;

const PROOF = [
  ...(['evidence', 'source', 'reference', 'seenOn', 'verdict', 'refusal', 'recipient'] as const),
  ...(['digest', 'validFrom', 'validUntil', 'recordedAt'] as const),
] as const;

/** By name; those that were withdrawn too. */
export async function listQualifications(tx: Tx, institutionId: string): Promise<Qualification[]> {
  const rows = await tx
    .selectFrom('staffQualifications')
    .select(QUALIFICATION)
    .where('institutionId', '=', institutionId)
    .orderBy('name')
    .orderBy('id')
    .execute();
  const proofs = await tx
    .selectFrom('staffProofs')
    .select([...PROOF, 'qualificationId'])
    .where('institutionId', '=', institutionId)
    .orderBy('recordedAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const shown = Map.groupBy(proofs, ({ qualificationId }) => qualificationId);
  return rows.map((row) => ({ ...row, proofs: (shown.get(row.id) ?? []).map(toProof) }));
}

function toProof({
  qualificationId: _,
  refusal,
  ...row
}: Omit<Proof, 'refusal'> & { readonly qualificationId: string; readonly refusal: string | null }): Proof {
  return { ...row, refusal: refusal as Refusal | null }; // written by insertProof()
}

/** Locked: nothing shows what a colleague withdraws at this moment. */
export async function lockQualification(tx: Tx, id: string) {
  return await tx
    .selectFrom('staffQualifications')
    .select(QUALIFICATION)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function insertQualification(
  tx: Tx,
  row: Insertable<Tables['staffQualifications']>,
): Promise<void> {
  await tx.insertInto('staffQualifications').values(row).execute();
}

export async function insertProof(
  tx: Tx,
  row: Insertable<Tables['staffProofs']> & { readonly refusal: Refusal | null },
): Promise<void> {
  await tx.insertInto('staffProofs').values(row).execute();
}

export async function updateWithdrawn(
  tx: Tx,
  id: string,
  withdrawn: { readonly withdrawnOn: string; readonly withdrawnBecause: string },
): Promise<void> {
  await tx.updateTable('staffQualifications').set(withdrawn).where('id', '=', id).execute();
}

/** What is kept of one person, at whichever institution. */
export async function listQualificationsOf(tx: Tx, personId: string) {
  return await tx
    .selectFrom('staffQualifications')
    .leftJoin('staffProofs', 'staffProofs.qualificationId', 'staffQualifications.id')
    .select([
      ...(['staffQualifications.name', 'staffQualifications.kind', 'staffQualifications.kindName'] as const),
      ...(['staffQualifications.withdrawnOn', 'staffProofs.evidence', 'staffProofs.source'] as const),
      ...(['staffProofs.reference', 'staffProofs.validFrom', 'staffProofs.validUntil'] as const),
    ])
    .where('staffQualifications.personId', '=', personId)
    .orderBy('staffQualifications.recordedAt')
    .execute();
}

/** Proofs go with what they show. */
export async function deleteQualificationsOf(tx: Tx, personId: string): Promise<void> {
  await tx.deleteFrom('staffQualifications').where('personId', '=', personId).execute();
}

export async function rebindQualifications(tx: Tx, from: string, to: string): Promise<void> {
  await tx.updateTable('staffQualifications').set({ personId: to }).where('personId', '=', from).execute();
}
