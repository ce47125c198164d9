import { packSchema } from '../../features/quality/pack.schema.ts';
import { addQuery } from '../lib/add-query.ts';
import { readApi } from '../lib/api.ts';
import { chooseText } from '../lib/content-text.ts';
import { findGuide } from '../lib/find-guide.ts';
import { formatDay } from '../lib/formatting.ts';
import { useLocale, useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import { Content } from '../ui/content-text.tsx';
import { FactList } from '../ui/facts.tsx';
import { Page, PageHead } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import type { Route } from './+types/policy-pack.ts';
import { PackCriteria } from './pack-criteria.tsx';
import { PackGates } from './pack-gates.tsx';
import { PackSize } from './pack-size.tsx';
import { PackTriggers } from './pack-triggers.tsx';

export const handle: PageHandle = { scripts: false };

/** What programs get at the same address, and what an approval names. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const on = new URL(request.url).searchParams.get('on') ?? undefined;
  const address = `/api/v1/policy-packs/${encodeURIComponent(params.slug)}/${encodeURIComponent(params.name)}`;
  const pack = await readApi(context, addQuery(address, '', { on }), packSchema);
  return { pack, on, guide: await findGuide(context, params.slug) };
}

/** The rules behind an approval, in words. */
export default function PolicyPack({ loaderData: { pack, on, guide } }: Route.ComponentProps) {
  const t = useT();
  const locale = useLocale();
  const title = chooseText(pack.name, locale).text;
  const { review, appeal } = pack;
  const { triggers, ...terms } = review;
  return (
    <Page title={title}>
      <PageHead title={title} look="h1" lead={<Content text={pack.summary} />} />
      <Section label={t('packs.facts')}>
        <FactList
          facts={[
            { label: t('packs.version'), value: `${pack.id}@${pack.version}` },
            { label: t('packs.from'), value: formatDay(locale, pack.validFrom) },
            ...(pack.validUntil
              ? [{ label: t('packs.until'), value: formatDay(locale, pack.validUntil) }]
              : []),
            ...(on ? [{ label: t('packs.as-on'), value: formatDay(locale, on) }] : []),
          ]}
        />
      </Section>
      <PackSize limits={pack.limits} />
      <PackGates gates={pack.gates} />
      <PackCriteria criteria={pack.criteria} guide={guide} />
      <Section label={t('packs.review')}>
        <p className="measure">{t('packs.review.is', { ...terms })}</p>
        <PackTriggers triggers={triggers} />
        {appeal && (
          <p className="measure mt-3">
            {t('packs.appeal.is', { days: appeal.days })} <Content text={appeal.body} />.
          </p>
        )}
      </Section>
      {pack.sources.length > 0 && (
        <Section label={t('packs.sources')} note={t('packs.sources.note')}>
          <ul className="rows">
            {pack.sources.map(({ title: name, url, clause }) => (
              <li key={name} className="py-2">
                {url ? <a href={url}>{name}</a> : name}
                {clause && <span className="text-ink2">, {clause}</span>}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}
