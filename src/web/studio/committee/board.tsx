import { boardSchema } from '../../../features/quality/quality.schema.ts';
import { addQuery } from '../../lib/add-query.ts';
import { readApi } from '../../lib/api.ts';
import { appContext } from '../../lib/app-context.ts';
import { useT } from '../../lib/language.tsx';
import type { PageHandle } from '../../lib/page-handle.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page, PageHead } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import type { Route } from './+types/board.ts';
import { BoardFilters } from './board-filters.tsx';
import { BoardNumbers } from './board-numbers.tsx';
import { BoardTable } from './board-table.tsx';
import { QualityTabs } from './quality-tabs.tsx';
import { groupBoard, readBoardFilter } from './stages.ts';

export const handle: PageHandle = { scripts: false };

export async function loader({ context, request }: Route.LoaderArgs) {
  const { session } = context.get(appContext);
  const { items } = await readApi(context, '/api/v1/quality/board', boardSchema);
  const { search } = new URL(request.url);
  const filter = readBoardFilter(search, session.person?.id);
  return { items, search, filter, groups: groupBoard(items, filter) };
}

/** Where every design stands: a section for each stage, the answer in four numbers above. */
export default function Board({ loaderData: { items, search, filter, groups } }: Route.ComponentProps) {
  const t = useT();
  const shown = groups.filter(({ stage }) => filter.stage === undefined || stage === filter.stage);
  const total = groups.reduce((sum, group) => sum + group.items.length, 0);
  return (
    <Page title={t('board.title')}>
      <PageHead title={t('board.title')} lead={t('board.lead')} />
      <BoardNumbers items={items} />
      <QualityTabs current="/studio/quality" />
      <BoardFilters items={items} filter={filter} />
      <Tabs
        label={t('board.stages')}
        tabs={[
          {
            href: addQuery('/studio/quality', search, { stage: undefined }),
            name: t('board.stage.all'),
            count: total,
            current: filter.stage === undefined,
          },
          ...groups.map(({ stage, items: standing }) => ({
            href: addQuery('/studio/quality', search, { stage }),
            name: t(`board.stage.${stage}`),
            count: standing.length,
            current: stage === filter.stage,
          })),
        ]}
      />
      {total === 0 ? (
        <div className="mt-10">
          <EmptyState title={t('board.none')}>{t('board.none.text')}</EmptyState>
        </div>
      ) : (
        <div className="board-stages">
          {shown
            .filter(({ stage, items: standing }) => standing.length > 0 || stage === filter.stage)
            .map(({ stage, items: standing }) => (
              <Section
                key={stage}
                id={stage}
                label={t(`board.stage.${stage}`)}
                note={t(`board.stage.${stage}.means`)}
              >
                <BoardTable stage={stage} items={standing} />
              </Section>
            ))}
        </div>
      )}
    </Page>
  );
}
