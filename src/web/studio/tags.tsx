import { data } from 'react-router';
import { tagsSchema } from '../../features/designs/designs.schema.ts';
import { readApi, sendApi } from '../lib/api.ts';
import { appContext } from '../lib/app-context.ts';
import { redirectWithMessage } from '../lib/flash.ts';
import { useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import { mayAct } from '../lib/session.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ProblemSummary } from '../ui/error-summary.tsx';
import { TextField } from '../ui/field.tsx';
import { Breadcrumb, Page, PageHead } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import type { Route } from './+types/tags.ts';

export const handle: PageHandle = { scripts: false };

const HERE = '/studio/tags';

export async function loader({ context }: Route.LoaderArgs) {
  const { session } = context.get(appContext);
  const { tags } = await readApi(context, '/api/v1/tags', tagsSchema);
  return { tags, mayManage: mayAct(session, 'institution.manage') };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const path = `/api/v1/tags/${encodeURIComponent(text('tag'))}`;
  const acts = {
    add: () => sendApi(context, '/api/v1/tags', { body: { name: text('name') } }),
    rename: () => sendApi(context, path, { method: 'PUT', body: { name: text('name') } }),
    archive: () => sendApi(context, `${path}/archive`),
  } as const;
  const done = {
    add: 'studio.tags.added',
    rename: 'studio.tags.renamed',
    archive: 'studio.tags.archived',
  } as const;
  const act = (['rename', 'archive'] as const).find((one) => one === text('intent')) ?? 'add';
  const sent = await acts[act]();
  if (!sent.ok) return data({ problem: sent.problem }, { status: sent.problem.status });
  return redirectWithMessage(context, HERE, { key: done[act] });
}

export default function Tags({ loaderData: { tags, mayManage }, actionData }: Route.ComponentProps) {
  const t = useT();
  return (
    <Page title={t('studio.tags.title')}>
      <Breadcrumb
        crumbs={[{ name: t('nav.designs'), href: '/studio/designs' }, { name: t('studio.tags.title') }]}
      />
      <PageHead title={t('studio.tags.title')} lead={t('studio.tags.lead')} />
      <div className="notices">
        <ProblemSummary problem={actionData?.problem} />
      </div>
      <Section label={t('studio.tags.in-use')}>
        {tags.length === 0 && (
          <EmptyState title={t('studio.tags.none')}>
            {t(mayManage ? 'studio.tags.none.text' : 'studio.tags.none.reader')}
          </EmptyState>
        )}
        <ul className="rows">
          {tags.map((tag) => (
            <li key={tag.id} className="py-4">
              <h3 className="h3">{tag.name}</h3>
              <p className="s">
                <a href={`/studio/designs?tag=${tag.id}`}>
                  {t('studio.tags.designs', { count: tag.designs })}
                </a>
              </p>
              {mayManage && <ChangeTag tag={tag} />}
            </li>
          ))}
        </ul>
      </Section>
      {mayManage && (
        <Section label={t('studio.tags.add')}>
          <form method="post" className="form">
            <TextField name="name" label={t('studio.tags.name')} maxLength={60} required />
            <ButtonRow fill>
              <Button variant="primary" name="intent" value="add">
                {t('studio.tags.add')}
              </Button>
            </ButtonRow>
          </form>
        </Section>
      )}
    </Page>
  );
}

type Tag = Route.ComponentProps['loaderData']['tags'][number];

function ChangeTag({ tag }: { readonly tag: Tag }) {
  const t = useT();
  return (
    <details className="mt-1">
      <summary className="text-link">
        {t('studio.tags.change')}
        <span className="sr-only">: {tag.name}</span>
      </summary>
      <form method="post" className="form mt-3">
        <input type="hidden" name="tag" value={tag.id} />
        <TextField
          id={`name-${tag.id}`}
          name="name"
          label={t('studio.tags.name-of', { name: tag.name })}
          defaultValue={tag.name}
          maxLength={60}
          required
        />
        <ButtonRow fill>
          <Button name="intent" value="rename">
            {t('studio.tags.save')}
          </Button>
        </ButtonRow>
      </form>
      <form method="post" className="mt-4">
        <input type="hidden" name="tag" value={tag.id} />
        <p className="measure">{t('studio.tags.archive.text', { count: tag.designs })}</p>
        <div className="mt-3">
          <Button variant="destructive" name="intent" value="archive">
            {t('studio.tags.archive')}
          </Button>
        </div>
      </form>
    </details>
  );
}
