import { data, redirect } from 'react-router';
import { reportSchema, type VerificationReport } from '../../features/verification/verification.schema.ts';
import { findCertificateToken } from '../../formats/certificate/token.ts';
import { addQuery } from '../lib/add-query.ts';
import { sendApi } from '../lib/api.ts';
import { appContext } from '../lib/app-context.ts';
import { useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import type { Problem } from '../lib/problem.ts';
import { Page, PageHead } from '../ui/page.tsx';
import type { Route } from './+types/verify.ts';
import { readFiles } from './read-files.ts';
import { type Refused, VerifyForm } from './verify-form.tsx';
import { VerifyMany } from './verify-many.tsx';
import { type Result, VerifyResult } from './verify-result.tsx';

export const handle: PageHandle = { scripts: false };

/** What someone checks is nobody else's business: not kept, not indexed. */
export function headers() {
  return { 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' };
}

type Context = Route.LoaderArgs['context'];
type Outcome = { readonly result: Result } | { readonly refused: Refused; readonly status: number };
type Question = { readonly at: string; readonly as: string };

/** `/verify?url=…` is the state of a page, so that a certificate can link to its own check. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams;
  const url = query.get('url')?.trim() ?? '';
  const given = { url, at: query.get('at') ?? '' };
  if (url === '') return { given, publicUrl: context.get(appContext).publicUrl };
  const outcome = await check(context, { url }, { at: given.at, as: '' }, url);
  return { given, publicUrl: context.get(appContext).publicUrl, ...outcome };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { t } = context.get(appContext);
  const form = await request.formData().catch(() => undefined);
  if (!form)
    return data({ refused: { field: 'file', problem: t('verify.too-large') } as const }, { status: 413 });
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const question = { at: text('at'), as: text('as') };
  const files = form.getAll('file').filter((file) => file instanceof File && file.size > 0) as File[];
  if (files.length > 0) return await checkFiles(context, files, question);
  if (text('url') !== '') {
    // The code of a certificate names its holder, and stands in no address of ours.
    if (findCertificateToken(text('url')) !== undefined)
      return answer(await check(context, { url: text('url') }, question, text('url').replace(/#.*/, '')));
    // Whom one expects is not written in an address.
    if (question.as === '')
      return redirect(addQuery('/verify', '', { url: text('url'), at: question.at || undefined }), 303);
    return answer(await check(context, { url: text('url') }, question, text('url')));
  }
  if (text('text') !== '')
    return answer(
      await check(context, new TextEncoder().encode(text('text')), question, t('verify.subject.text')),
    );
  return data({ refused: { field: 'file', problem: t('verify.nothing') } as const }, { status: 400 });
}

/** One file has a page of its own; more have a line each. */
async function checkFiles(context: Context, files: readonly File[], question: Question) {
  const { t } = context.get(appContext);
  const given = await readFiles(files);
  if (typeof given === 'string' || given.length === 0) {
    const problem = typeof given === 'string' ? t(`verify.files.${given}`) : t('verify.nothing');
    const status = given === 'broken-archive' || typeof given !== 'string' ? 400 : 413;
    return data({ refused: { field: 'file', problem } as const }, { status });
  }
  const [only] = given;
  if (given.length === 1 && only) return answer(await check(context, only.bytes, question, only.name));
  const results: Result[] = [];
  // One after another: a hundred at once would leave no turn to anybody else.
  for (const { name, bytes } of given) {
    const outcome = await check(context, bytes, question, name);
    if ('refused' in outcome) return answer(outcome);
    results.push(outcome.result);
  }
  return { results };
}

function answer(outcome: Outcome) {
  return 'refused' in outcome ? data({ refused: outcome.refused }, { status: outcome.status }) : outcome;
}

/** Bytes go as they are, whatever the browser calls them: only an address is a request to fetch. */
async function check(
  context: Context,
  input: Uint8Array | { readonly url: string },
  { at, as }: Question,
  subject: string,
): Promise<Outcome> {
  const expected = as === '' || /^(email|id):/i.test(as) ? as : `${as.includes('@') ? 'email' : 'id'}:${as}`;
  const path = addQuery('/api/v1/verify', '', {
    ...{ at: at || undefined, as: expected || undefined },
    sign: '1',
  });
  const sent = await sendApi(context, path, {
    body: input,
    ...(input instanceof Uint8Array ? { headers: { 'content-type': 'application/octet-stream' } } : {}),
  });
  if (sent.ok)
    return { result: { report: reportSchema.parse(sent.body) satisfies VerificationReport, subject } };
  return { refused: explain(context, sent.problem), status: sent.problem.status };
}

function explain(context: Context, problem: Problem): Refused {
  const { t } = context.get(appContext);
  const pointer = problem.errors[0]?.pointer;
  if (pointer === '/at') return { field: 'at', problem: problem.detail ?? problem.title };
  if (pointer === '/as') return { field: 'as', problem: problem.detail ?? problem.title };
  return { field: 'file', problem: t(problem.status === 413 ? 'verify.too-large' : 'verify.busy') };
}

export default function Verify({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT();
  const { given, publicUrl } = loaderData;
  const asked = actionData ?? loaderData;
  if ('results' in asked) return <VerifyMany results={asked.results} />;
  if ('result' in asked)
    return <VerifyResult result={asked.result} publicUrl={publicUrl} url={actionData ? '' : given.url} />;
  return (
    <Page title={t('verify.title')}>
      <PageHead title={t('verify.title')} lead={t('verify.lead')} />
      <VerifyForm given={given} refused={'refused' in asked ? asked.refused : undefined} />
    </Page>
  );
}
