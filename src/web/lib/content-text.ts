/** Content as the API gives it: the same text in one or more languages. */
export type ContentText = Readonly<Record<string, string>>;

/** The reader's language, else English, else whatever there is. */
export function chooseText(
  text: ContentText,
  locale: string,
): { readonly lang: string; readonly text: string } {
  for (const lang of [locale, 'en']) {
    const found = text[lang];
    if (found !== undefined) return { lang, text: found };
  }
  const [lang, only] = Object.entries(text)[0] ?? [locale, ''];
  return { lang, text: only };
}
