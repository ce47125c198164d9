import { createContext, type ReactNode, useContext } from 'react';
import type { Locale, Translate } from './i18n.ts';

type Language = { readonly locale: Locale; readonly t: Translate };

const LanguageContext = createContext<Language | undefined>(undefined);

export function LanguageProvider({ locale, t, children }: Language & { readonly children: ReactNode }) {
  return <LanguageContext value={{ locale, t }}>{children}</LanguageContext>;
}

function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (!language) throw new Error('A page is rendered outside LanguageProvider');
  return language;
}

export function useT(): Translate {
  return useLanguage().t;
}

export function useLocale(): Locale {
  return useLanguage().locale;
}
