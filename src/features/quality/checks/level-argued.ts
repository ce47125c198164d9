/** A level that is claimed is argued: for each outcome, and as a whole. */
import type { Check, Fault } from '../finding.ts';
import { isSaid } from './said.ts';

export const checkLevelArgued: Check = ({ content, dossier }) => {
  if (content.level.eqf === undefined) return [];
  const whole: Fault[] = isSaid(dossier.levelArgument)
    ? []
    : [{ pointer: '/dossier/levelArgument', reason: 'level-not-argued' }];
  const outcomes = content.outcomes.filter(({ id }) => dossier.outcomes[id]?.eqf === undefined);
  return [
    ...whole,
    ...outcomes.map(
      ({ id }): Fault => ({
        pointer: `/dossier/outcomes/${id}/eqf`,
        reason: 'outcome-level-missing',
        values: { outcome: id },
      }),
    ),
  ];
};
