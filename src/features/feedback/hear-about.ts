import type { Tx } from '../../database/index.ts';
import type { Heard } from '../quality/index.ts';
import type { Figure } from './feedback.schema.ts';
import { listFigures } from './feedback.store.ts';
import { isLow } from './questions.ts';
import { listComplaints, listReplies } from './replies.store.ts';

/** What a review reads of a version: the numbers that anyone may read, complaints, and what was done. */
export async function hearAbout(
  tx: Tx,
  { designId, versionId }: { readonly designId: string; readonly versionId: string },
): Promise<Heard> {
  const groups = await listFigures(tx, versionId);
  return {
    groups: groups.map(({ kind, n, figures }) => ({ kind, n, figures, lowShare: shareOfLow(figures) })),
    complaints: (await listComplaints(tx, versionId)).map(({ kind, receivedOn }) => ({ kind, receivedOn })),
    replies: await listReplies(tx, designId),
  };
}

/** Of all answers that can be low; two decimals, since less would be the same answer told more exactly. */
export function shareOfLow(figures: readonly Figure[]): number {
  const judging = figures.filter(({ question }) => !question.startsWith('workload'));
  const all = judging.reduce((sum, { n }) => sum + n, 0);
  const low = judging.reduce(
    (sum, { question, counts }) =>
      sum + counts.reduce((part, count, at) => part + (isLow(question, at + 1) ? count : 0), 0),
    0,
  );
  return all === 0 ? 0 : Math.round((100 * low) / all) / 100;
}
