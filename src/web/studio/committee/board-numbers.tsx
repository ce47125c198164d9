import { formatNumber } from '../../lib/formatting.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { type BoardItem, type Stage, stageOf } from './stages.ts';

const UNDER_WAY: readonly Stage[] = ['ideas', 'designing', 'expert', 'committee', 'approved'];

/** Four numbers, of everything that the reader reaches; each leads to what it counts where one list shows it. */
export function BoardNumbers({ items }: { readonly items: readonly BoardItem[] }) {
  const t = useT();
  const locale = useLocale();
  const at = (...stages: readonly Stage[]) =>
    items.filter(({ state }) => stages.some((stage) => stage === stageOf(state))).length;
  const numbers = [
    { key: 'under-way', count: at(...UNDER_WAY), href: undefined },
    { key: 'late', count: items.filter(({ late }) => late).length, href: '?late=1' },
    { key: 'committee', count: at('committee'), href: '/studio/quality/meetings' },
    { key: 'review', count: at('review'), href: '?stage=review' },
  ] as const;
  return (
    <dl className="figures">
      {numbers.map(({ key, count, href }) => (
        <div key={key}>
          <dt className="s text-ink2">{t(`board.number.${key}`)}</dt>
          <dd className="figure-number">
            {href && count > 0 ? (
              <a href={href}>{formatNumber(locale, count)}</a>
            ) : (
              formatNumber(locale, count)
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
