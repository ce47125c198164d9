import type { AccreditationView } from '../../../features/accreditations/accreditations.schema.ts';
import { vocabularies } from '../../../formats/vocabularies.ts';
import { chooseText } from '../../lib/content-text.ts';
import { nameConcept } from '../../lib/design-words.ts';
import { formatTableDay } from '../../lib/formatting.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { faultsByField, type Problem } from '../../lib/problem.ts';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { Checkbox, ChoiceGroup } from '../../ui/choices.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { Section } from '../../ui/section.tsx';
import { LanguageFields } from '../designer/language-fields.tsx';
import type { TypedAccreditation } from './read-accreditation.ts';
import { languagesFor } from './read-fields.ts';

type FormProps = {
  /** As it is recorded, or as it was typed when it was refused. */
  readonly typed: TypedAccreditation;
  readonly units: readonly { readonly slug: string; readonly name: Readonly<Record<string, string>> }[];
  /** Decisions that this one could follow upon. */
  readonly before: readonly AccreditationView[];
  readonly problem: Problem | undefined;
  readonly isNew: boolean;
};

export function AccreditationForm(props: FormProps) {
  const t = useT();
  return (
    <form method="post">
      <Decision {...props} />
      <Covers {...props} />
      <Section label={t('accreditation.save')} note={t('accreditation.save.note')}>
        <ButtonRow fill>
          <Button variant="primary" name="act" value="save">
            {t(props.isNew ? 'accreditations.record' : 'accreditation.save')}
          </Button>
        </ButtonRow>
      </Section>
    </form>
  );
}

function Decision({ typed, problem, before }: FormProps) {
  const t = useT();
  const locale = useLocale();
  const faults = faultsByField(problem);
  const line = (name: 'agency' | 'register' | 'number' | 'url', required = true) => (
    <TextField
      name={name}
      type={name === 'url' ? 'url' : 'text'}
      label={t(`accreditation.${name}`)}
      hint={t(`accreditation.${name}.hint`)}
      defaultValue={typed[name]}
      error={faults[name]}
      required={required}
      optional={!required}
      autoComplete="off"
    />
  );
  const day = (name: 'validFrom' | 'validUntil', required = true) => (
    <TextField
      name={name}
      type="date"
      label={t(`accreditation.${name}`)}
      {...(required ? {} : { hint: t('accreditation.validUntil.hint') })}
      defaultValue={typed[name]}
      error={faults[name]}
      required={required}
      optional={!required}
    />
  );
  return (
    <Section label={t('accreditation.what')} note={t('accreditation.what.note')}>
      <div className="form">
        <SelectField
          name="type"
          label={t('accreditation.type')}
          hint={t('accreditation.type.hint')}
          defaultValue={typed.type}
          error={faults.type}
          options={vocabularies.accreditation.concepts.map(({ code }) => ({
            value: code,
            label: nameConcept(locale, 'accreditation', code),
          }))}
        />
        <LanguageFields
          name="title"
          label={t('accreditation.title')}
          hint={t('accreditation.title.hint')}
          text={typed.title}
          languages={languagesFor(locale, typed.title)}
          faults={faults}
        />
        {line('agency')}
        <SelectField
          name="decision"
          label={t('accreditation.outcome')}
          defaultValue={typed.decision}
          error={faults.decision}
          options={(['positive', 'conditional'] as const).map((value) => ({
            value,
            label: t(`accreditation.outcome.${value}`),
          }))}
        />
        {line('register')}
        {line('number', false)}
        {line('url')}
        {day('validFrom')}
        {day('validUntil', false)}
        {before.length > 0 && (
          <SelectField
            name="renews"
            label={t('accreditation.renews')}
            hint={t('accreditation.renews.hint')}
            defaultValue={typed.renews}
            error={faults.renews}
            options={[
              { value: '', label: t('accreditation.renews.none') },
              ...before.map(({ id, title, register, number, validFrom }) => ({
                value: id,
                label: [chooseText(title, locale).text, register, number, formatTableDay(validFrom)]
                  .filter(Boolean)
                  .join(' · '),
              })),
            ]}
          />
        )}
      </div>
    </Section>
  );
}

const LEVELS = [1, 2, 3, 4, 5, 6, 7, 8] as const;

function Covers({ typed, problem, units }: FormProps) {
  const t = useT();
  const locale = useLocale();
  const faults = faultsByField(problem);
  return (
    <Section label={t('accreditation.covers')} note={t('accreditation.covers.note')}>
      <div className="form">
        <SelectField
          name="unit"
          label={t('accreditation.unit')}
          defaultValue={typed.unit}
          error={faults.unit}
          options={[
            { value: '', label: t('accreditation.unit.all') },
            ...units.map(({ slug, name }) => ({ value: slug, label: chooseText(name, locale).text })),
          ]}
        />
        <ChoiceGroup
          label={t('accreditation.eqf')}
          hint={t('accreditation.eqf.hint')}
          id="eqf"
          error={faults.eqf}
        >
          {LEVELS.map((level) => (
            <Checkbox
              key={level}
              name="eqf"
              value={String(level)}
              label={t('level.eqf', { level })}
              defaultChecked={typed.eqf.includes(level)}
            />
          ))}
        </ChoiceGroup>
        <TextField
          name="fields"
          label={t('accreditation.fields')}
          hint={t('accreditation.fields.hint')}
          defaultValue={typed.fields}
          error={faults.fields}
          autoComplete="off"
          optional
        />
      </div>
    </Section>
  );
}
