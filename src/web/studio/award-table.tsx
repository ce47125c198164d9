import type { AwardView } from '../../features/awards/awards.schema.ts';
import { chooseText } from '../lib/content-text.ts';
import { formatTableDay } from '../lib/formatting.ts';
import { useLocale, useT } from '../lib/language.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { AwardStateMark } from './award-state.tsx';

export function AwardTable({ awards }: { readonly awards: readonly AwardView[] }) {
  const t = useT();
  const locale = useLocale();
  const columns: [Column<AwardView>, ...Column<AwardView>[]] = [
    {
      key: 'name',
      head: t('studio.awards.recipient'),
      cell: ({ id, recipient }) => (
        <>
          <a href={`/studio/awards/${id}`}>
            {recipient?.name ?? recipient?.email ?? recipient?.identifier ?? t('studio.award.erased')}
          </a>
          {recipient?.name && (
            <span className="s block text-ink2">{recipient.email ?? recipient.identifier}</span>
          )}
        </>
      ),
    },
    {
      key: 'title',
      head: t('studio.awards.what'),
      cell: ({ title, version }) => (
        <>
          {title}
          <span className="s block text-ink2">{t('studio.version.number', { number: version })}</span>
        </>
      ),
    },
    {
      key: 'result',
      head: t('studio.awards.result'),
      cell: ({ resultText }) => (resultText ? chooseText(resultText, locale).text : '–'),
    },
    {
      key: 'day',
      head: t('studio.awards.awarded-on'),
      cell: ({ awardedOn }) => <span className="whitespace-nowrap">{formatTableDay(awardedOn)}</span>,
    },
    {
      key: 'state',
      head: t('studio.awards.state'),
      cell: ({ state, expired, letterWithheld }) => (
        <>
          <AwardStateMark state={state} expired={expired} />
          {letterWithheld && state === 'offered' && (
            <span className="s block text-ink2">{t('letters.withheld.row')}</span>
          )}
        </>
      ),
    },
  ];
  return <Table caption={t('studio.awards.title')} columns={columns} rows={awards} rowKey={({ id }) => id} />;
}
