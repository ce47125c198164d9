import { data, redirect } from 'react-router';
import { adoptionPreviewSchema } from '../../../features/quality/packs.schema.ts';
import { addQuery } from '../../lib/add-query.ts';
import { readApi, sendApi } from '../../lib/api.ts';
import { chooseText } from '../../lib/content-text.ts';
import { redirectWithMessage } from '../../lib/flash.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import type { PageHandle } from '../../lib/page-handle.ts';
import { Button, ButtonLink, ButtonRow } from '../../ui/button.tsx';
import { ProblemSummary } from '../../ui/error-summary.tsx';
import { Breadcrumb, Page, PageHead } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import type { Route } from './+types/adopt.ts';
import { DifferenceList } from './difference-list.tsx';
import { UnderWayTable } from './under-way-table.tsx';

export const handle: PageHandle = { scripts: false };

const ALL = '/studio/quality/packs';

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams;
  const pack = query.get('pack');
  const kind = query.get('kind');
  if (!pack || !kind) throw redirect(ALL);
  const path = `/api/v1/quality/packs/${encodeURIComponent(pack)}/preview`;
  const { before, after, difference, underWay, ...asked } = await readApi(
    context,
    addQuery(path, '', { kind }),
    adoptionPreviewSchema,
  );
  return { pack, kind: asked.kind, before, after, difference, underWay };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const body = { kind: String(form.get('kind') ?? ''), pack: String(form.get('pack') ?? '') };
  const sent = await sendApi(context, '/api/v1/quality/adoptions', { body });
  if (!sent.ok) return data({ problem: sent.problem }, { status: sent.problem.status });
  return redirectWithMessage(context, `${ALL}#${body.kind}`, { key: 'rules.adopt.done' });
}

/** What other rules would change, before anybody chooses them. */
export default function Adopt({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT();
  const locale = useLocale();
  const { pack, kind, before, after, difference, underWay } = loaderData;
  const title = t('rules.adopt.title', { kind: t(`kind.${kind}`) });
  const sayName = ({ ref, name }: typeof after) => `${chooseText(name, locale).text} (${ref})`;
  return (
    <Page title={title}>
      <Breadcrumb crumbs={[{ name: t('rules.title'), href: ALL }, { name: title }]} />
      <PageHead
        look="h1"
        title={title}
        lead={
          before
            ? t('rules.adopt.lead', { before: sayName(before), after: sayName(after) })
            : t('rules.adopt.lead.first', { after: sayName(after) })
        }
      />
      <div className="notices">
        <ProblemSummary problem={actionData?.problem} />
      </div>
      {difference && (
        <Section label={t('rules.adopt.differs')} id="differs">
          <DifferenceList difference={difference} />
        </Section>
      )}
      <Section label={t('rules.adopt.designs')} note={t('rules.adopt.designs.note')} id="designs">
        <UnderWayTable underWay={underWay} />
      </Section>
      <Section label={t('rules.adopt.do.label')} decision id="choose">
        <form method="post" className="form">
          <p className="measure">{t('rules.adopt.stays')}</p>
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="pack" value={pack} />
          <ButtonRow fill>
            <Button variant="primary">{t('rules.adopt.do')}</Button>
            <ButtonLink variant="tertiary" href={ALL}>
              {t('rules.adopt.back')}
            </ButtonLink>
          </ButtonRow>
        </form>
      </Section>
    </Page>
  );
}
