import { termsViewSchema } from '../../features/terms/terms.schema.ts';
import { readApi } from '../lib/api.ts';
import { chooseText } from '../lib/content-text.ts';
import { formatInstantDay } from '../lib/formatting.ts';
import { useLocale, useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import { addressOfTerms, nameOfTerms, partOf } from '../lib/terms-words.ts';
import { Page, PageHead } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { StatusBar } from '../ui/status-bar.tsx';
import { WrittenText } from '../ui/written-text.tsx';
import type { Route } from './+types/terms.ts';

export const handle: PageHandle = { scripts: false };

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const path = `/api/v1/terms/${encodeURIComponent(params.owner)}/${encodeURIComponent(params.kind)}`;
  const version = new URL(request.url).searchParams.get('version');
  const query = version ? `?${new URLSearchParams({ version })}` : '';
  return { terms: await readApi(context, `${path}${query}`, termsViewSchema) };
}

/** A text that people agreed to, as it was published: every version keeps its address. */
export default function Terms({ loaderData: { terms } }: Route.ComponentProps) {
  const t = useT();
  const locale = useLocale();
  const { lang, excerpt, text } = partOf(terms.texts, locale);
  const owner = chooseText(terms.ownerName, locale).text;
  const title = t(nameOfTerms(terms.kind));
  return (
    <Page title={title}>
      <PageHead title={title} lead={t('terms.by', { owner, version: terms.version })} />
      {terms.superseded && (
        <div className="notices">
          <StatusBar state="warning" title={t('terms.superseded')} note={t('terms.superseded.note')} />
        </div>
      )}
      <Section label={t('terms.in-short')}>
        <p className="t3 measure" lang={lang}>
          {excerpt}
        </p>
      </Section>
      <Section
        label={t('terms.whole')}
        note={t('terms.published-on', { date: formatInstantDay(locale, terms.publishedAt) })}
      >
        <WrittenText text={text} lang={lang} />
      </Section>
      {terms.version > 1 && (
        <Section label={t('terms.earlier')}>
          <ul className="rows">
            {Array.from({ length: terms.version - 1 }, (_, index) => terms.version - 1 - index).map(
              (version) => (
                <li key={version} className="py-2">
                  <a href={addressOfTerms({ ...terms, version })}>{t('terms.version', { version })}</a>
                </li>
              ),
            )}
          </ul>
        </Section>
      )}
    </Page>
  );
}
