import { data } from 'react-router';
import { z } from 'zod';
import { ownGuideSchema } from '../../../features/quality/guide.schema.ts';
import { readApi, sendApi } from '../../lib/api.ts';
import { appContext } from '../../lib/app-context.ts';
import { redirectWithMessage } from '../../lib/flash.ts';
import { formatInstantDay } from '../../lib/formatting.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import type { PageHandle } from '../../lib/page-handle.ts';
import { mayAct } from '../../lib/session.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemSummary } from '../../ui/error-summary.tsx';
import { GuideText } from '../../ui/guide-text.tsx';
import { Page, PageHead } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { QualityTabs } from '../committee/quality-tabs.tsx';
import { languagesFor } from '../organisation/read-fields.ts';
import { textOf } from '../quality/read-act-form.ts';
import { sayRuleFaults } from '../rules/say-rule-faults.ts';
import type { Route } from './+types/guide.ts';
import { CitedSections } from './cited-sections.tsx';
import { GuideForm } from './guide-form.tsx';
import { readGuideForm, rearrangeGuide } from './read-guide-form.ts';

export const handle: PageHandle = { scripts: false };

export async function loader({ context }: Route.LoaderArgs) {
  const { session } = context.get(appContext);
  const { slug, n, sections, versions, cited } = await readApi(
    context,
    '/api/v1/quality/guide',
    ownGuideSchema,
  );
  return { slug, n, sections, versions, cited, mayWrite: mayAct(session, 'designs.assure') };
}

/** Nothing is kept until it is published: what was typed goes along with every button. */
export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const typed = readGuideForm(form);
  const from = Number(textOf(form, 'from'));
  const act = textOf(form, 'act');
  const moved = rearrangeGuide(typed, act);
  if (moved) return { typed: moved.sections, from, focus: moved.focus, shown: false, problem: undefined };
  if (act === 'preview') return { typed, from, focus: undefined, shown: true, problem: undefined };
  const sent = await sendApi(context, '/api/v1/quality/guide', { body: { from, sections: typed } });
  if (!sent.ok)
    return data(
      { typed, from, focus: undefined, shown: false, problem: sent.problem },
      { status: sent.problem.status },
    );
  const { n } = z.object({ n: z.number() }).parse(sent.body);
  return redirectWithMessage(context, '/studio/quality/guide', { key: 'guide.published', values: { n } });
}

/** The institution's Guide: what its criteria cite, written for whoever makes a design. */
export default function Guide({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT();
  const locale = useLocale();
  const { slug, n, cited, mayWrite, versions } = loaderData;
  const sections = actionData?.typed ?? loaderData.sections;
  const languages = languagesFor(locale, ...sections.flatMap(({ title, text }) => [title, text]));
  const problem = sayRuleFaults(t, actionData?.problem, languages[0] ?? 'en');
  return (
    <Page title={t('guide.title')}>
      <PageHead
        title={t('guide.title')}
        lead={t('guide.studio.lead')}
        actions={n > 0 && <ButtonLink href={`/guides/${slug}`}>{t('guide.read')}</ButtonLink>}
      />
      <QualityTabs current="/studio/quality/guide" />
      <div className="notices">
        <ProblemSummary problem={problem} />
      </div>
      {actionData?.shown && (
        <Section label={t('guide.preview')} note={t('guide.preview.note')} id="preview">
          <GuideText sections={sections} level="h3" />
        </Section>
      )}
      {!mayWrite && n === 0 && <EmptyState title={t('guide.none')}>{t('guide.none.text')}</EmptyState>}
      {!mayWrite && (
        <Section label={t('guide.cited')}>{<CitedSections cited={cited} sections={sections} />}</Section>
      )}
      {mayWrite && (
        <GuideForm
          from={actionData?.from ?? n}
          n={n}
          sections={sections}
          cited={cited}
          languages={languages}
          problem={problem}
          focus={actionData?.focus}
        />
      )}
      {versions.length > 0 && (
        <Section label={t('guide.versions')} note={t('guide.versions.note')}>
          <ul className="rows">
            {versions.map((version) => (
              <li key={version.n} className="py-2">
                <a href={`/guides/${slug}/${version.n}`}>{t('guide.version', { n: version.n })}</a>{' '}
                <span className="text-ink2">{formatInstantDay(locale, version.publishedAt)}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}
