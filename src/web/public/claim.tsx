import { data, redirect } from 'react-router';
import { offerSchema } from '../../features/awards/awards.schema.ts';
import { readApi, sendApi } from '../lib/api.ts';
import { appContext } from '../lib/app-context.ts';
import { chooseText } from '../lib/content-text.ts';
import { redirectWithMessage } from '../lib/flash.ts';
import { formatDay } from '../lib/formatting.ts';
import type { TextKey, Translate } from '../lib/i18n.ts';
import { useLocale, useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import type { Problem } from '../lib/problem.ts';
import { SECRET, secretHeaders } from '../lib/secret-address.ts';
import { Content } from '../ui/content-text.tsx';
import { ProblemSummary } from '../ui/error-summary.tsx';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { type Kind, Punches } from '../ui/tags.tsx';
import type { Route } from './+types/claim.ts';
import { ClaimWays } from './claim-ways.tsx';
import { loadClaim } from './load-claim.ts';

export const handle: PageHandle = { scripts: false };

export const headers = secretHeaders;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  if (!SECRET.test(params.token)) throw data(null, { status: 404 });
  const codeSent = new URL(request.url).searchParams.get('code') === 'sent';
  return await loadClaim(context, { token: params.token, codeSent });
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { t, locale } = context.get(appContext);
  const form = await request.formData();
  const here = `/claim/${params.token}`;
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const intent = text('intent');
  if (intent === 'send-code') {
    const sent = await sendApi(context, '/api/v1/email-codes', {
      body: { address: text('address'), returnTo: here },
    });
    return sent.ok ? redirect(`${here}?code=sent#code`) : refuse(t, sent.problem, intent);
  }
  if (intent === 'verify-code') {
    const sent = await sendApi(context, '/api/v1/email-codes/verify', { body: { code: text('code') } });
    return sent.ok ? redirect(here) : refuse(t, sent.problem, intent);
  }
  const { award } = await readApi(context, `/api/v1/offers/${params.token}`, offerSchema);
  if (award === null || (intent !== 'claim' && intent !== 'decline')) return redirect(here);
  for (const terms of intent === 'claim' ? form.getAll('agree') : []) {
    const agreed = await sendApi(context, '/api/v1/agreements', {
      body: { terms: String(terms), language: locale },
    });
    if (!agreed.ok) return refuse(t, agreed.problem, intent);
  }
  const sent = await sendApi(context, `/api/v1/awards/${award}/${intent}`);
  if (!sent.ok) return refuse(t, sent.problem, intent);
  return intent === 'claim'
    ? redirectWithMessage(context, '/backpack', { key: 'claim.done' })
    : redirectWithMessage(context, '/', { key: 'claim.declined' });
}

/** The refusals that a reader will meet, in their language; any other in the API's own words. */
const refusals: Readonly<Record<string, TextKey>> = {
  'urn:waarmerk:problem:accounts/code-refused': 'claim.refused.code',
  'urn:waarmerk:problem:accounts/address-malformed': 'claim.refused.address',
  'urn:waarmerk:problem:accounts/too-many-codes': 'claim.refused.too-many',
};

function refuse(t: Translate, problem: Problem, intent: string) {
  const key = refusals[problem.type];
  const { detail: _, ...short } = problem;
  const said = key ? { ...short, title: t(key), errors: [] } : problem;
  return data({ problem: said, intent }, { status: problem.status });
}

export default function Claim({ loaderData: claim, actionData }: Route.ComponentProps) {
  const t = useT();
  const locale = useLocale();
  const { offer } = claim;
  const kind = offer.kind as Kind; // a design's kind, which the API names as text
  const title = chooseText(offer.title, locale).text;
  return (
    <Page title={title}>
      {actionData && (
        <div className="notices">
          <ProblemSummary problem={actionData.problem} />
        </div>
      )}
      <div className="hero hero-claim grid12">
        <img
          src={offer.image.replace(/\.png$/, '.svg')}
          width={488}
          height={488}
          alt={t('claim.mark', { title })}
          className="design-mark design-mark-round claim-mark"
        />
        <div>
          <p className="lead">
            {t(`claim.intro.${kind}`, { issuer: chooseText(offer.issuer, locale).text })}
          </p>
          <h1 className="t1 mt-3">
            <Content text={offer.title} />
          </h1>
          <div className="mt-4">
            <Punches
              kind={kind}
              eqf={offer.eqf ?? undefined}
              ects={offer.ects ?? undefined}
              hours={offer.hours ?? undefined}
            >
              {t('claim.awarded-on', { date: formatDay(locale, offer.awardedOn) })}
            </Punches>
          </div>
          {offer.narrative && <p className="claim-reason">“{offer.narrative}”</p>}
          <ClaimWays claim={claim} problem={actionData?.problem} intent={actionData?.intent} />
        </div>
      </div>
      {offer.state === 'offered' && (
        <>
          <Section label={t('claim.next')}>
            <ol className="thirds claim-steps">
              {(['look', 'keep', 'share'] as const).map((step, index) => (
                <li key={step}>
                  <span className="outcome-number">{index + 1}</span>
                  <p>{t(`claim.next.${step}`)}</p>
                </li>
              ))}
            </ol>
          </Section>
          <Section label={t('claim.good-to-know')}>
            <p className="measure">{t('claim.good-to-know.text')}</p>
            <p className="mt-3">
              <a href={`/designs/${offer.design}`}>{t('claim.about-design')}</a>
            </p>
          </Section>
        </>
      )}
    </Page>
  );
}
