/** Choosing what a document says, which speaks one language (DECISIONS 12). */
import type { Language, Text } from './facts.ts';

/** The text in the language asked for; else in the default; else whatever there is. */
export function sayIn(text: Text, language: Language, defaultLanguage: Language = 'en'): string {
  return text[language] ?? text[defaultLanguage] ?? Object.values(text)[0] ?? '';
}

/** Open Badges 3.0 writes regions in capitals and scripts with one: `pt-BR`, `sr-Latn`. */
export function writeLanguageTag(language: Language): string {
  const [primary = '', ...rest] = language.split('-');
  const subtags = rest.map((part) =>
    part.length === 4 ? part.charAt(0).toUpperCase() + part.slice(1) : part.toUpperCase(),
  );
  return [primary.toLowerCase(), ...subtags].join('-');
}

/** Members that may have nothing to say: undefined, or a list that may be empty. */
type Absentable<T> = {
  [K in keyof T]: undefined extends T[K] ? K : T[K] extends readonly unknown[] ? K : never;
}[keyof T];

export type Present<T> = { [K in Exclude<keyof T, Absentable<T>>]: T[K] } & {
  [K in Absentable<T>]?: Exclude<T[K], undefined>;
};

/** An object without the members that have no value: Open Badges 3.0 allows neither null nor an empty list. */
export function omitAbsent<T extends object>(members: T): Present<T> {
  const present = Object.entries(members).filter(([, value]) => value !== undefined && !isEmptyList(value));
  // The cast names what the filter did.
  return Object.fromEntries(present) as Present<T>;
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
