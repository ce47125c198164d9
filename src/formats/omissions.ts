/** What badges cannot say of a design, or only as text that no machine reads. */
import type { DesignContent } from './facts.ts';
import type { Omission } from './format.ts';

/** Elements of a design for which neither version of Open Badges has a term, when the design has them. */
export function listUnstructured(content: DesignContent): readonly Omission[] {
  const told: readonly (readonly [element: string, present: boolean])[] = [
    ['outcomes', content.outcomes.length > 0],
    ['assessments', content.assessments.length > 0],
    ['provenBy', content.provenBy.length > 0],
    ['workload.hours', content.workload.hours !== undefined],
    ['workload.other', content.workload.other !== undefined],
    ['passRule', content.passRule !== undefined],
    ['prerequisites', content.prerequisites !== undefined],
    ['audience', content.audience !== undefined],
    ['instructionLanguages', content.instructionLanguages.length > 0],
    ['qualityAssurance.statement', content.qualityAssurance !== undefined],
    ['accreditations', (content.accreditations ?? []).length > 0],
    ['stackability', content.stackability !== undefined],
    ['partners', (content.partners ?? []).length > 0],
    ['furtherInformation', content.furtherInformation !== undefined],
  ];
  return told.filter(([, present]) => present).map(([element]) => ({ element, reason: 'text-only' }));
}

/** A document speaks one language (DECISIONS 12); the others stay on the page. */
export function listOtherLanguages(content: DesignContent): readonly Omission[] {
  return Object.keys(content.title).length > 1 ? [{ element: 'languages', reason: 'one-language' }] : [];
}
