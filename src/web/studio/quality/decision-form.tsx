import { useT } from '../../lib/language.tsx';
import { RadioGroup } from '../../ui/choices.tsx';
import { TextField } from '../../ui/field.tsx';
import { type Refused, typedFor } from './act-form.tsx';
import type { Quality } from './find-quality.ts';
import { JudgingForm, SummaryField } from './judging-form.tsx';
import { VerdictFields } from './verdict-fields.tsx';

const OUTCOMES = ['approved', 'approved-conditional', 'changes-requested', 'rejected'] as const;

/** Room for as many conditions as a committee usually sets; those without words are none. */
const CONDITIONS = [0, 1, 2] as const;

/** The chair speaks the decision of the committee. */
export function DecisionForm({ quality, refused }: { readonly quality: Quality; readonly refused: Refused }) {
  const t = useT();
  const typed = typedFor(refused, 'decide');
  return (
    <JudgingForm act="decide" record={t('workbench.decision.record')}>
      <p className="measure">
        <b>{t('workbench.decision.exactly')}</b> {t('workbench.decision.exactly.note')}
      </p>
      <Quorum quality={quality} />
      <VerdictFields quality={quality} typed={typed} />
      <RadioGroup
        label={t('workbench.decision.outcome')}
        name="outcome"
        chosen={typed.outcome}
        options={OUTCOMES.map((value) => ({
          value,
          label: t(`workbench.decision.${value}`),
          hint: t(`workbench.decision.${value}.hint`),
        }))}
      />
      <details className="editor-more" open={typed.outcome === 'approved-conditional'}>
        <summary>{t('workbench.conditions.open')}</summary>
        <ConditionFields typed={typed} />
      </details>
      <SummaryField
        id="decision-summary"
        label={t('workbench.decision.summary')}
        hint={t('workbench.opinion.summary.hint')}
        typed={typed}
      />
    </JudgingForm>
  );
}

function Quorum({ quality: { pack, votes } }: { readonly quality: Quality }) {
  const t = useT();
  const gate = pack.gates.find(({ step }) => step === 'committee');
  const counted = votes.filter(({ vote }) => vote !== 'recused').length;
  return (
    <p className="s text-ink2">
      {t('workbench.decision.votes', { count: counted, quorum: gate?.quorum ?? 3 })}
      {gate?.rule && ` ${t(`workbench.rule.${gate.rule as 'majority' | 'consensus'}`)}`}
    </p>
  );
}

function ConditionFields({ typed }: { readonly typed: Readonly<Record<string, string>> }) {
  const t = useT();
  return (
    <div className="editor-row-fields">
      {CONDITIONS.map((at) => (
        <fieldset key={at} className="condition-fields">
          <legend className="group-label">{t('workbench.condition', { number: at + 1 })}</legend>
          <TextField
            name={`condition.${at}.text`}
            label={t('workbench.condition.text')}
            defaultValue={typed[`condition.${at}.text`] ?? ''}
            autoComplete="off"
          />
          <TextField
            name={`condition.${at}.owner`}
            label={t('workbench.condition.owner')}
            defaultValue={typed[`condition.${at}.owner`] ?? ''}
            autoComplete="off"
          />
          <TextField
            type="date"
            name={`condition.${at}.due`}
            label={t('workbench.condition.due')}
            defaultValue={typed[`condition.${at}.due`] ?? ''}
          />
        </fieldset>
      ))}
    </div>
  );
}
