/**
 * The European elements that a badge states by a link to a concept (DECISIONS 14). Open Badges 2.0 and 3.0
 * write the same links; readers know them again by the URL, whoever wrote them.
 */
import { sayAccreditation } from './accreditations.ts';
import type { Accreditation, Alignment, DesignContent, Language } from './facts.ts';
import type { EuropeanElement } from './summary.ts';
import { sayIn } from './texts.ts';
import { ECTS_CODE, findConcept, type VocabularyName, vocabularies } from './vocabularies.ts';

const lists: readonly (readonly [EuropeanElement, VocabularyName, urlPrefix: string])[] = [
  ['eqf-level', 'eqf', 'http://data.europa.eu/snb/eqf/'],
  ['nqf-level', 'nlqf', 'http://data.europa.eu/snb/qdr/'],
  ['ehea-cycle', 'qfEhea', 'https://www.ehea.info/page-qualification-frameworks'],
  ['credit-system', 'credit', 'http://data.europa.eu/snb/education-credit/'],
  ['assessment-type', 'assessment', 'http://data.europa.eu/snb/assessment/'],
  ['participation', 'participation', 'http://data.europa.eu/snb/learning-assessment/'],
  ['supervision', 'supervision', 'http://data.europa.eu/snb/supervision-verification/'],
  ['quality-assurance', 'accreditation', 'http://data.europa.eu/snb/accreditation/'],
  ['field', 'iscedF', 'http://data.europa.eu/snb/isced-f/'],
];

export function findElement(targetUrl: string): EuropeanElement | undefined {
  const url = targetUrl.replace(/^https:\/\/data\.europa\.eu/, 'http://data.europa.eu');
  return lists.find(([, , prefix]) => url.startsWith(prefix))?.[0];
}

/** Links to the lists, then who guarantees it from outside, the skills and what the outcomes are aligned with; each link once. */
export function listAlignments(content: DesignContent, language: Language): readonly Alignment[] {
  const stated = lists.flatMap(([element, vocabulary]) =>
    codesOf(content, element).flatMap((code) => alignWith(vocabulary, code, language)),
  );
  const external = [
    ...(content.skills ?? []),
    ...content.outcomes.flatMap((outcome) => outcome.alignments ?? []),
  ];
  const guaranteed = (content.accreditations ?? []).map((one) =>
    alignWithAccreditation(one, language, content.defaultLanguage),
  );
  const unique = new Map(
    [...stated, ...guaranteed, ...external].map((one) => [`${one.targetUrl} ${one.targetCode ?? ''}`, one]),
  );
  return [...unique.values()];
}

function codesOf(content: DesignContent, element: EuropeanElement): readonly string[] {
  const { level, assessments, workload, qualityAssurance, accreditations = [], iscedF } = content;
  const codes: Readonly<Record<EuropeanElement, readonly (string | undefined)[]>> = {
    'eqf-level': [level.eqf?.toString()],
    'nqf-level': [level.nlqf],
    'ehea-cycle': [level.qfEhea],
    'credit-system': [workload.ects === undefined ? undefined : ECTS_CODE],
    'assessment-type': assessments.map((one) => one.type),
    participation: content.participation,
    supervision: assessments.map((one) => one.supervision),
    'quality-assurance': [qualityAssurance?.type, ...accreditations.map(({ type }) => type)],
    field: [iscedF],
  };
  return codes[element].filter((code) => code !== undefined);
}

/** The framework of such a link is the register that names the decision. */
function alignWithAccreditation(one: Accreditation, language: Language, fallback: Language): Alignment {
  const { title, sentence } = sayAccreditation(one, language, fallback);
  return {
    targetName: title,
    targetUrl: one.url,
    targetFramework: one.register,
    ...(one.number === undefined ? {} : { targetCode: one.number }),
    targetDescription: sentence,
  };
}

function alignWith(vocabulary: VocabularyName, code: string, language: Language): readonly Alignment[] {
  const concept = findConcept(vocabulary, code);
  if (!concept) return [];
  return [
    {
      targetName: sayIn(concept.labels, language),
      targetUrl: concept.uri,
      targetFramework: sayIn(vocabularies[vocabulary].names, language),
      targetCode: concept.code,
    },
  ];
}
