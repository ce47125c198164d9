import type { PolicyPack as Pack } from '../../features/quality/pack.schema.ts';
import { useLocale, useT } from '../lib/language.tsx';

/** What calls a review before its day; nothing where a pack names nothing. */
export function PackTriggers({ triggers }: Pick<Pack['review'], 'triggers'>) {
  const t = useT();
  const locale = useLocale();
  if (!triggers) return null;
  const { complaints, feedback, staff, rules } = triggers;
  const named = [
    complaints && t('packs.trigger.complaints', { ...complaints }),
    feedback && t('packs.trigger.feedback', { share: Math.round(feedback.lowShare * 100) }),
    staff && t('packs.trigger.staff'),
    rules && t('packs.trigger.rules'),
  ].filter((one) => typeof one === 'string');
  if (named.length === 0) return null;
  const list = new Intl.ListFormat(locale, { type: 'disjunction' }).format(named);
  return <p className="measure mt-3">{t('packs.triggers', { list })}</p>;
}
