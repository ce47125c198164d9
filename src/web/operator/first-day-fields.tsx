import { nameLanguage } from '../lib/design-words.ts';
import { useLocale, useT } from '../lib/language.tsx';
import { LanguageFields } from '../studio/designer/language-fields.tsx';
import { sortCountries } from '../studio/organisation/profile-form.tsx';
import { languagesFor, readLanguages, readLine } from '../studio/organisation/read-fields.ts';
import { SelectField, TextField } from '../ui/field.tsx';

const kinds = ['wo', 'hbo', 'mbo', 'hbo-mbo', 'other'] as const;

export function readFirstDay(form: FormData) {
  return {
    slug: readLine(form, 'slug'),
    kind: readLine(form, 'kind'),
    name: readLanguages(form, 'name'),
    defaultLanguage: readLine(form, 'defaultLanguage'),
    country: readLine(form, 'country'),
    homeOrganisation: readLine(form, 'homeOrganisation').toLowerCase(),
    administrator: readLine(form, 'administrator'),
  };
}

/** What was typed, to show it again. */
export function readTyped(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

/** What an institution needs on its first day. */
export function FirstDayFields({
  values,
  faults,
}: {
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly faults: Readonly<Record<string, string>>;
}) {
  const t = useT();
  const locale = useLocale();
  const languages = languagesFor(locale);
  return (
    <>
      <LanguageFields
        name="name"
        label={t('organisation.name')}
        text={Object.fromEntries(languages.map((language) => [language, values[`name.${language}`] ?? '']))}
        languages={languages}
        faults={faults.name ? { ...faults, [`name.${languages[0]}`]: faults.name } : faults}
      />
      <SelectField
        name="kind"
        label={t('organisation.kind')}
        defaultValue={values.kind ?? 'wo'}
        options={kinds.map((value) => ({ value, label: t(`provider.kind.${value}`) }))}
      />
      <SelectField
        name="country"
        label={t('organisation.address.country')}
        defaultValue={values.country ?? 'NL'}
        options={sortCountries(locale)}
      />
      <TextField
        name="homeOrganisation"
        label={t('organisation.scheme.schacHomeOrganization')}
        hint={t('operator.home.hint')}
        defaultValue={values.homeOrganisation ?? ''}
        error={faults.homeOrganisation ?? faults['identifiers.schacHomeOrganization']}
        autoComplete="off"
        required
      />
      <TextField
        name="slug"
        label={t('operator.slug')}
        hint={t('operator.slug.hint')}
        defaultValue={values.slug ?? ''}
        error={faults.slug}
        pattern="[a-z0-9]+(-[a-z0-9]+)*"
        autoComplete="off"
        required
      />
      <SelectField
        name="defaultLanguage"
        label={t('organisation.defaultLanguage')}
        hint={t('operator.language.hint')}
        defaultValue={values.defaultLanguage ?? locale}
        options={(['nl', 'en'] as const).map((value) => ({ value, label: nameLanguage(locale, value) }))}
      />
      <TextField
        name="administrator"
        type="email"
        label={t('operator.administrator')}
        hint={t('operator.administrator.hint')}
        defaultValue={values.administrator ?? ''}
        error={faults.administrator}
        autoComplete="off"
        required
      />
    </>
  );
}
