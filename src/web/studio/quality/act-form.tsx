import type { ReactNode } from 'react';
import { useT } from '../../lib/language.tsx';
import type { Problem } from '../../lib/problem.ts';
import { Button, type ButtonVariant } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';

/** What was refused: the act, and what was typed for it. */
export type Refused =
  | { readonly problem: Problem; readonly act: string; readonly typed: Readonly<Record<string, string>> }
  | undefined;

export function typedFor(refused: Refused, act: string): Readonly<Record<string, string>> {
  return refused?.act === act ? refused.typed : {};
}

export type PlainAct =
  | 'hand-in-idea'
  | 'take-on'
  | 'check'
  | 'submit'
  | 'reopen'
  | 'appeal'
  | 'start-review'
  | 'renew'
  | 'suspend'
  | 'resume'
  | 'teach-out'
  | 'withdraw'
  | 'recuse';

/** Those who are concerned are owed a reason. */
const REASONED: readonly PlainAct[] = ['appeal', 'renew', 'suspend', 'resume', 'start-review', 'recuse'];
/** Asked in place: nothing of this is done by one press. */
const HEAVY = ['suspend', 'teach-out', 'withdraw'] as const satisfies readonly PlainAct[];

type PlainActProps = {
  readonly act: PlainAct;
  readonly variant: ButtonVariant;
  readonly refused: Refused;
  readonly unavailable?: ReactNode;
};

/** One act: what it does, a reason where one is owed, its button. */
export function PlainActForm({ act, variant, refused, unavailable }: PlainActProps) {
  const t = useT();
  const heavy = HEAVY.find((one) => one === act);
  const form = (
    <form method="post" className="act-form">
      <p className="measure">{t(`workbench.act.${act}.means`)}</p>
      {REASONED.includes(act) && (
        <TextArea
          id={`${act}-reason`}
          name="reason"
          label={t('workbench.act.reason')}
          rows={2}
          defaultValue={typedFor(refused, act).reason ?? ''}
        />
      )}
      <div className="button-row">
        <Button variant={heavy ? 'destructive' : variant} name="act" value={act} unavailable={unavailable}>
          {t(`workbench.act.${act}`)}
        </Button>
      </div>
    </form>
  );
  if (!heavy) return form;
  return (
    <details className="retire" open={refused?.act === act}>
      <summary>{t(`workbench.act.${heavy}.open`)}</summary>
      {form}
    </details>
  );
}
