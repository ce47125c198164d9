/** The European elements that someone must bring; what a version brings by itself is not asked. */
import { countries } from '../../../formats/countries.ts';
import { hasConcept } from '../../../formats/index.ts';
import type { Check, Fault, Judged } from '../finding.ts';
import type { ELEMENTS } from '../pack.schema.ts';
import { isSaid } from './said.ts';

type Element = (typeof ELEMENTS)[number];

const FINDERS: Record<Element, (judged: Judged) => readonly Fault[]> = {
  title: ({ content }) =>
    isSaid(content.title) ? [] : [{ pointer: '/content/title', reason: 'title-missing' }],
  country: ({ institution }) =>
    isCountry(institution.country) ? [] : [{ pointer: '/institution/country', reason: 'country-missing' }],
  'learning-outcomes': ({ content }) => {
    if (content.outcomes.length === 0) return [{ pointer: '/content/outcomes', reason: 'outcomes-missing' }];
    return content.outcomes.flatMap((outcome, at) =>
      isSaid(outcome.text) ? [] : [{ pointer: `/content/outcomes/${at}/text`, reason: 'outcome-empty' }],
    );
  },
  workload: ({ content: { workload } }) =>
    workload.ects === undefined && workload.hours === undefined && workload.other === undefined
      ? [{ pointer: '/content/workload', reason: 'workload-missing' }]
      : [],
  level: ({ content }) =>
    content.level.eqf === undefined ? [{ pointer: '/content/level/eqf', reason: 'level-missing' }] : [],
  assessment: ({ content }) => {
    if (content.assessments.length === 0)
      return [{ pointer: '/content/assessments', reason: 'assessments-missing' }];
    return content.assessments.flatMap((assessment, at): Fault[] => [
      ...(isSaid(assessment.title)
        ? []
        : [{ pointer: `/content/assessments/${at}/title`, reason: 'assessment-untitled' as const }]),
      ...(hasConcept('assessment', assessment.type)
        ? []
        : [{ pointer: `/content/assessments/${at}/type`, reason: 'assessment-untyped' as const }]),
    ]);
  },
  participation: ({ content }) =>
    content.participation.length === 0
      ? [{ pointer: '/content/participation', reason: 'participation-missing' }]
      : [],
  'quality-assurance': ({ content }) =>
    isSaid(content.qualityAssurance?.statement)
      ? []
      : [{ pointer: '/content/qualityAssurance/statement', reason: 'quality-assurance-missing' }],
};

export const checkElement: Check = (judged, { check }) =>
  check?.element ? FINDERS[check.element](judged) : [];

/** Two letters as we keep them, or three as European lists write them. */
function isCountry(code: string): boolean {
  return countries.includes(code.toUpperCase()) || /^[a-z]{3}$/i.test(code);
}
