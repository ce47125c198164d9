/** Sections of numbers and choices from the controlled lists. */
import { listConcepts, type VocabularyName } from '../../../formats/vocabularies.ts';
import { nameConcept, nameForm, nameLanguage } from '../../lib/design-words.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { Checkbox, ChoiceGroup } from '../../ui/choices.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { LanguageFields } from './language-fields.tsx';
import type { SectionProps } from './section-props.ts';

/** Languages in which courses are given here; any other that the design has is added. */
const LANGUAGES = ['nl', 'en', 'de', 'fr', 'es', 'fy'];

export function WorkloadSection({ content: { workload, validityMonths }, faults }: SectionProps) {
  const t = useT();
  const number = (name: string, value: number | undefined) => ({
    name: `content.${name}`,
    inputMode: 'decimal' as const,
    defaultValue: value ?? '',
    error: faults[`content.${name}`],
    autoComplete: 'off',
  });
  return (
    <>
      <div className="form-row" id="content.workload" tabIndex={-1}>
        <TextField {...number('workload.ects', workload.ects)} label={t('studio.workload.ects')} optional />
        <TextField
          {...number('workload.hours', workload.hours)}
          label={t('studio.workload.hours')}
          optional
        />
      </div>
      <p className="s text-ink2">{t('studio.workload.hint')}</p>
      <div className="form-row">
        <TextField
          {...number('workload.other.amount', workload.other?.amount)}
          label={t('studio.workload.other')}
          optional
        />
        <TextField
          name="content.workload.other.unit"
          label={t('studio.workload.unit')}
          defaultValue={workload.other?.unit ?? ''}
          error={faults['content.workload.other.unit']}
          optional
        />
      </div>
      <TextField
        {...number('validityMonths', validityMonths)}
        label={t('studio.workload.validity')}
        hint={t('studio.workload.validity.hint')}
        optional
      />
    </>
  );
}

export function LevelSection({ content: { level, kind }, faults }: SectionProps) {
  const t = useT();
  const options = useConceptOptions();
  return (
    <>
      <p className="measure text-ink2">
        {t(kind === 'microcredential' ? 'studio.level.must' : 'studio.level.may')}
      </p>
      <SelectField
        name="content.level.eqf"
        label={t('studio.level.eqf')}
        hint={t('studio.level.eqf.hint')}
        defaultValue={level.eqf?.toString() ?? ''}
        error={faults['content.level.eqf']}
        options={options('eqf')}
      />
      <SelectField
        name="content.level.nlqf"
        label={t('studio.level.nlqf')}
        defaultValue={level.nlqf ?? ''}
        options={options('nlqf')}
        optional
      />
      <SelectField
        name="content.level.qfEhea"
        label={t('studio.level.cycle')}
        hint={t('studio.level.cycle.hint')}
        defaultValue={level.qfEhea ?? ''}
        options={options('qfEhea')}
        optional
      />
    </>
  );
}

function useConceptOptions() {
  const t = useT();
  const locale = useLocale();
  return (vocabulary: VocabularyName) => [
    { value: '', label: t('studio.not-said') },
    ...listConcepts(vocabulary).map(({ code }) => ({
      value: code,
      label: nameConcept(locale, vocabulary, code),
    })),
  ];
}

export function FormSection({ content, faults }: SectionProps) {
  const t = useT();
  const locale = useLocale();
  const languages = [...new Set([...LANGUAGES, ...content.instructionLanguages])];
  return (
    <>
      <ChoiceGroup
        label={t('studio.form.participation')}
        hint={t('studio.form.participation.hint')}
        id="content.participation"
        error={faults['content.participation']}
      >
        {listConcepts('participation').map(({ code }) => (
          <Checkbox
            key={code}
            name="content.participation"
            value={code}
            label={nameForm({ t, locale }, code)}
            defaultChecked={content.participation.includes(code)}
          />
        ))}
      </ChoiceGroup>
      <ChoiceGroup
        label={t('studio.form.languages')}
        id="content.instructionLanguages"
        error={faults['content.instructionLanguages']}
      >
        {languages.map((language) => (
          <Checkbox
            key={language}
            name="content.instructionLanguages"
            value={language}
            label={nameLanguage(locale, language)}
            defaultChecked={content.instructionLanguages.includes(language)}
          />
        ))}
      </ChoiceGroup>
    </>
  );
}

export function QualitySection({ content: { qualityAssurance }, ...rest }: SectionProps) {
  const t = useT();
  const locale = useLocale();
  return (
    <>
      <SelectField
        name="content.qualityAssurance.type"
        label={t('studio.quality.type')}
        defaultValue={qualityAssurance?.type ?? ''}
        options={listConcepts('accreditation').map(({ code }) => ({
          value: code,
          label: nameConcept(locale, 'accreditation', code),
        }))}
      />
      <LanguageFields
        {...rest}
        name="content.qualityAssurance.statement"
        label={t('studio.quality.statement')}
        hint={t('studio.quality.statement.hint')}
        text={qualityAssurance?.statement}
        lines={3}
      />
      <LanguageFields
        {...rest}
        name="content.qualityAssurance.framework"
        label={t('studio.quality.framework')}
        hint={t('studio.quality.framework.hint')}
        text={qualityAssurance?.framework}
        optional
      />
      <TextField
        type="url"
        name="content.qualityAssurance.url"
        label={t('studio.quality.url')}
        defaultValue={qualityAssurance?.url ?? ''}
        error={rest.faults['content.qualityAssurance.url']}
        optional
      />
    </>
  );
}
