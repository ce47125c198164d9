import { data, redirect } from 'react-router';
import { z } from 'zod';
import { awardSchema, batchSchema, type RecipientRow } from '../../../features/awards/awards.schema.ts';
import { catalogueDesignSchema } from '../../../features/catalogue/catalogue.schema.ts';
import { designListItemSchema } from '../../../features/designs/designs.schema.ts';
import { qualitySchema } from '../../../features/quality/quality.schema.ts';
import type { DesignContent } from '../../../formats/facts.ts';
import { addQuery } from '../../lib/add-query.ts';
import { findApi, readApi, sendApi } from '../../lib/api.ts';
import { chooseText } from '../../lib/content-text.ts';
import { redirectWithMessage } from '../../lib/flash.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import type { PageHandle } from '../../lib/page-handle.ts';
import { faultsByField } from '../../lib/problem.ts';
import { ProblemSummary } from '../../ui/error-summary.tsx';
import { Breadcrumb, Page, PageHead } from '../../ui/page.tsx';
import { Steps } from '../../ui/steps.tsx';
import { sayFaults } from '../say-faults.ts';
import type { Route } from './+types/new-award.ts';
import { DryRunStep } from './dry-run-step.tsx';
import { WhatStep } from './what-step.tsx';
import { WhoStep } from './who-step.tsx';
import {
  correctRows,
  type Mode,
  parseCarried,
  parseTyped,
  readRows,
  type Typed,
  UNDO_OF_BATCH,
} from './wizard.ts';

export const handle: PageHandle = { scripts: false };

/** A list that a registrar keeps is small; a larger file is a mistake, or belongs to the API. */
const MAX_FILE = 5 * 1024 * 1024;

export async function loader({ context, request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const id = searchParams.get('design') ?? '';
  const { designs } = await readApi(
    context,
    '/api/v1/designs',
    z.object({ designs: z.array(designListItemSchema) }),
  );
  const awardable = designs.filter(({ latestVersion, retired }) => latestVersion > 0 && !retired);
  const chosen = awardable.find((design) => design.id === id);
  const version = searchParams.get('version') ?? '';
  const published = chosen
    ? await findApi(
        context,
        addQuery(`/api/v1/catalogue/designs/${chosen.id}`, '', { version: version || undefined }),
        catalogueDesignSchema,
      )
    : undefined;
  const quality =
    published && (await findApi(context, `/api/v1/designs/${published.id}/quality`, qualitySchema));
  return {
    designs: awardable.map(({ id, title, unit, latestVersion }) => ({ id, title, unit, latestVersion })),
    mode: searchParams.get('many') === '1' ? ('many' as const) : ('one' as const),
    chosen: published && {
      id: published.id,
      version: published.version.number,
      newest: published.newestVersion,
      languages: published.version.languages,
      content: published.content as DesignContent, // frozen by parseContent()
      /** Whom its policy pack lets it be awarded to; none: anyone. */
      audiences: quality?.pack.audiences ?? [],
    },
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const url = new URL(request.url);
  const form = await request.formData();
  const intent = form.get('intent');
  const mode: Mode = url.searchParams.get('many') === '1' ? 'many' : 'one';
  const version = Number(url.searchParams.get('version')) || undefined;
  const what = { design: url.searchParams.get('design') ?? '', ...(version ? { version } : {}) };
  if (intent === 'change')
    return { typed: parseTyped(form.get('typed')), dryRun: undefined, problem: undefined };

  const typed = intent === 'check' ? await readTyped(form) : parseTyped(form.get('typed'));
  const carried = intent === 'check' ? readRows(mode, typed) : parseCarried(form.get('rows'));
  if (!carried) return redirect(url.pathname + url.search);
  // What was typed into a cell counts once it was checked: the button says how many are granted.
  const rows = intent === 'grant' ? carried : correctRows(carried, form);
  if (rows.length === 0)
    return data({ typed, dryRun: undefined, problem: undefined, nobody: true }, { status: 400 });
  if (intent === 'grant')
    return await grant(context, { what, mode, rows, typed, key: String(form.get('key')) });

  const sent = await sendApi(context, '/api/v1/awards', {
    body: { ...what, recipients: rows, dryRun: true },
  });
  if (!sent.ok)
    return data({ typed, dryRun: undefined, problem: sent.problem }, { status: sent.problem.status });
  const { rows: fates } = batchSchema.parse(sent.body);
  return { typed, problem: undefined, dryRun: { mode, rows, fates, typed, key: crypto.randomUUID() } };
}

type Grant = {
  readonly what: { readonly design: string; readonly version?: number };
  readonly mode: Mode;
  readonly rows: readonly RecipientRow[];
  readonly typed: Typed;
  readonly key: string;
};

async function grant(context: Route.ActionArgs['context'], { what, mode, rows, typed, key }: Grant) {
  const sent = await sendApi(context, '/api/v1/awards', {
    body: { ...what, recipients: rows, ...(mode === 'many' ? { undo: UNDO_OF_BATCH } : {}) },
    headers: { 'idempotency-key': key },
  });
  if (!sent.ok)
    return data({ typed, dryRun: undefined, problem: sent.problem }, { status: sent.problem.status });
  if (rows.length > 1) return redirect(`/studio/batches/${batchSchema.parse(sent.body).id}`);
  const award = awardSchema.parse(sent.body);
  return redirectWithMessage(context, `/studio/awards/${award.id}`, {
    key: award.state === 'pending' ? 'studio.awarded.pending' : 'studio.awarded',
  });
}

/** A file takes the place of what was pasted. */
async function readTyped(form: FormData): Promise<Typed> {
  const entries = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const typed = Object.fromEntries(entries.map(([name, value]) => [name, value.trim()]));
  const file = form.get('file');
  const isFile = file instanceof File && file.size > 0 && file.size <= MAX_FILE;
  return isFile ? { ...typed, lines: decodeText(await file.arrayBuffer()) } : typed;
}

/** UTF-8, or what spreadsheets on Windows still write. */
function decodeText(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

export default function NewAward({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT();
  const locale = useLocale();
  const { chosen } = loaderData;
  const dryRun = actionData?.dryRun;
  const problem = sayFaults(t, actionData?.problem);
  const step = dryRun ? 'check' : chosen ? 'who' : 'what';
  const title = t(`studio.step.${step}.title`);
  return (
    <Page title={title}>
      <Breadcrumb
        crumbs={[
          { name: t('studio.awards.title'), href: '/studio/awards' },
          ...(chosen
            ? [{ name: chooseText(chosen.content.title, locale).text, href: `/studio/awards/new` }]
            : [{ name: t('studio.awards.new') }]),
        ]}
      />
      <PageHead title={title} look="h1" lead={t(`studio.step.${step}.lead`)} />
      <div className="mt-6">
        <Steps
          names={(['what', 'who', 'check', 'result'] as const).map((one) => t(`studio.step.${one}`))}
          current={['what', 'who', 'check'].indexOf(step) + 1}
        />
      </div>
      <div className="notices">
        <ProblemSummary problem={problem} />
      </div>
      {step === 'what' && <WhatStep designs={loaderData.designs} />}
      {step === 'who' && chosen && (
        <WhoStep
          chosen={chosen}
          mode={loaderData.mode}
          typed={actionData?.typed ?? {}}
          faults={faultsByField(problem)}
          nobody={Boolean(actionData && 'nobody' in actionData)}
        />
      )}
      {dryRun && chosen && <DryRunStep run={dryRun} scheme={chosen.content.gradeScheme} />}
    </Page>
  );
}
