import type { Insertable } from 'kysely';
import type { Tables, Tx } from '../../database/index.ts';

export type EndorsementState = 'offered' | 'accepted' | 'declined' | 'withdrawn';

export type Endorsement = {
  readonly id: string;
  readonly publicId: string;
  readonly url: string;
  readonly institutionId: string;
  readonly issuerId: string;
  readonly subjectInstitutionId: string;
  readonly subjectVersionId: string | null;
  readonly subjectUrl: string;
  readonly comment: string;
  readonly language: string;
  readonly state: EndorsementState;
  readonly offeredAt: Date;
  readonly answeredAt: Date | null;
};

const SHOWN = [
  'id',
  'publicId',
  'url',
  'institutionId',
  'issuerId',
  'subjectInstitutionId',
  'subjectVersionId',
  'subjectUrl',
  'comment',
  'language',
  'state',
  'offeredAt',
  'answeredAt',
] as const;

export async function insertEndorsement(tx: Tx, row: Insertable<Tables['endorsements']>): Promise<void> {
  await tx.insertInto('endorsements').values(row).execute();
}

/** Given by the institution of this context, and those about it. */
export function listEndorsements(tx: Tx): Promise<Endorsement[]> {
  return tx.selectFrom('endorsements').select(SHOWN).orderBy('offeredAt', 'desc').orderBy('id').execute();
}

export function lockEndorsement(tx: Tx, id: string): Promise<Endorsement | undefined> {
  return tx.selectFrom('endorsements').select(SHOWN).where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function markEndorsement(
  tx: Tx,
  id: string,
  change: Partial<Record<'answeredAt' | 'withdrawnAt', Date>> & { readonly state: EndorsementState },
): Promise<void> {
  await tx.updateTable('endorsements').set(change).where('id', '=', id).execute();
}

/** Those that stand and that the institution shows: what goes into its credentials and onto its pages. */
export async function listAccepted(
  tx: Tx,
  subjects: readonly string[],
): Promise<(Endorsement & { readonly document: string })[]> {
  if (subjects.length === 0) return [];
  return await tx
    .selectFrom('endorsements')
    .select([...SHOWN, 'document'])
    .where('subjectUrl', 'in', [...subjects])
    .where('state', '=', 'accepted')
    .orderBy('answeredAt')
    .orderBy('id')
    .execute();
}

export async function findDocument(tx: Tx, publicId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('endorsements')
    .select('document')
    .where('publicId', '=', publicId)
    .executeTakeFirst();
  return row?.document;
}
