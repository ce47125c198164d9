import { formatDay } from '../../lib/formatting.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { StateMark } from '../../ui/state-mark.tsx';
import { type Refused, typedFor } from './act-form.tsx';
import type { Quality } from './find-quality.ts';

type ConditionsProps = { readonly quality: Quality; readonly refused: Refused };

/** What the approval asks for still, who does it and by when; whoever guides the design ticks it off. */
export function Conditions({ quality, refused }: ConditionsProps) {
  const t = useT();
  const { conditions, may } = quality;
  return (
    <>
      <p className="measure">{t('workbench.conditions.note')}</p>
      <ol className="findings-plain mt-3">
        {conditions.map((condition, at) => (
          <li key={condition.text}>
            <Standing condition={condition} />
            {!condition.metOn && may.includes('meet-condition') && (
              <MetForm number={at + 1} refused={refused} />
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

function Standing({ condition }: { readonly condition: Quality['conditions'][number] }) {
  const t = useT();
  const locale = useLocale();
  const { text, owner, due, metOn } = condition;
  return (
    <>
      <StateMark state={metOn ? 'passed' : 'warning'}>{text}</StateMark>
      <p className="s text-ink2">
        {metOn
          ? t('workbench.condition.met', { owner, date: formatDay(locale, metOn) })
          : t('workbench.condition.open', { owner, date: formatDay(locale, due) })}
      </p>
    </>
  );
}

function MetForm({ number, refused }: { readonly number: number; readonly refused: Refused }) {
  const t = useT();
  const act = `condition:${number}`;
  return (
    <details className="editor-more" open={refused?.act === act}>
      <summary>{t('workbench.condition.tick')}</summary>
      <form method="post" className="act-form">
        <TextArea
          id={`condition-${number}-shown`}
          name="shown"
          label={t('workbench.condition.shown')}
          rows={2}
          defaultValue={typedFor(refused, act).shown ?? ''}
          required
        />
        <div className="button-row">
          <Button variant="secondary" name="act" value={act}>
            {t('workbench.condition.record')}
          </Button>
        </div>
      </form>
    </details>
  );
}
