import type { ProofReason } from '../format.ts';

export type Refused = {
  readonly outcome: 'failed' | 'not-checked';
  readonly reason: ProofReason;
  readonly detail?: string;
};

export function refuse(reason: ProofReason, detail?: string): Refused {
  return { outcome: 'failed', reason, ...(detail === undefined ? {} : { detail }) };
}

/** Nothing was proven either way. */
export function notChecked(reason: ProofReason, detail?: string): Refused {
  return { outcome: 'not-checked', reason, ...(detail === undefined ? {} : { detail }) };
}
