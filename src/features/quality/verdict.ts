/** What somebody who weighs a criterion says of it. */
export const VERDICTS = ['met', 'partly', 'not-met', 'not-applicable'] as const;

export type Verdict = {
  readonly criterion: string;
  readonly verdict: (typeof VERDICTS)[number];
  readonly reason: string;
};
