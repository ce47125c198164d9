/** States, results, reasons and refusals of awards in words. */
import type { TextKey, Translate } from '../lib/i18n.ts';

export const awardStates = ['pending', 'offered', 'claimed', 'declined', 'revoked'] as const;
export type AwardState = (typeof awardStates)[number];

export const revocationReasons = [
  'issued-in-error',
  'assessment-invalid',
  'fraud',
  'superseded',
  'requested-by-holder',
  'other',
] as const;

/** As the API names it; an unknown reason is "another reason" rather than a code. */
export function sayReason(t: Translate, reason: string): string {
  const known = revocationReasons.find((one) => one === reason) ?? 'other';
  return t(`studio.reason.${known}`);
}

const refusals: Readonly<Record<string, TextKey>> = {
  'quality/audience': 'studio.refusal.audience',
  'awards/recipient-missing': 'studio.refusal.recipient-missing',
  'awards/email-malformed': 'studio.refusal.email-malformed',
  'awards/day-malformed': 'studio.refusal.day-malformed',
  'awards/day-in-the-future': 'studio.refusal.day-in-the-future',
  'awards/expires-before-award': 'studio.refusal.expires-before-award',
  'awards/language-unavailable': 'studio.refusal.language-unavailable',
  'awards/result-unknown': 'studio.refusal.result-unknown',
  'awards/result-fails': 'studio.refusal.result-fails',
  'awards/twice-in-list': 'studio.refusal.twice-in-list',
  'awards/duplicate': 'studio.refusal.duplicate',
};

/** A refusal that has no words here is told in the server's own. */
export function sayRefusal(
  t: Translate,
  problem: { readonly code: string; readonly detail: string },
): string {
  const key = refusals[problem.code];
  return key ? t(key) : problem.detail;
}
