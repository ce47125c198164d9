/** Parts of a policy pack in words: sizes, gates, review, appeal. */
import type { PolicyPack } from '../../features/quality/pack.schema.ts';
import { formatDay, formatNumber } from './formatting.ts';
import type { Locale, Translate } from './i18n.ts';

type Words = { readonly t: Translate; readonly locale: Locale };

/** "3 to 30 EC, for WO, until 30 April 2027" */
export function saySize(
  { t, locale }: Words,
  { unit, min, max, institutionKinds, from, until }: PolicyPack['limits']['sizes'][number],
): string {
  const number = (value: number | undefined) => (value === undefined ? '' : formatNumber(locale, value));
  const [least, most] = [number(min), number(max)];
  const words = least && most ? 'between' : most ? 'most' : 'least';
  return [
    t(`packs.size.${unit}.${words}`, { min: least, max: most }),
    ...(institutionKinds ? [t('packs.size.for', { kinds: institutionKinds.join(', ').toUpperCase() })] : []),
    ...(from ? [t('packs.size.from', { day: formatDay(locale, from) })] : []),
    ...(until ? [t('packs.size.until', { day: formatDay(locale, until) })] : []),
  ].join(', ');
}

/** "within 28 days · at least 3 votes · by majority" */
export function sayGate({ t }: Words, gate: PolicyPack['gates'][number]): string {
  const { days, quorum, rule, optional, conditional } = gate;
  return [
    t('packs.gate.days', { count: days }),
    ...(quorum ? [t('packs.gate.quorum', { quorum })] : []),
    ...(rule ? [t(`packs.gate.${rule}`)] : []),
    ...(optional ? [t('packs.gate.optional')] : []),
    ...(conditional ? [t('packs.gate.conditional')] : []),
  ].join(' · ');
}

/** Where everybody reads a version. */
export function addressOfPack(slug: string, ref: string): string {
  return `/policy-packs/${encodeURIComponent(slug)}/${encodeURIComponent(ref)}`;
}
