/**
 * What is kept about people, by whose duty, and until when: one table, which the page about the reader's data shows,
 * the daily job follows, and docs/privacy.md repeats.
 */

import type { KeptKind } from '../features/backpack/index.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** `account`: until the account is erased; a number: days after it was over; `law`: what an institution must keep; `choice`: until they undo it, also after erasure. */
export type Keeping = 'account' | 'law' | 'choice' | number;

export const RETENTION = {
  account: 'account',
  names: 'account',
  identities: 'account',
  passkeys: 'account',
  addresses: 'account',
  sessions: 0,
  signIns: 0,
  codes: 1,
  memberships: 'account',
  invitations: 180,
  qualifications: 'account',
  agreements: 'account',
  awards: 'account',
  references: 365,
  documents: 'account',
  publications: 'account',
  consents: 'account',
  feedback: 'account',
  history: 'law',
  awardNumbers: 'law',
  letterWishes: 'choice',
} as const satisfies Record<KeptKind, Keeping>;

type Timed = { [Kind in KeptKind]: (typeof RETENTION)[Kind] extends number ? Kind : never }[KeptKind];

/** What was over before that instant is kept no longer. */
export function keptSince(kind: Timed, now: Date): Date {
  return new Date(now.getTime() - RETENTION[kind] * DAY_MS);
}
