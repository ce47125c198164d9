import type { ReactNode } from 'react';
import { useT } from '../lib/language.tsx';
import { joinClasses } from './class-names.ts';
import { type IconName, NamedIcon } from './icons.tsx';

export type State = 'passed' | 'warning' | 'failed' | 'not-checked';

/** Whatever is no known answer is "not checked": the default is the dashed circle (DESIGN 6). */
export function toState(outcome: unknown): State {
  if (outcome === 'passed' || outcome === 'warning' || outcome === 'failed') return outcome;
  return 'not-checked';
}

export function StateMark({ state, children }: { readonly state: State; readonly children?: ReactNode }) {
  const t = useT();
  return (
    <span className={joinClasses('state', `state-${state}`)}>
      <NamedIcon name={state} />
      <span>{children ?? t(`state.${state}`)}</span>
    </span>
  );
}

export type RowState = 'ready' | 'warning' | 'error' | 'duplicate' | 'has-it';

const rows = {
  ready: { icon: 'passed', look: 'state-passed' },
  warning: { icon: 'warning', look: 'state-warning' },
  error: { icon: 'failed', look: 'state-failed' },
  duplicate: { icon: 'duplicate', look: 'state-fact' },
  'has-it': { icon: 'has-it', look: 'state-fact' },
} as const satisfies Record<RowState, { icon: IconName; look: string }>;

/** The state of a row in a batch. */
export function RowStateMark({ state }: { readonly state: RowState }) {
  const t = useT();
  return (
    <span className={joinClasses('state', rows[state].look)}>
      <NamedIcon name={rows[state].icon} />
      <span>{t(`state.${state}`)}</span>
    </span>
  );
}
