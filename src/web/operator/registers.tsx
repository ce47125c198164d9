import { data } from 'react-router';
import { z } from 'zod';
import { registersSchema } from '../../features/registers/registers.schema.ts';
import { readApi, sendApi } from '../lib/api.ts';
import { redirectWithMessage } from '../lib/flash.ts';
import { formatInstantDay, formatNumber } from '../lib/formatting.ts';
import { useLocale, useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import { faultsByField } from '../lib/problem.ts';
import { readLine, readOptional } from '../studio/organisation/read-fields.ts';
import { sayOrganisationFaults } from '../studio/organisation/say-organisation-faults.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ProblemSummary } from '../ui/error-summary.tsx';
import { TextField } from '../ui/field.tsx';
import { Page, PageHead } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { Table } from '../ui/table.tsx';
import type { Route } from './+types/registers.ts';
import { readTyped } from './first-day-fields.tsx';

export const handle: PageHandle = { scripts: false };

export async function loader({ context }: Route.LoaderArgs) {
  return await readApi(context, '/api/v1/operator/registers', registersSchema);
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const sent = await sendApi(context, '/api/v1/operator/registers', {
    body: { name: readLine(form, 'name'), sourceUrl: readOptional(form, 'sourceUrl') },
  });
  if (!sent.ok)
    return data({ problem: sent.problem, typed: readTyped(form) }, { status: sent.problem.status });
  const { id } = z.object({ id: z.string() }).parse(sent.body);
  return redirectWithMessage(context, `/operator/registers/${id}`, { key: 'registers.opened' });
}

/** Whom the verifier knows as an issuer besides the institutions of this installation. */
export default function Registers({ loaderData: { registers }, actionData }: Route.ComponentProps) {
  const t = useT();
  const locale = useLocale();
  const problem = sayOrganisationFaults(t, actionData?.problem);
  const faults = faultsByField(problem);
  const typed: Readonly<Record<string, string>> = actionData?.typed ?? {};
  return (
    <Page title={t('registers.title')}>
      <PageHead title={t('registers.title')} lead={t('registers.lead')} />
      <div className="notices">
        <ProblemSummary problem={problem} />
      </div>
      <Section label={t('nav.operator.registers')} note={t('registers.count', { count: registers.length })}>
        {registers.length === 0 ? (
          <EmptyState title={t('registers.none')}>{t('registers.none.text')}</EmptyState>
        ) : (
          <Table
            caption={t('registers.title')}
            rows={registers}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'name',
                head: t('registers.name'),
                cell: ({ id, name, sourceUrl }) => (
                  <>
                    <a href={`/operator/registers/${id}`}>{name}</a>
                    {sourceUrl && <span className="s block text-ink2">{sourceUrl}</span>}
                  </>
                ),
              },
              {
                key: 'entries',
                head: t('registers.entries'),
                number: true,
                cell: ({ entries }) => formatNumber(locale, entries),
              },
              {
                key: 'imported',
                head: t('registers.imported'),
                cell: ({ importedAt }) =>
                  importedAt ? formatInstantDay(locale, importedAt) : t('registers.by-hand'),
              },
            ]}
          />
        )}
      </Section>
      <Section label={t('registers.open')} id="open">
        <form method="post" className="form">
          <TextField
            name="name"
            label={t('registers.name')}
            hint={t('registers.name.hint')}
            defaultValue={typed.name ?? ''}
            error={faults.name}
            autoComplete="off"
            required
          />
          <TextField
            name="sourceUrl"
            type="url"
            label={t('registers.source')}
            hint={t('registers.source.hint')}
            defaultValue={typed.sourceUrl ?? ''}
            error={faults.sourceUrl}
            autoComplete="off"
          />
          <ButtonRow fill>
            <Button variant="primary">{t('registers.open')}</Button>
          </ButtonRow>
        </form>
      </Section>
    </Page>
  );
}
