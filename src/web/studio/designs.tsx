import { z } from 'zod';
import {
  type DesignListItem,
  designListItemSchema,
  designSchema,
  tagsSchema,
} from '../../features/designs/designs.schema.ts';
import { addQuery } from '../lib/add-query.ts';
import { readApi } from '../lib/api.ts';
import { appContext } from '../lib/app-context.ts';
import { formatInstantDay } from '../lib/formatting.ts';
import { useLocale, useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import { mayAct } from '../lib/session.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { joinClasses } from '../ui/class-names.ts';
import { Content } from '../ui/content-text.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { SelectField } from '../ui/field.tsx';
import { Page, PageHead } from '../ui/page.tsx';
import { type Kind, Punches } from '../ui/tags.tsx';
import type { Route } from './+types/designs.ts';

export const handle: PageHandle = { scripts: false };

const states = ['draft', 'changed', 'published', 'retired'] as const;
type DesignState = (typeof states)[number];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { session } = context.get(appContext);
  const { tags } = await readApi(context, '/api/v1/tags', tagsSchema);
  const asked = new URL(request.url).searchParams.get('tag');
  const chosen = tags.find(({ id }) => id === asked);
  const { designs } = await readApi(
    context,
    addQuery('/api/v1/designs', '', { tag: chosen?.id }),
    z.object({ designs: z.array(designListItemSchema) }),
  );
  const lacks = await countMissing(context, designs);
  return {
    columns: states.map((state) => ({
      state,
      designs: designs
        .filter((design) => stateOf(design) === state)
        .map((design) => ({ ...design, lacks: lacks.get(design.id) })),
    })),
    tags: tags.map(({ id, name }) => ({ id, name })),
    tag: chosen?.id ?? '',
    mayWrite: mayAct(session, 'designs.write'),
    mayManageTags: mayAct(session, 'institution.manage'),
    mayGrant: mayAct(session, 'awards.grant'),
  };
}

/** Only drafts lack anything that matters; beyond these few the designer itself tells. */
const COUNTED = 30;

async function countMissing(context: Route.LoaderArgs['context'], designs: readonly DesignListItem[]) {
  const drafts = designs.filter((design) => ['draft', 'changed'].includes(stateOf(design))).slice(0, COUNTED);
  const counts = await Promise.all(
    drafts.map(async ({ id }) => {
      const { missing } = await readApi(context, `/api/v1/designs/${id}`, designSchema);
      return [id, missing.length] as const;
    }),
  );
  return new Map(counts);
}

function stateOf(design: DesignListItem): DesignState {
  if (design.retired) return 'retired';
  if (design.latestVersion === 0) return 'draft';
  return design.changedSinceVersion ? 'changed' : 'published';
}

/** The board: a column for each state; narrow, headings with their lists. */
export default function Designs({ loaderData }: Route.ComponentProps) {
  const t = useT();
  const { columns, mayWrite, mayGrant, tag } = loaderData;
  const isEmpty = columns.every(({ designs }) => designs.length === 0);
  return (
    <Page title={t('nav.designs')} broad>
      <PageHead
        title={t('nav.designs')}
        lead={t('studio.designs.lead')}
        actions={
          mayWrite && (
            <ButtonLink variant="primary" href="/studio/designs/new">
              {t('studio.designs.new')}
            </ButtonLink>
          )
        }
      />
      <ByTag data={loaderData} />
      {isEmpty ? (
        <div className="mt-10">
          <EmptyState title={t(tag ? 'studio.tags.none-with' : 'studio.designs.none')}>
            {t(tag ? 'studio.tags.none-with.text' : 'studio.designs.none.text')}
          </EmptyState>
        </div>
      ) : (
        <div className="board">
          {columns.map(({ state, designs }) => (
            <section
              key={state}
              aria-labelledby={`state-${state}`}
              className={joinClasses('board-column', state === 'published' && 'board-wide')}
            >
              <h2 id={`state-${state}`} className="board-head">
                {t(`studio.state.${state}`)} <span className="board-count">{designs.length}</span>
              </h2>
              <ul>
                {designs.map((design) => (
                  <DesignCard key={design.id} design={design} state={state} mayGrant={mayGrant} />
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
    </Page>
  );
}

function ByTag({
  data: { tags, tag, mayManageTags },
}: {
  readonly data: Route.ComponentProps['loaderData'];
}) {
  const t = useT();
  if (tags.length === 0)
    return mayManageTags ? (
      <p className="mt-4">
        <a href="/studio/tags">{t('studio.tags.to')}</a>
      </p>
    ) : null;
  return (
    <form method="get" className="filters filters-one" aria-label={t('studio.tags.filter-by')}>
      <SelectField
        name="tag"
        label={t('studio.tags.filter')}
        defaultValue={tag}
        options={[
          { value: '', label: t('studio.tags.all') },
          ...tags.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Button>{t('studio.tags.show')}</Button>
      <a href="/studio/tags">{t('studio.tags.to')}</a>
    </form>
  );
}

type CardProps = {
  readonly design: DesignListItem & { readonly lacks: number | undefined };
  readonly state: DesignState;
  readonly mayGrant: boolean;
};

function DesignCard({ design, state, mayGrant }: CardProps) {
  const t = useT();
  const locale = useLocale();
  return (
    <li className="board-card">
      <img src={design.image} width={48} height={48} alt="" loading="lazy" className="design-mark-round" />
      <h3 className="t2 board-title">
        <a href={`/studio/designs/${design.id}`} className="quiet-link">
          <Content text={design.title} quiet />
        </a>
      </h3>
      {design.unit && (
        <p className="xs text-ink2">
          <Content text={design.unit} quiet />
        </p>
      )}
      <Punches kind={design.kind as Kind /* a design's kind, which the API names as text */} />
      <p className="xs text-ink2">
        {design.latestVersion > 0 && `${t('studio.version.number', { number: design.latestVersion })} · `}
        {t('studio.designs.changed', { date: formatInstantDay(locale, design.changedAt) })}
      </p>
      {design.tags.length > 0 && (
        <p className="xs text-ink2">
          {t('studio.tags.filter')}: {design.tags.map(({ name }) => name).join(', ')}
        </p>
      )}
      {design.lacks !== undefined && (
        <p className="xs board-next">
          {design.lacks > 0 ? t('studio.designs.lacks', { count: design.lacks }) : t('studio.designs.ready')}
        </p>
      )}
      {mayGrant && design.latestVersion > 0 && state !== 'retired' && (
        <p className="xs">
          <a href={`/studio/awards/new?design=${design.id}`}>
            {t('studio.designs.award')}
            <span className="sr-only">
              : <Content text={design.title} quiet />
            </span>
          </a>
        </p>
      )}
    </li>
  );
}
