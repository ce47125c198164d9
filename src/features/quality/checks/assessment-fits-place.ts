/** What must be seen is not assessed where nobody sees it, and being there proves nothing. */
import type { Check, Fault } from '../finding.ts';
import { isUnsupervised, placeOf } from './supervision.ts';

/** Codes of the EU list `assessment`. */
const PRACTICE: ReadonlySet<string> = new Set(['6a4db9f11d', '56539a6507']);
const ATTENDANCE = '7331eb4762';

export const checkAssessmentFitsPlace: Check = (judged) =>
  judged.content.assessments.flatMap((assessment, at): Fault[] => {
    const pointer = `/content/assessments/${at}/type`;
    const values = { assessment: assessment.id };
    if (PRACTICE.has(assessment.type))
      return isUnsupervised(assessment) && placeOf(assessment, judged) === 'online'
        ? [{ pointer, reason: 'practice-online-unsupervised', values }]
        : [];
    const proves = judged.content.provenBy.some((cell) => cell.assessment === assessment.id);
    return assessment.type === ATTENDANCE && proves
      ? [{ pointer, reason: 'attendance-proves-nothing', values }]
      : [];
  });
