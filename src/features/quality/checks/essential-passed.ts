/** What may not be made up for stands in an assessment that nobody may fail. */
import type { Check } from '../finding.ts';

export const checkEssentialPassed: Check = ({ content, dossier }) =>
  content.outcomes.flatMap(({ id }, at) => {
    const cells = content.provenBy.filter(({ outcome }) => outcome === id);
    if (!dossier.outcomes[id]?.essential || cells.length === 0) return [];
    if (cells.some(({ assessment }) => dossier.assessments[assessment]?.mustPass)) return [];
    return [{ pointer: `/content/outcomes/${at}`, reason: 'essential-may-fail', values: { outcome: id } }];
  });
