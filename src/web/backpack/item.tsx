import { data } from 'react-router';
import { renderSVG } from 'uqr';
import { backpackDetailSchema } from '../../features/backpack/backpack.schema.ts';
import { disclosablePartsSchema } from '../../features/credentials/credentials.schema.ts';
import type { DesignContent } from '../../formats/facts.ts';
import { sayGrade } from '../../formats/grades.ts';
import { findApi, readApi, sendApi } from '../lib/api.ts';
import { chooseText } from '../lib/content-text.ts';
import { capitalise } from '../lib/design-words.ts';
import { redirectWithMessage } from '../lib/flash.ts';
import { formatDay } from '../lib/formatting.ts';
import { useLocale, useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import { AssessmentTable } from '../public/assessment-table.tsx';
import { OutcomeList } from '../public/outcome-list.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Content } from '../ui/content-text.tsx';
import { ProblemSummary } from '../ui/error-summary.tsx';
import { Breadcrumb, Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { StatusBar } from '../ui/status-bar.tsx';
import { Punches } from '../ui/tags.tsx';
import type { Route } from './+types/item.ts';
import { Disclosure } from './disclosure.tsx';
import { Downloads } from './downloads.tsx';
import { ItemFacts } from './item-facts.tsx';
import { Linkedin } from './linkedin-panel.tsx';
import { Sharing } from './sharing.tsx';

export const handle: PageHandle = { scripts: false };

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const path = `/api/v1/backpack/${encodeURIComponent(params.id)}`;
  const { content, ...item } = await readApi(context, path, backpackDetailSchema);
  const disclosures = `/api/v1/awards/${encodeURIComponent(params.id)}/disclosures`;
  return {
    parts: (await findApi(context, disclosures, disclosablePartsSchema))?.parts ?? [],
    item: { ...item, content: content as DesignContent }, // frozen by parseContent()
    qr: item.public ? renderSVG(item.url, { border: 2 }) : undefined,
    isStruck: new URL(request.url).searchParams.has('struck'),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData();
  const path = `/api/v1/awards/${encodeURIComponent(params.id)}/publication`;
  const here = `/backpack/${params.id}#share`;
  if (form.get('intent') === 'withdraw') {
    const sent = await sendApi(context, path, { method: 'DELETE' });
    if (!sent.ok) return data({ problem: sent.problem }, { status: sent.problem.status });
    return redirectWithMessage(context, here, { key: 'backpack.private-again' });
  }
  const sent = await sendApi(context, path, {
    method: 'PUT',
    body: {
      showName: form.has('showName'),
      showResult: form.has('showResult'),
      showEvidence: form.has('showEvidence'),
      olderPlatforms: form.has('olderPlatforms'),
    },
  });
  if (!sent.ok) return data({ problem: sent.problem }, { status: sent.problem.status });
  return redirectWithMessage(context, here, { key: 'backpack.published' });
}

export default function Item({
  loaderData: { item, parts, qr, isStruck },
  actionData,
}: Route.ComponentProps) {
  const t = useT();
  const locale = useLocale();
  const result = item.result
    ? capitalise(sayGrade(item.content.gradeScheme, item.result, locale))
    : undefined;
  const isStanding = item.state === 'claimed' || item.state === 'expired';
  return (
    <Page title={item.title}>
      <Breadcrumb crumbs={[{ name: t('backpack.title'), href: '/backpack' }, { name: item.title }]} />
      <div className="notices">
        <ProblemSummary problem={actionData?.problem} />
        <Ended item={item} />
      </div>
      <div className="hero hero-mark grid12">
        <div>
          <h1 className="t1">{item.title}</h1>
          {item.recipientName && <p className="holder mt-4">{item.recipientName}</p>}
          <p className="lead mt-4">{chooseText(item.issuer, locale).text}</p>
          <p className="s text-ink2">{t('badge.awarded-on', { date: formatDay(locale, item.awardedOn) })}</p>
          <div className="mt-4">
            <Punches
              kind={item.content.kind}
              eqf={item.eqf ?? undefined}
              ects={item.ects ?? undefined}
              hours={item.hours ?? undefined}
            />
          </div>
        </div>
        <img
          src={item.image}
          width={416}
          height={416}
          alt={chooseText(item.imageAlt, locale).text}
          className={`design-mark design-mark-round hero-mark-picture${isStruck ? ' struck' : ''}`}
        />
      </div>
      <Section label={t('backpack.share')} note={t('backpack.share.note')} id="share">
        <Sharing item={item} qr={qr} result={result} />
      </Section>
      {isStanding && (
        <Section label={t('backpack.linkedin')} note={t('backpack.linkedin.note')} id="linkedin">
          <Linkedin item={item} />
        </Section>
      )}
      <Section label={t('backpack.keep')} note={t('backpack.keep.note')} id="download">
        <Downloads id={item.id} />
      </Section>
      {isStanding && parts.length > 0 && (
        <Section label={t('backpack.disclose')} note={t('backpack.disclose.note')} id="disclose">
          <Disclosure item={item} parts={parts} result={result} />
        </Section>
      )}
      {item.claimedAt && (
        <Section label={t('feedback.item')} id="feedback">
          <p className="measure">{t('feedback.item.text')}</p>
          <div className="mt-4">
            <ButtonLink href={`/feedback/${item.id}`}>{t('feedback.item.action')}</ButtonLink>
          </div>
        </Section>
      )}
      <Section label={t('backpack.about')}>
        <ItemFacts item={item} />
      </Section>
      <Section label={t('backpack.outcomes')}>
        <OutcomeList content={item.content} proven />
      </Section>
      <Section label={t('design.assessment')}>
        <AssessmentTable content={item.content} />
      </Section>
      {item.content.qualityAssurance && (
        <Section label={t('design.quality')}>
          <p className="t3 measure">
            <Content text={item.content.qualityAssurance.statement} />
          </p>
        </Section>
      )}
    </Page>
  );
}

/** Withdrawn or expired: said first, with what it means for the holder. */
function Ended({ item }: { readonly item: Route.ComponentProps['loaderData']['item'] }) {
  const t = useT();
  const locale = useLocale();
  if (item.state === 'revoked' && item.revocation)
    return (
      <StatusBar
        state="failed"
        title={t('backpack.revoked-on', {
          date: formatDay(locale, item.revocation.on),
          issuer: chooseText(item.issuer, locale).text,
        })}
        note={t('backpack.revoked.means')}
      />
    );
  if (item.state === 'expired' && item.expiresOn)
    return (
      <StatusBar
        state="warning"
        title={t('backpack.expired-on', { date: formatDay(locale, item.expiresOn) })}
        note={t('backpack.expired.means')}
      />
    );
  return null;
}
