import { STEPS } from '../../../../features/quality/pack.schema.ts';
import { useT } from '../../../lib/language.tsx';
import { Checkbox, ChoiceGroup } from '../../../ui/choices.tsx';
import { SelectField, TextField } from '../../../ui/field.tsx';
import { LanguageFields } from '../../designer/language-fields.tsx';
import type { PackFieldsProps } from './pack-fields.ts';

type Step = (typeof STEPS)[number];

/** Who looks, in the order in which a design passes them; what is not ticked is no gate. */
export function GateFields(props: PackFieldsProps) {
  return (
    <div className="form">
      {STEPS.map((step) => (
        <OneGate key={step} {...props} step={step} />
      ))}
    </div>
  );
}

function OneGate({ pack, faults, step }: PackFieldsProps & { readonly step: Step }) {
  const t = useT();
  const gate = pack.gates.find((one) => one.step === step);
  const path = `gates.${step}`;
  const tick = (name: 'on' | 'optional' | 'conditional', checked: boolean, label: string) => (
    <Checkbox name={`${path}.${name}`} value="yes" label={label} defaultChecked={checked} />
  );
  const number = (name: 'days' | 'quorum', value: number | undefined) => (
    <TextField
      name={`${path}.${name}`}
      inputMode="numeric"
      label={t(`rules.gate.${name}`)}
      defaultValue={value ?? ''}
      error={faults[`${path}.${name}`]}
      autoComplete="off"
    />
  );
  return (
    <ChoiceGroup
      id={`${path}.on`}
      label={t(`packs.gate.${step}`)}
      error={faults[`${path}.on`] ?? faults[`${path}.optional`]}
    >
      {tick('on', gate !== undefined, t('rules.gate.on'))}
      {step === 'peer' && tick('optional', gate?.optional ?? false, t('packs.gate.optional'))}
      <div className="form-row">
        {number('days', gate?.days)}
        {step === 'committee' && number('quorum', gate?.quorum)}
        {step === 'committee' && (
          <SelectField
            name={`${path}.rule`}
            label={t('rules.gate.rule')}
            defaultValue={gate?.rule ?? 'majority'}
            options={(['majority', 'consensus'] as const).map((value) => ({
              value,
              label: t(`packs.gate.${value}`),
            }))}
          />
        )}
      </div>
      {step === 'committee' && tick('conditional', gate?.conditional ?? false, t('packs.gate.conditional'))}
    </ChoiceGroup>
  );
}

const REVIEW = ['firstMonths', 'months', 'warnDays', 'graceDays'] as const;

export function ReviewFields({ pack, languages, faults }: PackFieldsProps) {
  const t = useT();
  return (
    <div className="form">
      <div className="form-row">
        {REVIEW.map((name) => (
          <TextField
            key={name}
            name={`review.${name}`}
            inputMode="numeric"
            label={t(`rules.review.${name}`)}
            defaultValue={pack.review[name] ?? ''}
            error={faults[`review.${name}`]}
            autoComplete="off"
          />
        ))}
      </div>
      <TextField
        name="appeal.days"
        inputMode="numeric"
        label={t('rules.appeal.days')}
        hint={t('rules.appeal.days.hint')}
        defaultValue={pack.appeal?.days ?? ''}
        error={faults['appeal.days']}
        autoComplete="off"
        optional
      />
      <LanguageFields
        name="appeal.body"
        label={t('rules.appeal.body')}
        text={pack.appeal?.body}
        languages={languages}
        faults={faults}
        optional
      />
    </div>
  );
}
