/** Where nobody watches, someone says why that will do. */
import type { Check } from '../finding.ts';
import { isSaid } from './said.ts';
import { isUnsupervised, placeOf } from './supervision.ts';

export const checkUnsupervisedJustified: Check = (judged) =>
  judged.content.assessments.flatMap((assessment) => {
    if (!isUnsupervised(assessment) || placeOf(assessment, judged) === 'on-site') return [];
    if (isSaid(judged.dossier.assessments[assessment.id]?.unsupervisedJustification)) return [];
    return [
      {
        pointer: `/dossier/assessments/${assessment.id}/unsupervisedJustification`,
        reason: 'unsupervised-not-justified',
        values: { assessment: assessment.id },
      },
    ];
  });
