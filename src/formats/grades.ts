/** The grade schemes: which values they know, which of them pass, and what they are called. */
import type { GradeScheme, Language } from './facts.ts';

type GradeLabels = Readonly<Record<string, { readonly en: string; readonly nl: string }>>;

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
  const code = initials[text] ?? text;
  if (Object.hasOwn(labels, code)) return code;
  return Object.keys(labels).find((key) => Object.values(labels[key] ?? {}).some((label) => label === text));
}

/** False also for a value that has no place in the scheme. */
export function isPassingGrade(scheme: GradeScheme, value: string): boolean {
  const code = parseGrade(scheme, value);
  if (code === undefined) return false;
  return scheme.scheme === '1-10' ? Number(code) >= scheme.passMark : listGrades(scheme).indexOf(code) > 0;
}

/** The codes of a scheme of words, lowest first; empty for a scheme of numbers. */
export function listGrades(scheme: GradeScheme): readonly string[] {
  return Object.keys(labelsOf(scheme));
}

export function sayGrade(scheme: GradeScheme, code: string, language: Language): string {
  const label = labelsOf(scheme)[code];
  if (!label) return code;
  return language === 'nl' ? label.nl : label.en;
}

function labelsOf(scheme: GradeScheme): GradeLabels {
  if (scheme.scheme === 'pass-fail') return passFail;
  return scheme.scheme === 'o-v-g' ? threeLevels : {};
}
