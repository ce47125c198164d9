import type { z } from 'zod';
import type { meetingsSchema } from '../../../features/quality/quality.schema.ts';
import { formatDay, formatInstantDay } from '../../lib/formatting.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { Content } from '../../ui/content-text.tsx';
import { Table } from '../../ui/table.tsx';
import { qualityAddressOf } from '../quality/addresses.ts';

type MeetingsView = z.infer<typeof meetingsSchema>;

export function WaitingTable({ waiting }: Pick<MeetingsView, 'waiting'>) {
  const t = useT();
  const locale = useLocale();
  if (waiting.length === 0) return <p>{t('committee.waiting.none')}</p>;
  return (
    <Table
      caption={t('committee.waiting')}
      rows={waiting}
      rowKey={({ design }) => design}
      columns={[
        {
          key: 'design',
          head: t('board.design'),
          cell: ({ design, title }) => (
            <a href={qualityAddressOf(design)} className="t2 board-title quiet-link">
              <Content text={title} quiet />
            </a>
          ),
        },
        {
          key: 'since',
          head: t('committee.waits-since'),
          cell: ({ since }) => formatInstantDay(locale, since),
        },
      ]}
    />
  );
}

type MeetingTableProps = Pick<MeetingsView, 'meetings'> & { readonly caption: string; readonly none: string };

export function MeetingTable({ caption, meetings, none }: MeetingTableProps) {
  const t = useT();
  const locale = useLocale();
  if (meetings.length === 0) return <p>{none}</p>;
  return (
    <Table
      caption={caption}
      rows={meetings}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'day',
          head: t('committee.meeting'),
          cell: ({ id, day }) => <a href={`/studio/quality/meetings/${id}`}>{formatDay(locale, day)}</a>,
        },
        { key: 'place', head: t('committee.place'), cell: ({ place }) => place },
        { key: 'state', head: t('committee.state'), cell: ({ state }) => t(`committee.state.${state}`) },
        { key: 'items', head: t('committee.items'), cell: ({ items }) => items, number: true },
      ]}
    />
  );
}
