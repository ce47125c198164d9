import type { Profile } from '../../../features/institutions/profile.schema.ts';
import { countries } from '../../../formats/countries.ts';
import { nameCountry } from '../../lib/design-words.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { faultsByField, type Problem } from '../../lib/problem.ts';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { Section } from '../../ui/section.tsx';
import { LanguageFields } from '../designer/language-fields.tsx';
import { IdentifierFields } from './identifier-fields.tsx';
import { languagesFor } from './read-fields.ts';

export type FormProps = {
  readonly profile: Profile;
  readonly problem: Problem | undefined;
  /** What was typed when it was refused: nobody types it twice. */
  readonly typed: Readonly<Record<string, string>> | undefined;
};

const kinds = ['wo', 'hbo', 'mbo', 'hbo-mbo', 'other'] as const;

export function ProfileForm({ profile, problem, typed }: FormProps) {
  const t = useT();
  const locale = useLocale();
  const faults = faultsByField(problem);
  const languages = languagesFor(locale, profile.name, profile.description);
  const textOf = (name: 'name' | 'description') =>
    typed
      ? Object.fromEntries(languages.map((language) => [language, typed[`${name}.${language}`] ?? '']))
      : profile[name];
  const line = (name: 'website' | 'email' | 'gradingTable' | 'linkedinId', type: string) => (
    <TextField
      name={name}
      type={type}
      label={t(`organisation.${name}`)}
      hint={t(`organisation.${name}.hint`)}
      defaultValue={typed?.[name] ?? profile[name] ?? ''}
      error={faults[name]}
      autoComplete="off"
      optional
    />
  );
  const place = (name: 'street' | 'postalCode' | 'locality' | 'region') => (
    <TextField
      name={`address.${name}`}
      label={t(`organisation.address.${name}`)}
      defaultValue={typed?.[`address.${name}`] ?? profile.address[name] ?? ''}
      error={faults[`address.${name}`]}
      autoComplete="off"
      optional
    />
  );
  return (
    <form method="post" action="#profile">
      <Section label={t('organisation.profile')} note={t('organisation.profile.note')} id="profile">
        <div className="form">
          <LanguageFields
            name="name"
            label={t('organisation.name')}
            text={textOf('name')}
            languages={languages}
            faults={faults}
          />
          <LanguageFields
            name="description"
            label={t('organisation.description')}
            text={textOf('description')}
            languages={languages}
            faults={faults}
            lines={3}
            optional
          />
          <SelectField
            name="kind"
            label={t('organisation.kind')}
            defaultValue={typed?.kind ?? profile.kind}
            error={faults.kind}
            options={kinds.map((value) => ({ value, label: t(`provider.kind.${value}`) }))}
          />
          {line('website', 'url')}
          {line('email', 'email')}
          {line('gradingTable', 'url')}
          {line('linkedinId', 'text')}
        </div>
      </Section>
      <Section label={t('organisation.address')} note={t('organisation.address.note')}>
        <div className="form">
          {place('street')}
          {place('postalCode')}
          {place('locality')}
          {place('region')}
          <SelectField
            name="address.country"
            label={t('organisation.address.country')}
            defaultValue={typed?.['address.country'] ?? profile.address.country}
            error={faults['address.country']}
            options={sortCountries(locale)}
          />
          <SelectField
            name="timeZone"
            label={t('organisation.timeZone')}
            hint={t('organisation.timeZone.hint')}
            defaultValue={typed?.timeZone ?? profile.timeZone}
            error={faults.timeZone}
            options={Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value }))}
          />
        </div>
      </Section>
      <Section label={t('organisation.identifiers')} note={t('organisation.identifiers.note')}>
        <div className="form">
          <IdentifierFields
            identifiers={profile.identifiers}
            locked={profile.locked}
            typed={typed}
            faults={faults}
          />
          <ButtonRow fill>
            <Button variant="primary" name="act" value="profile">
              {t('organisation.profile.save')}
            </Button>
          </ButtonRow>
        </div>
      </Section>
    </form>
  );
}

export function sortCountries(locale: 'en' | 'nl') {
  return countries
    .map((value) => ({ value, label: nameCountry(locale, value) }))
    .sort((one, other) => one.label.localeCompare(other.label, locale));
}
