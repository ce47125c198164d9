import type { Insertable } from 'kysely';
import type { Tables, Tx } from '../../database/index.ts';

export type Condition = {
  readonly text: string;
  readonly owner: string;
  readonly due: string;
  readonly metOn?: string;
};

export type Decision = {
  readonly id: string;
  readonly publicId: string;
  readonly institutionId: string;
  readonly versionId: string;
  readonly outcome: 'approved' | 'approved-conditional';
  readonly body: 'expert' | 'committee';
  readonly pack: string;
  readonly url: string;
  readonly document: string;
  readonly decidedAt: Date;
  readonly revokedAt: Date | null;
};

/** What strangers may read of it too. */
const SHOWN = [
  'id',
  'publicId',
  'institutionId',
  'versionId',
  'outcome',
  'body',
  'pack',
  'url',
  'document',
  'decidedAt',
  'revokedAt',
] as const;

export async function insertDecision(tx: Tx, row: Insertable<Tables['qualityDecisions']>): Promise<void> {
  await tx.insertInto('qualityDecisions').values(row).execute();
}

/** The newest about a version, for the institution's own. */
export async function findDecision(
  tx: Tx,
  versionId: string,
): Promise<
  (Decision & { readonly factsHash: Buffer; readonly conditions: readonly Condition[] }) | undefined
> {
  const row = await tx
    .selectFrom('qualityDecisions')
    .select([...SHOWN, 'factsHash', 'conditions'])
    .where('versionId', '=', versionId)
    .orderBy('decidedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { ...row, conditions: row.conditions as readonly Condition[] }; // written by insertDecision()
}

/** Which of its conditions are met; nothing else of a decision ever changes but that it was taken back. */
export async function updateConditions(tx: Tx, id: string, conditions: readonly Condition[]): Promise<void> {
  await tx
    .updateTable('qualityDecisions')
    .set({ conditions: JSON.stringify(conditions) })
    .where('id', '=', id)
    .execute();
}

/** Approvals that stand, of published versions; anyone may read them. */
export function listApprovals(tx: Tx, versionIds: readonly string[]): Promise<Decision[]> {
  if (versionIds.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('qualityDecisions')
    .select(SHOWN)
    .where('versionId', 'in', [...versionIds])
    .where('revokedAt', 'is', null)
    .orderBy('decidedAt')
    .execute();
}

export function findApprovalByPublicId(tx: Tx, publicId: string): Promise<Decision | undefined> {
  return tx.selectFrom('qualityDecisions').select(SHOWN).where('publicId', '=', publicId).executeTakeFirst();
}

/** Published before there was a way to approve it. */
export async function isUnjudged(tx: Tx, versionId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('qualityUnjudged')
    .select('versionId')
    .where('versionId', '=', versionId)
    .executeTakeFirst();
  return row !== undefined;
}
