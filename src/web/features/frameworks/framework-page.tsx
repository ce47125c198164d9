import { addQuery } from '../../lib/add-query.ts';
import { formatInstantDay } from '../../lib/formatting.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { faultsByField, type Problem } from '../../lib/problem.ts';
import { Button } from '../../ui/button.tsx';
import { Content } from '../../ui/content-text.tsx';
import { ProblemSummary } from '../../ui/error-summary.tsx';
import { FactList } from '../../ui/facts.tsx';
import { TextField } from '../../ui/field.tsx';
import { Breadcrumb, Page, PageHead } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { StateMark } from '../../ui/state-mark.tsx';
import { RemoveForm, RenewForm } from './framework-forms.tsx';
import { type FrameworkData, KEEPERS, type Keeper } from './read-frameworks.ts';
import { sayFrameworkFaults } from './say-file-fault.ts';

type Props = {
  readonly data: FrameworkData;
  readonly keeper: Keeper;
  readonly mayKeep: boolean;
  readonly problem: Problem | undefined;
};

/** One framework: what it is, what is in it, which drafts use it, and a newer file for it. */
export function FrameworkPage({ data: { framework, words }, keeper, mayKeep, problem }: Props) {
  const t = useT();
  const said = sayFrameworkFaults(t, problem);
  return (
    <Page title={framework.name}>
      <Breadcrumb
        crumbs={[{ name: t('frameworks.title'), href: KEEPERS[keeper].page }, { name: framework.name }]}
      />
      <PageHead title={framework.name} look="h1" lead={framework.publisher} />
      <div className="notices">
        <ProblemSummary problem={said} />
      </div>
      <About framework={framework} />
      <Items framework={framework} words={words} />
      {keeper === 'institution' && <Uses drafts={framework.drafts} />}
      {mayKeep && <RenewForm faults={faultsByField(said)} />}
      {mayKeep && <RemoveForm offered={framework.offered} drafts={framework.drafts.length} />}
    </Page>
  );
}

type Framework = FrameworkData['framework'];

function About({ framework }: { readonly framework: Framework }) {
  const t = useT();
  const locale = useLocale();
  const { version, licence, url, importedAt, offeredBy, offered } = framework;
  return (
    <Section label={t('frameworks.about')}>
      <FactList
        facts={[
          {
            label: t('frameworks.whose'),
            value: offeredBy ? (
              <>
                {t('frameworks.whose.offered-by')} <Content text={offeredBy} />
              </>
            ) : (
              t(offered ? 'frameworks.whose.for-all' : 'frameworks.whose.own')
            ),
          },
          { label: t('frameworks.version'), value: version ?? t('studio.not-said') },
          { label: t('frameworks.licence'), value: licence },
          { label: t('frameworks.url'), value: <a href={url}>{url}</a> },
          { label: t('frameworks.imported'), value: formatInstantDay(locale, importedAt) },
        ]}
      />
    </Section>
  );
}

function Items({ framework, words }: { readonly framework: Framework; readonly words: string }) {
  const t = useT();
  const { found, items, page, pages } = framework;
  return (
    <Section label={t('frameworks.skills')} note={t('frameworks.skills.count', { count: items })} id="skills">
      <form method="get" className="verify-line">
        <TextField name="q" type="search" label={t('frameworks.search.label')} defaultValue={words} />
        <Button>{t('frameworks.search')}</Button>
      </form>
      {found.length === 0 ? (
        <p className="mt-5 text-ink2">{t('frameworks.search.none')}</p>
      ) : (
        <ul className="rows mt-5">
          {found.map(({ id, code, name, description, url }) => (
            <li key={id} className="py-3">
              <a href={url}>
                <Content text={name} />
              </a>
              {code && <span className="s text-ink2"> {code}</span>}
              {Object.keys(description).length > 0 && (
                <p className="s measure text-ink2">
                  <Content text={description} />
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      {pages > 1 && (
        <nav className="mt-5" aria-label={t('frameworks.pages')}>
          {page > 1 && (
            <a href={addQuery('', '', { page: String(page - 1) })}>{t('frameworks.pages.before')}</a>
          )}{' '}
          <span className="s text-ink2">{t('frameworks.pages.at', { page, pages })}</span>{' '}
          {page < pages && (
            <a href={addQuery('', '', { page: String(page + 1) })}>{t('frameworks.pages.after')}</a>
          )}
        </nav>
      )}
    </Section>
  );
}

function Uses({ drafts }: { readonly drafts: Framework['drafts'] }) {
  const t = useT();
  return (
    <Section label={t('frameworks.uses')} note={t('frameworks.uses.note')} id="uses">
      {drafts.length === 0 && <p className="text-ink2">{t('frameworks.uses.none')}</p>}
      <ul className="link-list">
        {drafts.map(({ id, title, gone }) => (
          <li key={id}>
            <a href={`/studio/designs/${id}?section=outcomes`}>
              <Content text={title} />
            </a>
            {gone && (
              <>
                {' '}
                <StateMark state="warning">{t('frameworks.uses.gone')}</StateMark>
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
