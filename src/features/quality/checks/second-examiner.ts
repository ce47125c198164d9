/** At least once, where it counts, four eyes see the work. */
import type { Check } from '../finding.ts';

export const checkSecondExaminer: Check = ({ content, dossier }) => {
  const isSeenTwice = content.assessments.some(({ id }) => {
    const details = dossier.assessments[id];
    return details?.mustPass && details.secondExaminer;
  });
  if (isSeenTwice || content.assessments.length === 0) return [];
  return [{ pointer: '/dossier/assessments', reason: 'second-examiner-missing' }];
};
