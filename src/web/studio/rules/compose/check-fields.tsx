import { QUALIFICATIONS, STATEMENTS } from '../../../../features/quality/dossier.schema.ts';
import { CHECKS, type Criterion, ELEMENTS } from '../../../../features/quality/pack.schema.ts';
import { nameLanguage } from '../../../lib/design-words.ts';
import { useLocale, useT } from '../../../lib/language.tsx';
import { Checkbox, ChoiceGroup } from '../../../ui/choices.tsx';
import { SelectField, TextField } from '../../../ui/field.tsx';
import type { PackFieldsProps } from './pack-fields.ts';

type CheckProps = PackFieldsProps & {
  readonly check: Criterion['check'];
  readonly path: string;
};

/** One of the checks of the platform, and what it compares with. */
export function CheckFields(props: CheckProps) {
  const t = useT();
  const { check, path, faults } = props;
  return (
    <>
      <SelectField
        name={`${path}.name`}
        label={t('rules.check')}
        hint={t('rules.check.hint')}
        defaultValue={check?.name ?? ''}
        error={faults[`${path}.name`]}
        options={[
          { value: '', label: t('rules.check.none') },
          ...CHECKS.map((name) => ({ value: name, label: t(`rules.check.${name}`) })),
        ]}
      />
      <details
        className="editor-more"
        open={Object.keys(faults).some((name) => name.startsWith(`${path}.`) && name !== `${path}.name`)}
      >
        <summary>{t('rules.check.parameters')}</summary>
        <Parameters {...props} />
      </details>
    </>
  );
}

function Parameters({ check, path, faults, languages }: CheckProps) {
  const t = useT();
  const locale = useLocale();
  const choices = <Name extends string>(
    member: 'statements' | 'qualifications',
    names: readonly Name[],
    label: (name: Name) => string,
  ) => (
    <ChoiceGroup
      id={`${path}.${member}`}
      label={t(`rules.check.${member}`)}
      error={faults[`${path}.${member}`]}
    >
      {names.map((name) => (
        <Checkbox
          key={name}
          name={`${path}.${member}`}
          value={name}
          label={label(name)}
          defaultChecked={check?.[member]?.some((one) => one === name) ?? false}
        />
      ))}
    </ChoiceGroup>
  );
  return (
    <div className="form">
      <SelectField
        name={`${path}.element`}
        label={t('rules.check.element.which')}
        defaultValue={check?.element ?? ''}
        error={faults[`${path}.element`]}
        options={[
          { value: '', label: t('studio.not-said') },
          ...ELEMENTS.map((name) => ({ value: name, label: t(`rules.element.${name}`) })),
        ]}
      />
      <div className="form-row">
        {(['min', 'max'] as const).map((bound) => (
          <TextField
            key={bound}
            name={`${path}.${bound}`}
            inputMode="decimal"
            label={t(`rules.check.${bound}`)}
            defaultValue={check?.[bound] ?? ''}
            error={faults[`${path}.${bound}`]}
            autoComplete="off"
            optional
          />
        ))}
      </div>
      {choices('statements', STATEMENTS, (name) => t(`workbench.statement.${name}`))}
      {choices('qualifications', QUALIFICATIONS, (name) => t(`workbench.qualification.${name}`))}
      {languages.map((language) => (
        <TextField
          key={language}
          name={`${path}.words.${language}`}
          lang={language}
          label={t('rules.check.words', { language: nameLanguage(locale, language) })}
          hint={t('rules.check.words.hint')}
          defaultValue={check?.words?.[language]?.join(', ') ?? ''}
          error={faults[`${path}.words.${language}`]}
          autoComplete="off"
          optional
        />
      ))}
    </div>
  );
}
