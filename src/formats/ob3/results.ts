/** The grade scheme as a ResultDescription, and a result that refers to it. */
import { wordsFor } from '../criteria-words.ts';
import type { GradeScheme, Language, Result } from '../facts.ts';
import type { JsonObject } from '../format.ts';
import { listGrades, parseGrade, sayGrade } from '../grades.ts';

const resultTypes = { 'pass-fail': 'Result', '1-10': 'ScaledScore', 'o-v-g': 'PerformanceLevel' } as const;

export function composeResultDescription(
  versionId: string,
  scheme: GradeScheme,
  language: Language,
): JsonObject {
  const shared = {
    id: resultDescriptionId(versionId),
    type: ['ResultDescription'],
    name: wordsFor(language).resultNames[scheme.scheme],
    resultType: resultTypes[scheme.scheme],
  };
  if (scheme.scheme === '1-10') {
    return { ...shared, valueMin: '1', valueMax: '10', requiredValue: String(scheme.passMark) };
  }
  const labels = listGrades(scheme).map((code) => sayGrade(scheme, code, language));
  // The lowest grade fails, so the next one is required.
  return { ...shared, allowedValue: labels, requiredValue: labels[1] ?? '' };
}

export function composeResult(
  versionId: string,
  scheme: GradeScheme,
  result: Result,
  language: Language,
): JsonObject {
  const code = parseGrade(scheme, result.value) ?? result.value;
  return {
    type: ['Result'],
    resultDescription: resultDescriptionId(versionId),
    value: sayGrade(scheme, code, language),
    status: 'Completed',
  };
}

function resultDescriptionId(versionId: string): string {
  return `${versionId}#result`;
}
