import type { FrameworkView } from '../../../features/frameworks/frameworks.schema.ts';
import { formatInstantDay } from '../../lib/formatting.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { Content } from '../../ui/content-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Table } from '../../ui/table.tsx';

type Props = {
  readonly frameworks: readonly FrameworkView[];
  /** Where the pages of frameworks stand. */
  readonly page: string;
};

export function FrameworkList({ frameworks, page }: Props) {
  const t = useT();
  const locale = useLocale();
  if (frameworks.length === 0)
    return <EmptyState title={t('frameworks.none')}>{t('frameworks.none.text')}</EmptyState>;
  return (
    <Table
      caption={t('frameworks.title')}
      rows={frameworks}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          head: t('frameworks.name'),
          cell: ({ id, name, publisher, version }) => (
            <>
              <a href={`${page}/${id}`}>{name}</a>
              <span className="s block text-ink2">{[publisher, version].filter(Boolean).join(', ')}</span>
            </>
          ),
        },
        {
          key: 'whose',
          head: t('frameworks.whose'),
          cell: ({ offered, offeredBy }) =>
            offeredBy ? (
              <>
                {t('frameworks.whose.offered-by')} <Content text={offeredBy} />
              </>
            ) : (
              t(offered ? 'frameworks.whose.for-all' : 'frameworks.whose.own')
            ),
        },
        { key: 'items', head: t('frameworks.skills'), cell: ({ items }) => items, number: true },
        {
          key: 'brought',
          head: t('frameworks.imported'),
          cell: ({ importedAt }) => formatInstantDay(locale, importedAt),
        },
      ]}
    />
  );
}
