/** The headings and small words that a badge's criteria use, per language. Other languages use English. */
import type { Language } from './facts.ts';
import type { CriteriaTopic } from './summary.ts';

export type CriteriaWords = {
  readonly headings: Readonly<Record<CriteriaTopic, string>>;
  readonly assessedBy: string;
  readonly partly: string;
  readonly ofFinalResult: (per_cent: number) => string;
  readonly identityCheck: string;
  readonly grading: string;
  readonly hours: (hours: number) => string;
  readonly places: Readonly<Record<'own-course' | 'programme-unit', string>>;
  readonly registerNumber: string;
  readonly kinds: Readonly<Record<'stand-alone' | 'stackable', string>>;
  readonly validMonths: (months: number) => string;
  readonly resultNames: Readonly<Record<'pass-fail' | '1-10' | 'o-v-g' | 'rubric', string>>;
};

const english: CriteriaWords = {
  headings: {
    outcomes: 'Learning outcomes',
    assessments: 'Assessment',
    'pass-rule': 'Passing',
    workload: 'Workload',
    prerequisites: 'Prerequisites',
    audience: 'For whom',
    'instruction-languages': 'Languages of instruction',
    programme: 'Place in a programme',
    'quality-assurance': 'Quality assurance',
    'external-quality-assurance': 'External quality assurance',
    stackability: 'Stacking',
    partners: 'Offered together with',
    validity: 'Validity',
    'further-information': 'Further information',
  },
  assessedBy: 'assessed by',
  partly: 'in part',
  ofFinalResult: (share) => `${share} per cent of the final result`,
  identityCheck: 'Identity check',
  grading: 'Grading',
  hours: (hours) => `${hours} hours of study`,
  places: {
    'own-course': 'A course of its own, outside a degree programme.',
    'programme-unit': 'A unit of a degree programme.',
  },
  registerNumber: 'Register number',
  kinds: { 'stand-alone': 'Stand-alone.', stackable: 'Stackable.' },
  validMonths: (months) => `Valid for ${months} months from the day of award.`,
  resultNames: {
    'pass-fail': 'Result',
    '1-10': 'Final grade',
    'o-v-g': 'Assessment',
    rubric: 'Level reached',
  },
};

const dutch: CriteriaWords = {
  headings: {
    outcomes: 'Leeruitkomsten',
    assessments: 'Toetsing',
    'pass-rule': 'Slaag-zakregeling',
    workload: 'Studielast',
    prerequisites: 'Vereiste voorkennis',
    audience: 'Voor wie',
    'instruction-languages': 'Voertalen',
    programme: 'Plaats in een opleiding',
    'quality-assurance': 'Kwaliteitszorg',
    'external-quality-assurance': 'Externe kwaliteitszorg',
    stackability: 'Stapelbaarheid',
    partners: 'Aangeboden samen met',
    validity: 'Geldigheid',
    'further-information': 'Meer informatie',
  },
  assessedBy: 'getoetst met',
  partly: 'gedeeltelijk',
  ofFinalResult: (share) => `${share} procent van het eindresultaat`,
  identityCheck: 'Identiteitscontrole',
  grading: 'Beoordeling',
  hours: (hours) => `${hours} uur studie`,
  places: {
    'own-course': 'Een zelfstandige cursus, buiten een opleiding.',
    'programme-unit': 'Een onderdeel van een opleiding.',
  },
  registerNumber: 'Registernummer',
  kinds: { 'stand-alone': 'Zelfstandig.', stackable: 'Stapelbaar.' },
  validMonths: (months) => `Geldig tot ${months} maanden na de dag van toekenning.`,
  resultNames: {
    'pass-fail': 'Resultaat',
    '1-10': 'Eindcijfer',
    'o-v-g': 'Beoordeling',
    rubric: 'Bereikt niveau',
  },
};

const byLanguage: Readonly<Record<string, CriteriaWords>> = { en: english, nl: dutch };

export function wordsFor(language: Language): CriteriaWords {
  const primary = language.split('-')[0] ?? 'en';
  return byLanguage[primary] ?? english;
}

const topics: ReadonlyMap<string, CriteriaTopic> = new Map(
  [english, dutch].flatMap(({ headings }) =>
    (Object.keys(headings) as CriteriaTopic[]).map(
      (topic) => [headings[topic].toLowerCase(), topic] as const,
    ),
  ),
);

/** Which of our headings this is, in whichever language. */
export function findTopic(heading: string): CriteriaTopic | undefined {
  return topics.get(heading.trim().toLowerCase());
}
