import { chooseText } from '../lib/content-text.ts';
import { nameForms, nameLanguages } from '../lib/design-words.ts';
import { formatInstantDay } from '../lib/formatting.ts';
import { useLocale, useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import { ButtonLink, ButtonRow } from '../ui/button.tsx';
import { Content } from '../ui/content-text.tsx';
import { Breadcrumb, Page } from '../ui/page.tsx';
import { StatusBar } from '../ui/status-bar.tsx';
import { Punches } from '../ui/tags.tsx';
import type { Route } from './+types/design.ts';
import { DesignMark } from './design-mark.tsx';
import { DesignSections } from './design-sections.tsx';
import { type DesignFacts, loadDesign } from './load-design.ts';
import { Offering } from './offering.tsx';
import { OpenTo } from './open-to.tsx';
import { ShareMeta } from './share-meta.tsx';
import { Standing } from './standing.tsx';

export const handle: PageHandle = { scripts: false };

export function loader({ context, params }: Route.LoaderArgs) {
  return loadDesign(context, { id: params.id, number: params.n });
}

export default function Design({ loaderData: design }: Route.ComponentProps) {
  const t = useT();
  const locale = useLocale();
  const { content, institution, unit } = design;
  const title = chooseText(content.title, locale);
  const units = [...(unit ? [unit.name] : []), ...(content.partners ?? [])];
  const isOlder = design.version.number < design.newestVersion;
  return (
    <Page title={title.text}>
      <ShareMeta
        url={design.isNamed ? design.version.url : `${design.publicUrl}/designs/${design.id}`}
        title={title.text}
        description={chooseText(content.description, locale).text}
        image={`${design.publicUrl}/designs/${design.id}/card.png`}
        imageText={chooseText(design.image.alt, locale).text}
      />
      <Breadcrumb
        crumbs={[
          { name: t('nav.catalogue'), href: '/catalogue' },
          {
            name: chooseText(unit?.name ?? institution.name, locale).text,
            href: `/issuers/${design.issuer.id}`,
          },
        ]}
      />
      <Standing test={design.test} archived={design.institution.archivedAt !== null} />
      <Notices design={design} isOlder={isOlder} />
      <div className="hero hero-mark grid12">
        <div>
          <h1 className="t1">
            <Content text={content.title} />
          </h1>
          <p className="lead mt-4">
            <Offering institution={institution.name} units={units} />
          </p>
          <OpenTo design={design} />
          <div className="mt-4">
            <Punches
              kind={content.kind}
              eqf={content.level.eqf}
              ects={content.workload.ects}
              hours={content.workload.hours}
            >
              {[
                nameLanguages(locale, content.instructionLanguages),
                nameForms({ t, locale }, content.participation).toLocaleLowerCase(),
              ].join(' · ')}
            </Punches>
          </div>
          {!design.retiredAt && <Actions design={design} />}
        </div>
        <DesignMark image={design.image} width={416} speaks className="hero-mark-picture" />
      </div>
      <DesignSections design={design} />
    </Page>
  );
}

function Notices({ design, isOlder }: { readonly design: DesignFacts; readonly isOlder: boolean }) {
  const t = useT();
  const locale = useLocale();
  if (!design.retiredAt && !isOlder) return null;
  return (
    <div className="notices">
      {design.retiredAt && (
        <StatusBar
          state="warning"
          title={t('design.retired.title', { date: formatInstantDay(locale, design.retiredAt) })}
          note={t('design.retired.text')}
        />
      )}
      {isOlder && (
        <StatusBar
          state="warning"
          title={t('design.older.title', { number: design.version.number })}
          note={t('design.older.text')}
          action={
            <ButtonLink href={`/designs/${design.id}`}>
              {t('design.older.action', { number: design.newestVersion })}
            </ButtonLink>
          }
        />
      )}
    </div>
  );
}

/** Signing up happens at the provider; without an address of its own the provider's site stands in. */
function Actions({ design }: { readonly design: DesignFacts }) {
  const t = useT();
  const { furtherInformationUrl } = design.content;
  const address = furtherInformationUrl ?? design.institution.website;
  return (
    <div className="mt-6">
      <ButtonRow fill>
        {address && (
          <ButtonLink variant="primary" href={address}>
            {t(furtherInformationUrl ? 'design.apply' : 'design.provider-site')}
          </ButtonLink>
        )}
        <ButtonLink href={`/catalogue?provider=${design.institution.slug}`}>
          {t('design.more-of-provider')}
        </ButtonLink>
      </ButtonRow>
    </div>
  );
}
