import { z } from 'zod';
import { awardSchema } from '../../features/awards/awards.schema.ts';
import { designListItemSchema, tagsSchema } from '../../features/designs/designs.schema.ts';
import { addQuery } from '../lib/add-query.ts';
import { readApi } from '../lib/api.ts';
import { appContext } from '../lib/app-context.ts';
import { chooseText } from '../lib/content-text.ts';
import { useLocale, useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import { mayAct } from '../lib/session.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { joinClasses } from '../ui/class-names.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { Page, PageHead } from '../ui/page.tsx';
import type { Route } from './+types/awards.ts';
import { AwardTable } from './award-table.tsx';
import { awardStates } from './award-words.ts';

export const handle: PageHandle = { scripts: false };

export async function loader({ context, request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const asked = (name: string) => searchParams.get(name)?.trim() || undefined;
  const state = awardStates.find((one) => one === asked('state'));
  const before = asked('before');
  const { tags } = await readApi(context, '/api/v1/tags', tagsSchema);
  const tag = tags.find(({ id }) => id === asked('tag'))?.id;
  const chosen = { design: asked('design'), tag, state, q: asked('q') };
  const path = addQuery('/api/v1/awards', '', { ...chosen, before });
  const { awards, next } = await readApi(
    context,
    path,
    z.object({ awards: z.array(awardSchema), next: z.string().nullable() }),
  );
  const { designs } = await readApi(
    context,
    '/api/v1/designs',
    z.object({ designs: z.array(designListItemSchema) }),
  );
  const { session } = context.get(appContext);
  return {
    awards,
    chosen,
    isFirst: before === undefined,
    older: next ? addQuery('/studio/awards', '', { ...chosen, before: next }) : null,
    designs: designs.filter(({ latestVersion }) => latestVersion > 0).map(({ id, title }) => ({ id, title })),
    tags: tags.map(({ id, name }) => ({ id, name })),
    mayGrant: mayAct(session, 'awards.grant'),
  };
}

export default function Awards({ loaderData }: Route.ComponentProps) {
  const t = useT();
  const { awards, chosen, mayGrant, older, isFirst } = loaderData;
  const isFiltered = Object.values(chosen).some((value) => value !== undefined);
  return (
    <Page title={t('studio.awards.title')}>
      <PageHead
        title={t('studio.awards.title')}
        lead={t('studio.awards.lead')}
        actions={
          mayGrant && (
            <ButtonLink
              variant="primary"
              href={addQuery('/studio/awards/new', '', { design: chosen.design })}
            >
              {t('studio.awards.new')}
            </ButtonLink>
          )
        }
      />
      <Filters data={loaderData} />
      {awards.length === 0 ? (
        <EmptyState
          title={t(isFiltered ? 'studio.awards.none-found' : 'studio.awards.none')}
          action={isFiltered && <ButtonLink href="/studio/awards">{t('frame.clear-all')}</ButtonLink>}
        >
          {t(isFiltered ? 'studio.awards.none-found.text' : 'studio.awards.none.text')}
        </EmptyState>
      ) : (
        <AwardTable awards={awards} />
      )}
      <div className="button-row mt-6">
        {!isFirst && (
          <ButtonLink href={addQuery('/studio/awards', '', chosen)}>{t('studio.awards.newest')}</ButtonLink>
        )}
        {older && (
          <ButtonLink href={older} rel="next">
            {t('studio.awards.older')}
          </ButtonLink>
        )}
      </div>
    </Page>
  );
}

function Filters({ data: { chosen, designs, tags } }: { readonly data: Route.ComponentProps['loaderData'] }) {
  const t = useT();
  const locale = useLocale();
  return (
    <form
      method="get"
      className={joinClasses('filters', tags.length > 0 && 'filters-tags')}
      aria-label={t('studio.awards.filter')}
    >
      <TextField name="q" type="search" label={t('studio.awards.search')} defaultValue={chosen.q ?? ''} />
      <SelectField
        name="design"
        label={t('studio.awards.design')}
        defaultValue={chosen.design ?? ''}
        options={[
          { value: '', label: t('studio.awards.all-designs') },
          ...designs.map(({ id, title }) => ({ value: id, label: chooseText(title, locale).text })),
        ]}
      />
      {tags.length > 0 && (
        <SelectField
          name="tag"
          label={t('studio.tags.filter')}
          defaultValue={chosen.tag ?? ''}
          options={[
            { value: '', label: t('studio.tags.all') },
            ...tags.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <SelectField
        name="state"
        label={t('studio.awards.state')}
        defaultValue={chosen.state ?? ''}
        options={[
          { value: '', label: t('studio.awards.all-states') },
          ...awardStates.map((value) => ({ value, label: t(`studio.award.state.${value}`) })),
        ]}
      />
      <Button>{t('studio.awards.show')}</Button>
    </form>
  );
}
