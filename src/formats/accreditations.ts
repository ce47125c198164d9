/** External quality assurance in words, as every format writes it (DECISIONS 14). */
import type { Accreditation, Language } from './facts.ts';
import { sayIn } from './texts.ts';
import { labelOf } from './vocabularies.ts';

type Words = {
  readonly tag: string;
  readonly by: (agency: string) => string;
  readonly decisions: Readonly<Record<Accreditation['decision'], string>>;
  readonly period: (from: string, until: string) => string;
  readonly since: (from: string) => string;
  readonly whole: string;
  readonly only: (what: string) => string;
};

const english: Words = {
  tag: 'en-GB',
  by: (agency) => `Decided by ${agency}`,
  decisions: { positive: 'positive', conditional: 'positive with conditions' },
  period: (from, until) => `In force from ${from} to ${until}.`,
  since: (from) => `In force from ${from}, without an end.`,
  whole: 'It covers the whole institution.',
  only: (what) => `It covers ${what}.`,
};

const dutch: Words = {
  tag: 'nl-NL',
  by: (agency) => `Besluit van ${agency}`,
  decisions: { positive: 'positief', conditional: 'positief onder voorwaarden' },
  period: (from, until) => `Geldig van ${from} tot en met ${until}.`,
  since: (from) => `Geldig vanaf ${from}, zonder einddatum.`,
  whole: 'Het geldt voor de hele instelling.',
  only: (what) => `Het geldt voor ${what}.`,
};

const byLanguage: Readonly<Record<string, Words>> = { en: english, nl: dutch };

export type SaidAccreditation = {
  readonly title: string;
  /** Kind, who decided what, from when until when, and for what it holds. */
  readonly sentence: string;
  /** "DEQAR 12345" */
  readonly source: string;
};

export function sayAccreditation(
  one: Accreditation,
  language: Language,
  fallback: Language,
): SaidAccreditation {
  const words = byLanguage[language.split('-')[0] ?? 'en'] ?? english;
  const kind = labelOf('accreditation', one.type, language);
  return {
    title: sayIn(one.title, language, fallback),
    sentence: [
      `${kind.charAt(0).toUpperCase()}${kind.slice(1)}.`,
      `${words.by(one.agency)}: ${words.decisions[one.decision]}.`,
      sayPeriod(one, words),
      sayScope(one, words, language, fallback),
    ].join(' '),
    source: [one.register, one.number].filter(Boolean).join(' '),
  };
}

function sayPeriod({ validFrom, validUntil }: Accreditation, words: Words): string {
  const days = new Intl.DateTimeFormat(words.tag, { dateStyle: 'long', timeZone: 'UTC' });
  const say = (day: string) => days.format(new Date(`${day}T00:00:00Z`));
  return validUntil === undefined
    ? words.since(say(validFrom))
    : words.period(say(validFrom), say(validUntil));
}

function sayScope({ scope }: Accreditation, words: Words, language: Language, fallback: Language): string {
  const { unit, eqf = [], fields = [] } = scope ?? {};
  const parts = [
    ...(unit ? [sayIn(unit, language, fallback)] : []),
    ...eqf.map((level) => labelOf('eqf', String(level), language)),
    ...fields.map((code) => labelOf('iscedF', code, language)),
  ];
  return parts.length === 0 ? words.whole : words.only(parts.join(', '));
}

/** Whether it is in force on a day. What was withdrawn is so from that day on. */
export function isInForce(
  one: Pick<Accreditation, 'validFrom'> & {
    readonly validUntil?: string | null | undefined;
    readonly withdrawnOn?: string | null | undefined;
  },
  day: string,
): boolean {
  if (one.withdrawnOn && one.withdrawnOn <= day) return false;
  return one.validFrom <= day && (!one.validUntil || day <= one.validUntil);
}
