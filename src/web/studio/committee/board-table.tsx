import { sayCause } from '../../features/feedback/say-cause.ts';
import { formatTableDay } from '../../lib/formatting.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { Content } from '../../ui/content-text.tsx';
import { StateMark } from '../../ui/state-mark.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { type Kind, Punches } from '../../ui/tags.tsx';
import { qualityAddressOf } from '../quality/addresses.ts';
import { lookUp } from '../quality/look-up.ts';
import type { BoardItem, Stage } from './stages.ts';

/** Stages after the decision: what counts there is the next review, before it the day on which it should move on. */
const DECIDED: readonly Stage[] = ['approved', 'in-use', 'review', 'suspended', 'ending'];

export function BoardTable({
  stage,
  items,
}: {
  readonly stage: Stage;
  readonly items: readonly BoardItem[];
}) {
  const t = useT();
  const columns = useColumns(DECIDED.includes(stage));
  if (items.length === 0) return <p className="text-ink2">{t('board.stage.empty')}</p>;
  return (
    <Table
      caption={t(`board.stage.${stage}`)}
      rows={items}
      rowKey={({ design, cycle }) => `${design}-${cycle}`}
      finding={({ late }) => (late ? 'warning' : undefined)}
      columns={columns}
    />
  );
}

function useColumns(isDecided: boolean): readonly [Column<BoardItem>, ...Column<BoardItem>[]] {
  const t = useT();
  return [
    { key: 'design', head: t('board.design'), cell: (item) => <Named item={item} /> },
    { key: 'people', head: t('board.people'), cell: (item) => <People item={item} /> },
    {
      key: 'since',
      head: t('board.stands'),
      cell: ({ state, days }) => (
        <>
          {lookUp(t, `workbench.state.${state}`) ?? state}
          <span className="block text-ink2">
            {days === 0 ? t('board.today') : t('board.days', { count: days })}
          </span>
        </>
      ),
    },
    isDecided
      ? {
          key: 'review',
          head: t('board.review'),
          cell: (item) => <Review item={item} />,
        }
      : { key: 'target', head: t('board.target'), cell: (item) => <Target item={item} /> },
  ];
}

/** By when, and why it was called before. */
function Review({ item: { reviewDue, causes } }: { readonly item: BoardItem }) {
  const t = useT();
  const locale = useLocale();
  const early = causes.filter(({ kind }) => kind !== 'day');
  return (
    <>
      {reviewDue ? formatTableDay(reviewDue) : t('board.review.none')}
      {early.length > 0 && (
        <span className="s block text-ink2">
          {early.map((cause) => sayCause(t, locale, cause)).join('; ')}
        </span>
      )}
    </>
  );
}

function Named({ item: { design, title, kind, unit, cycle } }: { readonly item: BoardItem }) {
  const t = useT();
  return (
    <div className="board-named">
      <a href={qualityAddressOf(design)} className="t2 board-title quiet-link">
        <Content text={title} quiet />
      </a>
      <span className="s text-ink2">
        {unit && <Content text={unit} quiet />}
        {cycle > 1 && `${unit ? ' · ' : ''}${t('board.version', { number: cycle })}`}
      </span>
      <Punches kind={kind as Kind /* a design's kind, which the API names as text */} />
    </div>
  );
}

function People({ item: { makers, expert } }: { readonly item: BoardItem }) {
  const t = useT();
  const names = makers.map(({ name }) => name).filter(Boolean);
  return (
    <>
      {names.length > 0 ? names.join(', ') : t('board.makers.none')}
      {expert?.name && <span className="block text-ink2">{t('board.expert', { name: expert.name })}</span>}
    </>
  );
}

/** Lateness has an icon and words. */
function Target({ item: { target, late } }: { readonly item: BoardItem }) {
  const t = useT();
  if (target === null) return t('board.target.none');
  const day = formatTableDay(target);
  return late ? <StateMark state="warning">{t('board.target.late', { day })}</StateMark> : day;
}
