import type { ReactNode } from 'react';
import { useT } from '../lib/language.tsx';
import { type State, StateMark } from './state-mark.tsx';

export type CheckRow = {
  readonly id: string;
  readonly name: string;
  readonly state: State;
  readonly finding: ReactNode;
  readonly note?: ReactNode;
  /** What an expert wants to see: identifiers, times, digests. */
  readonly details?: ReactNode;
};

/** The checks in the order in which they ran. */
export function CheckList({ checks }: { readonly checks: readonly CheckRow[] }) {
  const t = useT();
  return (
    <ol className="check-list">
      {checks.map(({ id, name, state, finding, note, details }) => (
        <li key={id} data-check={id}>
          <span className="check-name">{name}</span>
          <span className="check-state">
            <StateMark state={state} />
          </span>
          <span className="check-finding">
            {finding}
            {note && <span className="check-note">{note}</span>}
          </span>
          {details && (
            <details className="check-details">
              <summary aria-label={t('frame.details-of', { name })}>{t('frame.details')}</summary>
              <div className="check-more xs">{details}</div>
            </details>
          )}
        </li>
      ))}
    </ol>
  );
}
