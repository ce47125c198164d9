import { useT } from '../lib/language.tsx';
import { faultsByField, type Problem } from '../lib/problem.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';

export function readCodeForm(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  return {
    intent: form.get('intent') === 'send-code' ? ('send-code' as const) : ('verify-code' as const),
    address: text('address'),
    code: text('code'),
  };
}

type CodeFormsProps = {
  readonly codeSent: boolean;
  /** Where the first of the two forms stands. */
  readonly again: string;
  readonly problem: Problem | undefined;
};

/** First the address, then the six digits that were sent to it. */
export function CodeForms({ codeSent, again, problem }: CodeFormsProps) {
  const t = useT();
  const faults = faultsByField(problem);
  if (codeSent)
    return (
      <form method="post" className="form claim-form">
        <input type="hidden" name="intent" value="verify-code" />
        <TextField
          name="code"
          label={t('claim.code')}
          hint={t('claim.code.hint')}
          error={faults.code && t('account.code.refused')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
          required
        />
        <ButtonRow fill>
          <Button variant="primary">{t('claim.code.verify')}</Button>
          <a href={again}>{t('claim.code.again')}</a>
        </ButtonRow>
      </form>
    );
  return (
    <form method="post" className="form claim-form">
      <input type="hidden" name="intent" value="send-code" />
      <TextField
        name="address"
        type="email"
        label={t('claim.address')}
        error={faults.address && t('account.address.malformed')}
        autoComplete="email"
        required
      />
      <ButtonRow fill>
        <Button variant="primary">{t('claim.code.send')}</Button>
      </ButtonRow>
    </form>
  );
}
