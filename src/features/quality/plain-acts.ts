/** Acts that only move a design; those that judge it have a verb of their own. */
export const PLAIN_ACTS = [
  'hand-in-idea',
  'take-on',
  'reopen',
  'appeal',
  'start-review',
  'renew',
  'suspend',
  'resume',
  'teach-out',
  'withdraw',
] as const;
export type PlainAct = (typeof PLAIN_ACTS)[number];
