import type { Locale } from './i18n.ts';

/** British dates ("17 July 2026"), because the English of the pages is European. */
const tags = { en: 'en-GB', nl: 'nl-NL' } as const;

/** Where the institutions are; an instant is told in their time, whoever reads it (DECISIONS 17). */
const timeZone = 'Europe/Amsterdam';

/** A calendar day, `2026-07-17` → "17 July 2026". A day has no time zone. */
export function formatDay(locale: Locale, day: string): string {
  return format(locale, `${day.slice(0, 10)}T00:00:00Z`, { dateStyle: 'long', timeZone: 'UTC' });
}

/** In tables: 17-07-2026. */
export function formatTableDay(day: string): string {
  return day.slice(0, 10).split('-').reverse().join('-');
}

/** "July 2026". */
export function formatMonth(locale: Locale, day: string): string {
  return format(locale, `${day.slice(0, 7)}-01T00:00:00Z`, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

/** The day on which an instant falls at the institution. */
export function formatInstantDay(locale: Locale, instant: string): string {
  return format(locale, instant, { dateStyle: 'long', timeZone });
}

/** "21 November 2026, 14:32". */
export function formatInstant(locale: Locale, instant: string): string {
  return `${formatInstantDay(locale, instant)}, ${formatTime(locale, instant)}`;
}

export function formatTime(locale: Locale, instant: string): string {
  return format(locale, instant, { hour: '2-digit', minute: '2-digit', timeZone });
}

export function formatNumber(locale: Locale, value: number): string {
  return new Intl.NumberFormat(tags[locale]).format(value);
}

function format(locale: Locale, instant: string, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(instant);
  // What is no date is shown as it came rather than as an error.
  return Number.isNaN(date.getTime()) ? instant : new Intl.DateTimeFormat(tags[locale], options).format(date);
}
