import type { Insertable } from 'kysely';
import type { Tables, Tx } from '../../database/index.ts';
import type { Verdict } from './verdict.ts';

export type Opinion = {
  readonly id: string;
  readonly round: number;
  readonly step: Tables['qualityOpinions']['step'];
  readonly byId: string;
  readonly outcome: string;
  readonly summary: string;
  readonly verdicts: readonly Verdict[];
  readonly givenAt: Date;
};

export async function insertOpinion(tx: Tx, row: Insertable<Tables['qualityOpinions']>): Promise<void> {
  await tx.insertInto('qualityOpinions').values(row).execute();
}

export async function listOpinions(tx: Tx, cycleId: string): Promise<Opinion[]> {
  const rows = await tx
    .selectFrom('qualityOpinions')
    .select(['id', 'round', 'step', 'byId', 'outcome', 'summary', 'verdicts', 'givenAt'])
    .where('cycleId', '=', cycleId)
    .orderBy('givenAt')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, verdicts: row.verdicts as readonly Verdict[] })); // written by insertOpinion()
}
