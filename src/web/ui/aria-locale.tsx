import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useLocale } from '../lib/language.tsx';

/** Around components of React Aria that speak or sort by themselves: lists, dates, tables in grid mode. */
export function AriaLocale({ children }: { readonly children: ReactNode }) {
  return <I18nProvider locale={useLocale() === 'nl' ? 'nl-NL' : 'en-GB'}>{children}</I18nProvider>;
}
