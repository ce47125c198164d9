/** The grade scheme as a ResultDescription, and a result that refers to it. */
import { wordsFor } from '../criteria-words.ts';
import type { GradeScheme, Language, Result } from '../facts.ts';
import type { JsonObject } from '../format.ts';
import { listGrades, parseGrade, requiredGrade, sayGrade } from '../grades.ts';
import { omitAbsent, sayIn } from '../texts.ts';

const resultTypes = {
  'pass-fail': 'Result',
  '1-10': 'ScaledScore',
  'o-v-g': 'PerformanceLevel',
  rubric: 'RubricCriterionLevel',
} as const;

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
  if (scheme.scheme === 'rubric')
    return {
      ...shared,
      requiredLevel: levelId(versionId, scheme.required),
      rubricCriterionLevel: scheme.levels.map(({ code, name, description }) =>
        omitAbsent({
          id: levelId(versionId, code),
          type: ['RubricCriterionLevel'],
          name: sayIn(name, language),
          description: description && sayIn(description, language),
        }),
      ),
    };
  const say = (code: string) => sayGrade(scheme, code, language);
  return { ...shared, allowedValue: listGrades(scheme).map(say), requiredValue: say(requiredGrade(scheme)) };
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
    ...(scheme.scheme === 'rubric' ? { achievedLevel: levelId(versionId, code) } : {}),
    status: 'Completed',
  };
}

/** The fragment ends in the code, by which the reader knows it again. */
function levelId(versionId: string, code: string): string {
  return `${versionId}#level-${code}`;
}

function resultDescriptionId(versionId: string): string {
  return `${versionId}#result`;
}
