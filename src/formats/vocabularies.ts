/**
 * The controlled lists behind the European elements. Facts store codes; a format writes the concept's URI and
 * its label. Browser-safe and small: select fields are filled from here.
 */
import type { Language } from './facts.ts';
import type { Concept, Vocabulary } from './vocabularies/concept.ts';
import { iscedFields } from './vocabularies/fields.ts';
import {
  accreditationTypes,
  assessmentTypes,
  creditSystems,
  learningActivities,
  learningOpportunityTypes,
  participationForms,
  supervisionForms,
} from './vocabularies/learning.ts';
import { eheaCycles, eqfLevels, nlqfLevels } from './vocabularies/levels.ts';

export type { Concept, Vocabulary } from './vocabularies/concept.ts';

export const vocabularies = {
  assessment: assessmentTypes,
  participation: participationForms,
  supervision: supervisionForms,
  accreditation: accreditationTypes,
  eqf: eqfLevels,
  nlqf: nlqfLevels,
  qfEhea: eheaCycles,
  credit: creditSystems,
  learningOpportunity: learningOpportunityTypes,
  learningActivity: learningActivities,
  iscedF: iscedFields,
} as const satisfies Record<string, Vocabulary>;

export type VocabularyName = keyof typeof vocabularies;

/** ECTS, the credit system of higher education, in the list `education-credit`. */
export const ECTS_CODE = '6fcec5c5af';

const byCode = new Map(
  Object.entries(vocabularies).map(([name, list]) => [
    name,
    new Map(list.concepts.map((one) => [one.code, one])),
  ]),
);

/** Undefined when the list has no such code. */
export function findConcept(name: VocabularyName, code: string): Concept | undefined {
  return byCode.get(name)?.get(code);
}

export function hasConcept(name: VocabularyName, code: string): boolean {
  return findConcept(name, code) !== undefined;
}

export function listConcepts(name: VocabularyName): readonly Concept[] {
  return vocabularies[name].concepts;
}

/** The label in a language, English where there is none; the code itself where the list has no such code. */
export function labelOf(name: VocabularyName, code: string, language: Language): string {
  const labels = findConcept(name, code)?.labels;
  return labels?.[language] ?? labels?.en ?? code;
}
