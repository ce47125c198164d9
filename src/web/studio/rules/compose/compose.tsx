import { data, redirect } from 'react-router';
import { z } from 'zod';
import type { PolicyPack } from '../../../../features/quality/pack.schema.ts';
import { sendApi } from '../../../lib/api.ts';
import { redirectWithMessage } from '../../../lib/flash.ts';
import { useLocale, useT } from '../../../lib/language.tsx';
import type { PageHandle } from '../../../lib/page-handle.ts';
import type { Problem } from '../../../lib/problem.ts';
import { ProblemSummary } from '../../../ui/error-summary.tsx';
import { Breadcrumb, Page, PageHead } from '../../../ui/page.tsx';
import { languagesFor } from '../../organisation/read-fields.ts';
import { textOf } from '../../quality/read-act-form.ts';
import { sayRuleFaults } from '../say-rule-faults.ts';
import type { Route } from './+types/compose.ts';
import { beginPack, readPackFile, readShelf } from './load-compose.ts';
import { PackForm } from './pack-form.tsx';
import { readPackForm, rearrangePack } from './read-pack-form.ts';

export const handle: PageHandle = { scripts: false };

const ALL = '/studio/quality/packs';

export async function loader({ context, request }: Route.LoaderArgs) {
  const pack = await beginPack(context, new URL(request.url).searchParams);
  if (!pack) throw redirect(ALL);
  return { pack, shelf: await readShelf(context, pack) };
}

/** Nothing is kept until it is made: what was typed goes along with every button. */
export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const act = textOf(form, 'act');
  if (act === 'bring') {
    const brought = await readPackFile(form);
    if (!brought) return redirectWithMessage(context, `${ALL}#bring`, { key: 'rules.bring.unreadable' });
    return await show(brought);
  }
  const typed = readPackForm(form);
  const moved = rearrangePack(typed, act);
  if (moved) return await show(moved.pack, { focus: moved.focus });
  if (act !== 'make') return await show(typed);
  const sent = await sendApi(context, '/api/v1/quality/packs', { body: typed });
  if (!sent.ok) return data(await show(typed, { problem: sent.problem }), { status: sent.problem.status });
  const { ref } = z.object({ ref: z.string() }).parse(sent.body);
  return redirectWithMessage(context, `${ALL}#row-${ref}`, { key: 'rules.made', values: { ref } });

  async function show(pack: PolicyPack, more: { focus?: string; problem?: Problem } = {}) {
    return { pack, shelf: await readShelf(context, pack), focus: more.focus, problem: more.problem };
  }
}

/** A pack of the institution's own: built on another, or the next version of one. */
export default function Compose({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT();
  const locale = useLocale();
  const { pack, shelf } = actionData ?? loaderData;
  const languages = languagesFor(locale, pack.name, pack.summary, ...pack.criteria.map(({ text }) => text));
  const problem = sayRuleFaults(t, nameGates(actionData?.problem, pack), languages[0] ?? 'en');
  const title = t('rules.compose.title');
  return (
    <Page title={title}>
      <Breadcrumb crumbs={[{ name: t('rules.title'), href: ALL }, { name: title }]} />
      <PageHead look="h1" title={title} lead={t('rules.compose.lead')} />
      <div className="notices">
        <ProblemSummary problem={problem} />
      </div>
      <PackForm pack={pack} shelf={shelf} languages={languages} problem={problem} focus={actionData?.focus} />
    </Page>
  );
}

/** The form names gates by their step, the API by their place. */
function nameGates(problem: Problem | undefined, pack: PolicyPack): Problem | undefined {
  if (!problem) return undefined;
  const errors = problem.errors.map(({ pointer, detail }) => {
    const [, at, rest] = /^\/gates\/(\d+)\/(\w+)$/.exec(pointer) ?? [];
    const step = at === undefined ? undefined : pack.gates[Number(at)]?.step;
    return step
      ? { pointer: `/gates/${step}/${rest === 'step' ? 'on' : rest}`, detail }
      : { pointer, detail };
  });
  return { ...problem, errors };
}
