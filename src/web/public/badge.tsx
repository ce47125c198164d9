import { data, redirect } from 'react-router';
import { readAnswers } from '../features/feedback/questions.ts';
import { sendApi } from '../lib/api.ts';
import { appContext } from '../lib/app-context.ts';
import { chooseText } from '../lib/content-text.ts';
import { useLocale, useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import { Page } from '../ui/page.tsx';
import { ScannedCertificate } from '../ui/scanned-certificate.tsx';
import { SwitchOfTwo } from '../ui/tabs.tsx';
import type { Route } from './+types/badge.ts';
import { BadgeBar } from './badge-bar.tsx';
import { BadgeFacts } from './badge-facts.tsx';
import { BadgeFull } from './badge-full.tsx';
import { BadgeHead } from './badge-head.tsx';
import { BadgeJsonLd } from './badge-json-ld.tsx';
import { BadgeMinute } from './badge-minute.tsx';
import { BadgeRemark } from './badge-remark.tsx';
import { loadBadge } from './load-badge.ts';
import { ShareMeta } from './share-meta.tsx';

export const handle: PageHandle = { scripts: false };

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  return {
    ...(await loadBadge(context, { id: params.id, view: searchParams.get('view') })),
    remark: REMARKS.find((state) => state === searchParams.get('remark')) ?? ('open' as const),
  };
}

const REMARKS = ['thanked', 'refused'] as const;

/** Said in the address and not in a cookie: this page sets none. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const sent = await sendApi(context, `/api/v1/credentials/${encodeURIComponent(params.id)}/feedback`, {
    body: {
      answers: readAnswers(form),
      ...{ text: text('text'), organisation: text('organisation'), website: text('website') },
    },
  });
  if (!sent.ok && sent.problem.status === 404) throw data(null, { status: 404 });
  const { locale } = context.get(appContext);
  const remark = sent.ok ? 'thanked' : 'refused';
  return redirect(`/c/${params.id}?remark=${remark}&lang=${locale}#feedback`);
}

/** As for the documents: the learner may take it private at any moment; no other site learns of this address. */
export function headers() {
  return {
    'cache-control': 'public, max-age=5',
    'x-robots-tag': 'noindex',
    'referrer-policy': 'same-origin',
  };
}

export default function Badge({ loaderData: badge }: Route.ComponentProps) {
  const t = useT();
  const locale = useLocale();
  const title = chooseText(badge.content.title, locale).text;
  const issuer = chooseText(badge.issuer.name, locale).text;
  const at = (view: string) => `/c/${badge.id}?view=${view}&lang=${locale}`;
  return (
    <Page title={badge.holderName ? `${title} – ${badge.holderName}` : title}>
      <meta name="robots" content="noindex" />
      <link rel="alternate" type="application/vc" href={`${badge.url}.json`} />
      <link rel="alternate" type="application/ld+json" href={`${badge.url}.json`} />
      <link rel="alternate" type="text/plain" href={`${badge.url}.jwt`} title="JWT" />
      <link rel="alternate" type="application/pdf" href={`${badge.url}.pdf`} />
      <ShareMeta
        url={badge.url}
        title={title}
        description={[badge.holderName, issuer, chooseText(badge.content.description, locale).text]
          .filter(Boolean)
          .join(' · ')}
        image={`${badge.url}/card.png`}
        imageText={chooseText(badge.image.alt, locale).text}
      />
      {badge.state === 'valid' && <BadgeJsonLd badge={badge} />}
      <BadgeBar badge={badge} />
      <BadgeHead badge={badge} />
      <BadgeFacts badge={badge} />
      <div className="mt-8">
        <SwitchOfTwo
          label={t('badge.view')}
          options={[
            { href: at('minute'), name: t('badge.minute'), current: badge.view === 'minute' },
            { href: at('full'), name: t('badge.full'), current: badge.view === 'full' },
          ]}
        />
      </div>
      {badge.view === 'full' ? <BadgeFull badge={badge} /> : <BadgeMinute badge={badge} />}
      {badge.state === 'valid' && <BadgeRemark id={badge.id} state={badge.remark} />}
      <ScannedCertificate />
    </Page>
  );
}
