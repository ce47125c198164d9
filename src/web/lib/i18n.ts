import { createInstance } from 'i18next';
import type { en } from '../locales/en.ts';

export const locales = ['en', 'nl'] as const;
export type Locale = (typeof locales)[number];

/** i18next stores plurals as `key_one` and `key_other`; callers name the key without its ending. */
type WithoutPlural<Key extends string> = Key extends `${infer Base}_${'one' | 'other'}` ? Base : Key;

export type TextKey = WithoutPlural<keyof typeof en>;
export type TextValues = Readonly<Record<string, string | number>>;
export type Translate = (key: TextKey, values?: TextValues) => string;

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

export function makeTranslate(locale: Locale, texts: Readonly<Record<string, string>>): Translate {
  const i18n = createInstance();
  void i18n.init({
    lng: locale,
    fallbackLng: false,
    resources: { [locale]: { translation: texts } },
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    // React escapes; escaping twice would show entities.
    interpolation: { escapeValue: false },
  });
  return (key, values) => i18n.t(key, { ...values });
}
