import type { TextKey, Translate } from '../../lib/i18n.ts';
import type { Problem } from '../../lib/problem.ts';

/** The server's sentences about a field, in the reader's language; what is found in them goes into the words. */
const words: readonly (readonly [RegExp, TextKey])[] = [
  [/misses 3:1 on white by (?<by>[\d.]+)/, 'organisation.fault.ink-light'],
  [/too close to (?<other>#\w{6}): ΔE (?<distance>[\d.]+)/, 'organisation.fault.ink-close'],
  [/is written #rrggbb/, 'organisation.fault.ink-form'],
  [/is not written as (?<scheme>\w+)/, 'organisation.fault.identifier'],
  [/^is locked$/, 'organisation.fault.locked'],
  [/is taken/, 'organisation.fault.taken'],
  [/below itself/, 'organisation.fault.cycle'],
  [/six levels/, 'organisation.fault.too-deep'],
  [/above it is archived/, 'organisation.fault.parent-archived'],
  [/names no unit of yours/, 'accreditation.fault.unit'],
  [/cannot be followed/, 'accreditation.fault.renews'],
  [/is not in the list/, 'accreditation.fault.list'],
  [/before the first day/, 'accreditation.fault.order'],
  [/ISO date/i, 'accreditation.fault.day'],
  [/^is needed$|is empty|too small|>=/i, 'organisation.fault.needed'],
  [/^is fixed$/, 'organisation.fault.fixed'],
  [/number of the page on LinkedIn/, 'organisation.fault.linkedin'],
  [/small letters, digits/, 'organisation.fault.slug'],
  [/name of the house/, 'organisation.fault.taken'],
  [/names no design and no issuer/, 'endorsements.fault.unknown'],
  [/^is your own$/, 'endorsements.fault.own'],
  [/has your endorsement/, 'endorsements.fault.twice'],
  [/e-?mail/i, 'organisation.fault.email'],
  [/url/i, 'studio.fault.url'],
];

export function sayOrganisationFaults(t: Translate, problem: Problem | undefined): Problem | undefined {
  if (!problem || problem.errors.length === 0) return problem;
  const { detail: _, ...rest } = problem;
  return {
    ...rest,
    errors: problem.errors.map(({ pointer, detail }) => {
      for (const [pattern, key] of words) {
        const found = pattern.exec(detail);
        if (found) return { pointer, detail: t(key, readValues(found.groups)) };
      }
      return { pointer, detail };
    }),
  };
}

/** Numbers are written as the reader's language writes them. */
function readValues(groups: Readonly<Record<string, string>> | undefined): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(groups ?? {}).map(([name, value]) => [
      name,
      /^\d+(\.\d+)?$/.test(value) ? Number(value) : value,
    ]),
  );
}
