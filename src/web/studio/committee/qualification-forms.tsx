import type { ReactNode } from 'react';
import { useT } from '../../lib/language.tsx';
import { faultsByField, type Problem } from '../../lib/problem.ts';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { SelectField, TextArea, TextField } from '../../ui/field.tsx';

type Of = { readonly id: string; readonly name: string };
type Refused = { readonly problem: Problem | undefined; readonly typed: Readonly<Record<string, string>> };

function Foldable({
  title,
  name,
  isOpen,
  children,
}: {
  readonly title: string;
  readonly name: string;
  readonly isOpen: boolean;
  readonly children: ReactNode;
}) {
  return (
    <details className="mt-1" open={isOpen}>
      <summary className="text-link">
        {title}
        <span className="sr-only">: {name}</span>
      </summary>
      {children}
    </details>
  );
}

/** The file is verified and not kept. */
export function HandInForm({ id, name, isOpen }: Of & { readonly isOpen: boolean }) {
  const t = useT();
  return (
    <Foldable title={t('staff.hand-in')} {...{ name, isOpen }}>
      <form method="post" encType="multipart/form-data" className="form mt-3">
        <input type="hidden" name="qualification" value={id} />
        <TextField
          id={`file-${id}`}
          name="file"
          type="file"
          label={t('staff.hand-in.file')}
          hint={t('staff.hand-in.hint')}
          accept=".json,.jwt,.txt,.png,.svg,.pdf"
          required
        />
        <ButtonRow fill>
          <Button name="act" value="hand-in">
            {t('staff.hand-in.check')}
          </Button>
        </ButtonRow>
      </form>
    </Foldable>
  );
}

export function ProofForm({
  id,
  name,
  today,
  refused,
}: Of & { readonly today: string; readonly refused: Refused | undefined }) {
  const t = useT();
  const faults = faultsByField(refused?.problem);
  const line = (field: 'source' | 'seenOn' | 'validFrom' | 'validUntil', type = 'date') => (
    <TextField
      id={`${field}-${id}`}
      name={field}
      type={type}
      label={t(`staff.${field}`)}
      defaultValue={refused?.typed[field] ?? (field === 'seenOn' ? today : '')}
      error={faults[field]}
      required={field !== 'validUntil'}
      optional={field === 'validUntil'}
      autoComplete="off"
    />
  );
  return (
    <Foldable title={t('staff.prove')} name={name} isOpen={refused?.typed.act === 'prove'}>
      <form method="post" className="form mt-3">
        <input type="hidden" name="qualification" value={id} />
        <SelectField
          id={`evidence-${id}`}
          name="evidence"
          label={t('staff.evidence')}
          hint={t('staff.evidence.hint')}
          defaultValue={refused?.typed.evidence ?? 'register'}
          options={(['register', 'equivalence'] as const).map((value) => ({
            value,
            label: t(`staff.evidence.${value}`),
          }))}
        />
        {line('source', 'text')}
        <TextArea
          id={`reference-${id}`}
          name="reference"
          label={t('staff.reference')}
          defaultValue={refused?.typed.reference ?? ''}
          error={faults.reference}
          required
        />
        {line('seenOn')}
        {line('validFrom')}
        {line('validUntil')}
        <ButtonRow fill>
          <Button name="act" value="prove">
            {t('staff.prove.save')}
          </Button>
        </ButtonRow>
      </form>
    </Foldable>
  );
}

export function WithdrawForm({ id, name }: Of) {
  const t = useT();
  return (
    <Foldable title={t('staff.withdraw')} name={name} isOpen={false}>
      <form method="post" className="form mt-3">
        <input type="hidden" name="qualification" value={id} />
        <p className="measure">{t('staff.withdraw.text')}</p>
        <TextField
          id={`because-${id}`}
          name="because"
          label={t('staff.withdraw.because')}
          maxLength={500}
          required
        />
        <ButtonRow fill>
          <Button variant="destructive" name="act" value="withdraw">
            {t('staff.withdraw')}
          </Button>
        </ButtonRow>
      </form>
    </Foldable>
  );
}
