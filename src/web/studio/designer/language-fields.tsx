import type { Language, Text } from '../../../formats/facts.ts';
import { nameLanguage } from '../../lib/design-words.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';

type LanguageFieldsProps = {
  /** Path in the content; the language is added: `content.title` gives `content.title.nl`. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly text: Text | undefined;
  readonly languages: readonly Language[];
  readonly faults: Readonly<Record<string, string>>;
  /** Lines; one line without it. */
  readonly lines?: number;
  readonly optional?: boolean;
};

/** One text in every language of the design, side by side. */
export function LanguageFields(props: LanguageFieldsProps) {
  const { name, label, hint, text, languages, faults, lines, optional } = props;
  const locale = useLocale();
  const t = useT();
  const field = (language: Language, fieldLabel: string, fieldHint?: string) => {
    const shared = {
      name: `${name}.${language}`,
      label: fieldLabel,
      lang: language,
      defaultValue: text?.[language] ?? '',
      error: faults[`${name}.${language}`],
      ...(fieldHint ? { hint: fieldHint } : {}),
    };
    return lines ? (
      <TextArea key={language} {...shared} rows={lines} />
    ) : (
      <TextField key={language} {...shared} autoComplete="off" />
    );
  };
  const [only = 'en', ...others] = languages;
  const marked = optional ? `${label} (${t('frame.optional')})` : label;
  if (others.length === 0) return field(only, marked, hint);
  return (
    <fieldset className="language-fields" id={name} tabIndex={-1}>
      <legend className="group-label">
        {label}
        {optional && <span className="field-optional"> ({t('frame.optional')})</span>}
      </legend>
      {hint && <p className="field-hint">{hint}</p>}
      <div className="language-columns">
        {languages.map((language) => field(language, nameLanguage(locale, language)))}
      </div>
    </fieldset>
  );
}
