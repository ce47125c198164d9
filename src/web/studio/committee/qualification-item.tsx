import type { QualificationView } from '../../../features/quality/staff.schema.ts';
import { formatDay, formatInstantDay } from '../../lib/formatting.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import type { Problem } from '../../lib/problem.ts';
import { type State, StateMark } from '../../ui/state-mark.tsx';
import { nameQualification } from '../quality/name-qualification.ts';
import { HandInForm, ProofForm, WithdrawForm } from './qualification-forms.tsx';

type Props = {
  readonly qualification: QualificationView;
  readonly today: string;
  readonly mayKeep: boolean;
  readonly refused:
    | { readonly problem: Problem | undefined; readonly typed: Readonly<Record<string, string>> }
    | undefined;
};

const STATES: Readonly<Record<QualificationView['holding'], State>> = {
  holds: 'passed',
  withdrawn: 'failed',
  unproven: 'not-checked',
  'not-yet-valid': 'not-checked',
  expires: 'warning',
};

/** One person's qualification: whether it holds today, what shows it, and what can be done. */
export function QualificationItem({ qualification, today, mayKeep, refused }: Props) {
  const t = useT();
  const locale = useLocale();
  const { id, name, holding, until, proofs, withdrawnOn, withdrawnBecause } = qualification;
  return (
    <li className="py-4" id={`qualification-${id}`} tabIndex={-1}>
      <h3 className="h3">{name}</h3>
      <p>{nameQualification(t, qualification)}</p>
      <p className="mt-1">
        <StateMark state={STATES[holding]}>
          {t(`staff.holding.${holding}`)}
          {holding === 'holds' && until && `, ${t('staff.until', { day: formatDay(locale, until) })}`}
          {withdrawnOn && ` (${formatDay(locale, withdrawnOn)}: ${withdrawnBecause})`}
        </StateMark>
      </p>
      {proofs.length > 0 && (
        <ul className="s mt-2">
          {proofs.map((proof) => (
            <li key={`${proof.recordedAt} ${proof.reference}`}>
              <ProofLine proof={proof} />
            </li>
          ))}
        </ul>
      )}
      {mayKeep && withdrawnOn === null && (
        <div className="mt-2">
          <HandInForm {...{ id, name }} isOpen={false} />
          <ProofForm {...{ id, name, today }} refused={refused} />
          <WithdrawForm {...{ id, name }} />
        </div>
      )}
    </li>
  );
}

/** "Credential “UTQ” of University X, verified on …: holds from … until …" */
function ProofLine({ proof }: { readonly proof: QualificationView['proofs'][number] }) {
  const t = useT();
  const locale = useLocale();
  const { source, reference, validFrom, validUntil, refusal, seenOn } = proof;
  const what = { source, reference, day: seenOn ? formatDay(locale, seenOn) : '' };
  return (
    <>
      {proof.evidence === 'credential'
        ? t('staff.proof.credential', { source, reference, day: formatInstantDay(locale, proof.recordedAt) })
        : t(`staff.proof.${proof.evidence}`, what)}{' '}
      {refusal ? (
        <b>{t(`staff.refusal.${refusal as 'failed'}`, { name: proof.recipient ?? '' })}</b>
      ) : (
        <span className="text-ink2">
          {validUntil
            ? t('staff.proof.days', {
                from: formatDay(locale, validFrom),
                until: formatDay(locale, validUntil),
              })
            : t('staff.proof.from', { from: formatDay(locale, validFrom) })}
        </span>
      )}
    </>
  );
}
