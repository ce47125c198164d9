import { formatDay } from '../../lib/formatting.ts';
import type { Locale, TextKey, Translate } from '../../lib/i18n.ts';

type Cause = { readonly kind: string; readonly ref: string };

/** Why a review was called, in one clause. */
export function sayCause(t: Translate, locale: Locale, { kind, ref }: Cause): string {
  const value = kind === 'day' ? formatDay(locale, ref) : ref;
  const [group = ''] = ref.split(':', 1);
  if (kind === 'feedback')
    return t('review.cause.feedback', { group: t(`feedback.group.${group}` as TextKey) });
  return t(`review.cause.${kind}` as TextKey, { ref: value });
}
