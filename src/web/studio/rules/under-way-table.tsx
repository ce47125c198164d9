import type { AdoptionPreview } from '../../../features/quality/packs.schema.ts';
import { useT } from '../../lib/language.tsx';
import { Content } from '../../ui/content-text.tsx';
import { StateMark } from '../../ui/state-mark.tsx';
import { Table } from '../../ui/table.tsx';
import { qualityAddressOf } from '../quality/addresses.ts';
import { lookUp } from '../quality/look-up.ts';

/** Designs that are not decided yet, with what the new rules would ask of each. */
export function UnderWayTable({ underWay }: Pick<AdoptionPreview, 'underWay'>) {
  const t = useT();
  if (underWay.length === 0) return <p>{t('rules.adopt.designs.none')}</p>;
  return (
    <Table
      caption={t('rules.adopt.designs')}
      rows={underWay}
      rowKey={({ design }) => design}
      finding={({ opens }) => (opens.length > 0 ? 'warning' : undefined)}
      columns={[
        {
          key: 'design',
          head: t('board.design'),
          cell: ({ design, title }) => (
            <a href={qualityAddressOf(design)}>
              <Content text={title} quiet />
            </a>
          ),
        },
        {
          key: 'state',
          head: t('board.stands'),
          cell: ({ state }) => lookUp(t, `workbench.state.${state}`) ?? state,
        },
        {
          key: 'opens',
          head: t('rules.adopt.opens'),
          cell: ({ opens }) =>
            opens.length === 0 ? (
              <StateMark state="passed">{t('rules.adopt.opens.none')}</StateMark>
            ) : (
              <StateMark state="warning">{opens.join(', ')}</StateMark>
            ),
        },
        { key: 'closes', head: t('rules.adopt.closes'), cell: ({ closes }) => closes.join(', ') || '–' },
      ]}
    />
  );
}
