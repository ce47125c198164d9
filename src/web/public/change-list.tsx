import type { PublicChanges } from '../../features/quality/quality.schema.ts';
import { formatDay } from '../lib/formatting.ts';
import type { TextKey } from '../lib/i18n.ts';
import { useLocale, useT } from '../lib/language.tsx';
import { FactList } from '../ui/facts.tsx';
import { Section } from '../ui/section.tsx';

type Change = PublicChanges['changes'][number];

/** Every version and review: the day, what changed, how much that weighs, and when it is looked at again. */
export function ChangeList({ changes: { changes, nextReview } }: { readonly changes: PublicChanges }) {
  const t = useT();
  const locale = useLocale();
  const next = nextReview ? [{ label: t('changes.next'), value: formatDay(locale, nextReview) }] : [];
  return (
    <Section label={t('changes.title')} note={t('changes.note')} id="changes">
      <FactList
        facts={[
          ...next,
          ...changes.map((change) => ({
            label: t(change.kind === 'review' ? 'changes.review-on' : 'changes.version-on', {
              ...{ date: formatDay(locale, change.on), number: change.version },
            }),
            value: <What change={change} />,
          })),
        ]}
      />
    </Section>
  );
}

function What({ change: { kind, class: weight, parts, nextReview } }: { readonly change: Change }) {
  const t = useT();
  const locale = useLocale();
  if (kind === 'review')
    return nextReview
      ? t('changes.reviewed.next', { date: formatDay(locale, nextReview) })
      : t('changes.reviewed');
  if (weight === null) return t('changes.first');
  const named = parts.map((part) => t(`changes.part.${part}` as TextKey)).join(', ');
  return (
    <>
      {t(`changes.class.${weight}`)}
      {named && `: ${named}`}
    </>
  );
}
