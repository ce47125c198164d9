import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { HydratedRouter } from 'react-router/dom';
import { isLocale, type Locale, makeTranslate } from './lib/i18n.ts';
import { LanguageProvider } from './lib/language.tsx';

async function loadTexts(locale: Locale) {
  if (locale === 'nl') return (await import('./locales/nl.ts')).nl;
  return (await import('./locales/en.ts')).en;
}

const { lang } = document.documentElement;
const locale = isLocale(lang) ? lang : 'en';
const t = makeTranslate(locale, await loadTexts(locale));

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <LanguageProvider locale={locale} t={t}>
        <HydratedRouter />
      </LanguageProvider>
    </StrictMode>,
  );
});
