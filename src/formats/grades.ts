/** The grade schemes: which values they know, which of them pass, and what they are called. */
import type { GradeScheme, Language, Text } from './facts.ts';
import { sayIn } from './texts.ts';

type GradeLabels = Readonly<Record<string, Text>>;

/** In order, lowest first. */
const passFail: GradeLabels = {
  fail: { en: 'not passed', nl: 'niet behaald' },
  pass: { en: 'passed', nl: 'behaald' },
};

const threeLevels: GradeLabels = {
  onvoldoende: { en: 'insufficient', nl: 'onvoldoende' },
  voldoende: { en: 'sufficient', nl: 'voldoende' },
  goed: { en: 'good', nl: 'goed' },
};

const initials: Readonly<Record<string, string>> = { o: 'onvoldoende', v: 'voldoende', g: 'goed' };

/** A whole, half or other mark with at most two decimals, written with a point or, as in Dutch, a comma. */
const MARK = /^(?:10|[1-9])(?:[.,]\d{1,2})?$/;

/** The code as it is stored: `8`, `7.5`, `pass`, `goed`; undefined when the value has no place in the scheme. */
export function parseGrade(scheme: GradeScheme, value: string): string | undefined {
  const text = value.trim().toLowerCase();
  if (scheme.scheme === '1-10') {
    const mark = Number(text.replace(',', '.'));
    return MARK.test(text) && mark <= 10 ? String(mark) : undefined;
  }
  const labels = labelsOf(scheme);
  const code = scheme.scheme === 'o-v-g' ? (initials[text] ?? text) : text;
  const codes = Object.keys(labels);
  return (
    codes.find((key) => key.toLowerCase() === code) ??
    codes.find((key) => Object.values(labels[key] ?? {}).some((label) => label.toLowerCase() === text))
  );
}

/** False also for a value that has no place in the scheme. */
export function isPassingGrade(scheme: GradeScheme, value: string): boolean {
  const code = parseGrade(scheme, value);
  if (code === undefined) return false;
  if (scheme.scheme === '1-10') return Number(code) >= scheme.passMark;
  const codes = listGrades(scheme);
  return codes.indexOf(code) >= codes.indexOf(requiredGrade(scheme));
}

/** The codes of a scheme of words, lowest first; empty for a scheme of numbers. */
export function listGrades(scheme: GradeScheme): readonly string[] {
  return Object.keys(labelsOf(scheme));
}

/** The lowest code that passes; empty for a scheme of numbers. */
export function requiredGrade(scheme: GradeScheme): string {
  // The lowest grade of the common schemes fails, so the next one is required.
  return scheme.scheme === 'rubric' ? scheme.required : (listGrades(scheme)[1] ?? '');
}

/** A grade in every language that has a word for it. */
export function nameGrade(scheme: GradeScheme, code: string): Text {
  return labelsOf(scheme)[code] ?? { en: code };
}

export function sayGrade(scheme: GradeScheme, code: string, language: Language): string {
  const label = labelsOf(scheme)[code];
  return label ? sayIn(label, language) : code;
}

function labelsOf(scheme: GradeScheme): GradeLabels {
  switch (scheme.scheme) {
    case 'pass-fail':
      return passFail;
    case 'o-v-g':
      return threeLevels;
    case 'rubric':
      return Object.fromEntries(scheme.levels.map(({ code, name }) => [code, name]));
    case '1-10':
      return {};
  }
}
