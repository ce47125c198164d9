import { type GuideView, guideViewSchema } from '../../features/quality/guide.schema.ts';
import { readApi } from '../lib/api.ts';
import { chooseText } from '../lib/content-text.ts';
import { formatInstantDay } from '../lib/formatting.ts';
import { useLocale, useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import { GuideText } from '../ui/guide-text.tsx';
import { Page, PageHead } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { StatusBar } from '../ui/status-bar.tsx';
import type { Route } from './+types/guide.ts';

export const handle: PageHandle = { scripts: false };

export async function loader({ context, params }: Route.LoaderArgs) {
  const path = ['/api/v1/guides', params.slug, ...('n' in params ? [String(params.n)] : [])];
  const { institution, n, publishedAt, sections, difference, versions } = await readApi(
    context,
    path.map((part, at) => (at === 0 ? part : encodeURIComponent(part))).join('/'),
    guideViewSchema,
  );
  return { institution, n, publishedAt, sections, difference, versions };
}

/** The Guide of an institution: the sections that its criteria cite, in the reader's language, also on paper. */
export default function Guide({ loaderData: guide }: Route.ComponentProps) {
  const t = useT();
  const locale = useLocale();
  const institution = chooseText(guide.institution.name, locale).text;
  const newest = guide.versions[0]?.n ?? guide.n;
  const address = `/guides/${guide.institution.slug}`;
  return (
    <Page title={`${t('guide.title')}, ${institution}`}>
      <link rel="canonical" href={guide.n === newest ? address : `${address}/${guide.n}`} />
      <PageHead
        title={t('guide.title')}
        lead={t('guide.public.lead', {
          institution,
          n: guide.n,
          day: formatInstantDay(locale, guide.publishedAt),
        })}
      />
      {guide.n < newest && (
        <div className="notices">
          <StatusBar
            state="warning"
            title={t('guide.superseded')}
            note={<a href={address}>{t('guide.superseded.newest', { n: newest })}</a>}
          />
        </div>
      )}
      <Section label={t('guide.contents')}>
        <nav aria-label={t('guide.contents')}>
          <ol className="guide-contents">
            {guide.sections.map(({ code, title }) => {
              const named = chooseText(title, locale);
              return (
                <li key={code} lang={named.lang}>
                  <a href={`#${code}`}>{named.text}</a>
                </li>
              );
            })}
          </ol>
        </nav>
      </Section>
      <GuideText sections={guide.sections} level="h2" />
      {guide.difference && <Changed guide={guide} difference={guide.difference} />}
      {guide.versions.length > 1 && (
        <Section label={t('guide.versions')} note={t('guide.versions.note')} id="versions">
          <ul className="rows">
            {guide.versions.map(({ n, publishedAt }) => (
              <li key={n} className="py-2">
                {n === guide.n ? (
                  <b aria-current="page">{t('guide.version', { n })}</b>
                ) : (
                  <a href={`${address}/${n}`}>{t('guide.version', { n })}</a>
                )}{' '}
                <span className="text-ink2">{formatInstantDay(locale, publishedAt)}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}

function Changed({
  guide,
  difference,
}: {
  readonly guide: GuideView;
  readonly difference: NonNullable<GuideView['difference']>;
}) {
  const t = useT();
  const locale = useLocale();
  return (
    <Section label={t('guide.changed', { n: guide.n - 1 })} id="changed">
      <ul className="rows">
        {(['added', 'rewritten', 'removed'] as const).flatMap((what) =>
          difference[what].map(({ code, title }) => (
            <li key={`${what} ${code}`} className="py-2">
              {t(`guide.changed.${what}`, { title: chooseText(title, locale).text })}
            </li>
          )),
        )}
      </ul>
    </Section>
  );
}
