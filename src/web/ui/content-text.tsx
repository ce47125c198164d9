import { type ContentText, chooseText } from '../lib/content-text.ts';
import type { TextKey } from '../lib/i18n.ts';
import { useLocale, useT } from '../lib/language.tsx';

const onlyIn: Readonly<Record<string, TextKey>> = { nl: 'language.only.nl', en: 'language.only.en' };

/** What an institution wrote, in the reader's language when it exists, else in its own with a word about that. */
export function Content({ text, quiet }: { readonly text: ContentText; readonly quiet?: boolean }) {
  const locale = useLocale();
  const t = useT();
  const chosen = chooseText(text, locale);
  if (chosen.lang === locale) return <>{chosen.text}</>;
  const key = onlyIn[chosen.lang];
  return (
    <>
      <span lang={chosen.lang}>{chosen.text}</span>
      {!quiet && (
        <>
          {' '}
          <span className="only-in font-sans">
            ({key ? t(key) : t('language.only.other', { language: nameLanguage(chosen.lang, locale) })})
          </span>
        </>
      )}
    </>
  );
}

function nameLanguage(language: string, locale: string): string {
  return new Intl.DisplayNames([locale], { type: 'language' }).of(language) ?? language;
}
