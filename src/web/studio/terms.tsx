import { data } from 'react-router';
import { ownTermsSchema, type TermsTexts } from '../../features/terms/terms.schema.ts';
import { readApi, sendApi } from '../lib/api.ts';
import { appContext } from '../lib/app-context.ts';
import { redirectWithMessage } from '../lib/flash.ts';
import { formatInstantDay } from '../lib/formatting.ts';
import { locales, type Translate } from '../lib/i18n.ts';
import { useLocale, useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import { nameOfTerms } from '../lib/terms-words.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { ProblemSummary } from '../ui/error-summary.tsx';
import { TextArea } from '../ui/field.tsx';
import { Page, PageHead } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { WrittenText } from '../ui/written-text.tsx';
import type { Route } from './+types/terms.ts';
import { InstitutionTabs } from './institution-tabs.tsx';

export const handle: PageHandle = { scripts: false };

export async function loader({ context, request }: Route.LoaderArgs) {
  const { session } = context.get(appContext);
  const own = await readApi(context, '/api/v1/institution/terms', ownTermsSchema);
  const asked = new URL(request.url).searchParams.get('kind');
  const chosen = own.kinds.find(({ kind }) => kind === asked) ?? own.kinds[0];
  if (!chosen) throw data(null, { status: 404 });
  return { session, owner: own.owner, kinds: own.kinds.map(({ kind }) => kind), chosen };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const kind = String(form.get('kind') ?? '');
  const path = `/api/v1/institution/terms/${encodeURIComponent(kind)}`;
  const publishes = form.get('intent') === 'publish';
  const sent = publishes
    ? await sendApi(context, `${path}/publish`)
    : await sendApi(context, path, { method: 'PUT', body: readTexts(form) });
  if (!sent.ok) return data({ problem: sent.problem }, { status: sent.problem.status });
  return redirectWithMessage(
    context,
    `/studio/terms?kind=${encodeURIComponent(kind)}${publishes ? '' : '#preview'}`,
    {
      key: publishes ? 'terms.published' : 'terms.saved',
    },
  );
}

/** A language of which both fields were left empty is not written in. */
function readTexts(form: FormData): TermsTexts {
  const texts: TermsTexts = {};
  for (const locale of locales) {
    const excerpt = String(form.get(`${locale}.excerpt`) ?? '').trim();
    const text = String(form.get(`${locale}.text`) ?? '').trim();
    if (excerpt || text) texts[locale] = { excerpt, text };
  }
  return texts;
}

export default function StaffTerms({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT();
  const { session, kinds, chosen } = loaderData;
  return (
    <Page title={t('organisation.tab.terms')}>
      <PageHead title={t('organisation.tab.terms')} lead={t('terms.studio.lead')} />
      <InstitutionTabs current="/studio/terms" session={session} />
      <div className="notices">
        <ProblemSummary problem={actionData?.problem} />
      </div>
      <Tabs
        label={t('terms.studio.kinds')}
        tabs={kinds.map((kind) => ({
          href: `/studio/terms?kind=${kind}`,
          name: t(nameOfTerms(kind)),
          current: kind === chosen.kind,
        }))}
      />
      <Section label={t('terms.studio.draft')} note={t(noteOf(chosen.kind))}>
        <DraftForm chosen={chosen} t={t} />
      </Section>
      {chosen.draft && <Preview kind={chosen.kind} draft={chosen.draft} t={t} />}
      <Versions owner={loaderData.owner} chosen={chosen} />
    </Page>
  );
}

type Chosen = Route.ComponentProps['loaderData']['chosen'];

function noteOf(kind: Chosen['kind']) {
  const notes = {
    'terms-of-service': 'terms.studio.note.terms-of-service',
    'staff-agreement': 'terms.studio.note.staff-agreement',
    'formal-award': 'terms.studio.note.formal-award',
    'informal-award': 'terms.studio.note.informal-award',
  } as const;
  return notes[kind];
}

/** Begins with what stands now, so that a small change is a small change. */
function DraftForm({ chosen, t }: { readonly chosen: Chosen; readonly t: Translate }) {
  const texts = chosen.draft ?? chosen.versions[0]?.texts ?? {};
  return (
    <form method="post" className="form">
      <input type="hidden" name="kind" value={chosen.kind} />
      {locales.map((locale) => (
        <fieldset key={locale} className="form">
          <legend className="h3">{t(`frame.language.${locale}`)}</legend>
          <TextArea
            name={`${locale}.excerpt`}
            lang={locale}
            label={t('terms.studio.excerpt')}
            hint={t('terms.studio.excerpt.hint')}
            defaultValue={texts[locale]?.excerpt}
            maxLength={600}
          />
          <TextArea
            name={`${locale}.text`}
            lang={locale}
            label={t('terms.studio.text')}
            hint={t('terms.studio.text.hint')}
            defaultValue={texts[locale]?.text}
            rows={12}
            maxLength={40_000}
          />
        </fieldset>
      ))}
      <ButtonRow fill>
        <Button name="intent" value="save">
          {t('terms.studio.save')}
        </Button>
      </ButtonRow>
    </form>
  );
}

function Preview(props: {
  readonly kind: Chosen['kind'];
  readonly draft: TermsTexts;
  readonly t: Translate;
}) {
  const { kind, draft, t } = props;
  return (
    <Section label={t('terms.studio.preview')} note={t('terms.studio.preview.note')} id="preview">
      {locales.map((locale) => {
        const part = draft[locale];
        return (
          part && (
            <article key={locale} className="wash mt-3" lang={locale}>
              <p className="t3 measure">{part.excerpt}</p>
              <div className="mt-4">
                <WrittenText text={part.text} />
              </div>
            </article>
          )
        );
      })}
      <form method="post" className="form mt-5">
        <input type="hidden" name="kind" value={kind} />
        <p className="measure">{t('terms.studio.publish.means')}</p>
        <ButtonRow fill>
          <Button variant="primary" name="intent" value="publish">
            {t('terms.studio.publish')}
          </Button>
        </ButtonRow>
      </form>
    </Section>
  );
}

function Versions({ owner, chosen }: { readonly owner: string; readonly chosen: Chosen }) {
  const t = useT();
  const locale = useLocale();
  return (
    <Section label={t('terms.studio.versions')}>
      {chosen.versions.length === 0 && <p>{t('terms.studio.none')}</p>}
      <ul className="rows">
        {chosen.versions.map(({ version, publishedAt }) => (
          <li key={version} className="py-2">
            <a href={`/terms/${owner}/${chosen.kind}?version=${version}`}>
              {t('terms.version', { version })}
            </a>{' '}
            <span className="text-ink2">
              {t('terms.published-on', { date: formatInstantDay(locale, publishedAt) })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
