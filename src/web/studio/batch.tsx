import { data } from 'react-router';
import { z } from 'zod';
import { awardSchema, batchSchema, type RowFate } from '../../features/awards/awards.schema.ts';
import { addQuery } from '../lib/add-query.ts';
import { readApi, sendApi } from '../lib/api.ts';
import { appContext } from '../lib/app-context.ts';
import { redirectWithMessage } from '../lib/flash.ts';
import { formatNumber, formatTime } from '../lib/formatting.ts';
import { useLocale, useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import { mayAct } from '../lib/session.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { ProblemSummary } from '../ui/error-summary.tsx';
import { Breadcrumb, Page, PageHead } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { RowStateMark } from '../ui/state-mark.tsx';
import { StatusBar } from '../ui/status-bar.tsx';
import { Table } from '../ui/table.tsx';
import type { Route } from './+types/batch.ts';
import { AwardTable } from './award-table.tsx';
import { sayRefusal } from './award-words.ts';

export const handle: PageHandle = { scripts: false };

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const batch = await readApi(context, `/api/v1/batches/${encodeURIComponent(params.id)}`, batchSchema);
  const before = new URL(request.url).searchParams.get('before') ?? undefined;
  const { awards, next } = await readApi(
    context,
    addQuery('/api/v1/awards', '', { batch: params.id, before }),
    z.object({ awards: z.array(awardSchema), next: z.string().nullable() }),
  );
  const { session } = context.get(appContext);
  return {
    id: batch.id,
    undoUntil: batch.undoUntil,
    counts: batch.counts,
    notGranted: batch.rows.filter(({ fate }) => fate === 'refused' || fate === 'duplicate'),
    awards,
    older: next ? `/studio/batches/${batch.id}?before=${next}` : null,
    mayUndo: mayAct(session, 'awards.grant'),
  };
}

export async function action({ context, params }: Route.ActionArgs) {
  const sent = await sendApi(context, `/api/v1/batches/${encodeURIComponent(params.id)}/undo`);
  if (!sent.ok) return data({ problem: sent.problem }, { status: sent.problem.status });
  const { undone } = sent.body as { undone: number }; // the API's 200 counts them
  return redirectWithMessage(context, `/studio/batches/${params.id}`, {
    key: 'studio.batch.undone-message',
    values: { count: undone },
  });
}

export default function Batch({ loaderData: batch, actionData }: Route.ComponentProps) {
  const t = useT();
  const locale = useLocale();
  const pending = batch.counts.pending ?? 0;
  const undone = batch.counts.undone ?? 0;
  const granted = pending + (batch.counts.issued ?? 0);
  const title = t('studio.batch.title', { count: granted });
  return (
    <Page title={title}>
      <Breadcrumb
        crumbs={[{ name: t('studio.awards.title'), href: '/studio/awards' }, { name: t('studio.batch') }]}
      />
      <PageHead title={title} look="h1" lead={t(pending > 0 ? 'award.nothing-yet' : 'studio.batch.lead')} />
      <div className="notices">
        <ProblemSummary problem={actionData?.problem} />
        {pending > 0 && batch.undoUntil && (
          <StatusBar
            state="not-checked"
            title={t('award.waiting', { count: pending, time: formatTime(locale, batch.undoUntil) })}
            note={t('studio.batch.undo.note')}
            action={
              batch.mayUndo && (
                <form method="post">
                  <Button>{t('studio.batch.undo', { count: pending })}</Button>
                </form>
              )
            }
          />
        )}
      </div>
      <dl className="figures">
        <Figure label={t('studio.batch.granted')} value={formatNumber(locale, granted)} />
        <Figure label={t('studio.batch.undone')} value={formatNumber(locale, undone)} />
        <Figure label={t('studio.batch.skipped')} value={formatNumber(locale, batch.counts.duplicate ?? 0)} />
        <Figure label={t('studio.batch.refused')} value={formatNumber(locale, batch.counts.refused ?? 0)} />
      </dl>
      {batch.awards.length > 0 && (
        <Section label={t('studio.awards.title')}>
          <AwardTable awards={batch.awards} />
          {batch.older && (
            <div className="mt-6">
              <ButtonLink href={batch.older}>{t('studio.awards.older')}</ButtonLink>
            </div>
          )}
        </Section>
      )}
      {batch.notGranted.length > 0 && <NotGranted rows={batch.notGranted} />}
    </Page>
  );
}

function Figure({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div>
      <dt className="s text-ink2">{label}</dt>
      <dd className="figure-number">{value}</dd>
    </div>
  );
}

function NotGranted({ rows }: { readonly rows: readonly RowFate[] }) {
  const t = useT();
  return (
    <Section label={t('studio.batch.not-granted')}>
      <Table
        caption={t('studio.batch.not-granted')}
        rows={rows}
        rowKey={({ row }) => String(row)}
        finding={({ fate }) => (fate === 'refused' ? 'failed' : undefined)}
        columns={[
          { key: 'row', head: t('studio.dry.row'), cell: ({ row, reference }) => reference ?? row + 1 },
          {
            key: 'fate',
            head: t('studio.awards.state'),
            cell: ({ fate }) => <RowStateMark state={fate === 'refused' ? 'error' : 'duplicate'} />,
          },
          {
            key: 'why',
            head: t('studio.dry.found'),
            cell: ({ problem }) => problem && sayRefusal(t, problem),
          },
        ]}
      />
    </Section>
  );
}
