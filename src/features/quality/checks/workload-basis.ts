/** For whom the hours are counted: the average participant, who knows no more than admission asks. */
import type { Check } from '../finding.ts';
import { isSaid } from './said.ts';
import { listJudgeable, tables } from './words/index.ts';

export const checkWorkloadBasis: Check = ({ dossier }) => {
  const pointer = '/dossier/workload/basis';
  const { basis } = dossier.workload;
  if (!isSaid(basis)) return [{ pointer, reason: 'workload-basis-missing' }];
  const judged = listJudgeable(basis, tables);
  if (judged.length === 0 || judged.some(([, words, { average }]) => average.test(words))) return [];
  return [{ pointer, reason: 'workload-basis-not-average' }];
};
