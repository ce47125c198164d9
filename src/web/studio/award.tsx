import { data, redirect } from 'react-router';
import { awardSchema } from '../../features/awards/awards.schema.ts';
import { readApi, sendApi } from '../lib/api.ts';
import { appContext } from '../lib/app-context.ts';
import { chooseText } from '../lib/content-text.ts';
import { nameLanguage } from '../lib/design-words.ts';
import { redirectWithMessage } from '../lib/flash.ts';
import { formatDay, formatInstant, formatTime } from '../lib/formatting.ts';
import { useLocale, useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import { mayAct } from '../lib/session.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { ProblemSummary } from '../ui/error-summary.tsx';
import { FactList } from '../ui/facts.tsx';
import { SelectField, TextArea } from '../ui/field.tsx';
import { Breadcrumb, Page, PageHead } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { StatusBar } from '../ui/status-bar.tsx';
import type { Route } from './+types/award.ts';
import { AwardStateMark } from './award-state.tsx';
import { revocationReasons, sayReason } from './award-words.ts';

export const handle: PageHandle = { scripts: false };

export async function loader({ context, params }: Route.LoaderArgs) {
  const award = await readApi(context, `/api/v1/awards/${encodeURIComponent(params.id)}`, awardSchema);
  const { session } = context.get(appContext);
  return { award, mayRevoke: mayAct(session, 'awards.revoke'), mayUndo: mayAct(session, 'awards.grant') };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData();
  const path = `/api/v1/awards/${encodeURIComponent(params.id)}`;
  const here = `/studio/awards/${params.id}`;
  if (form.get('intent') === 'undo') {
    const sent = await sendApi(context, `${path}/undo`);
    return sent.ok
      ? redirectWithMessage(context, '/studio/awards', { key: 'studio.award.undone' })
      : data({ problem: sent.problem }, { status: sent.problem.status });
  }
  if (form.get('intent') !== 'revoke') return redirect(here);
  const note = String(form.get('note') ?? '').trim();
  const sent = await sendApi(context, `${path}/revoke`, {
    body: { reason: String(form.get('reason')), ...(note ? { note } : {}) },
  });
  return sent.ok
    ? redirectWithMessage(context, here, { key: 'studio.award.revoked' })
    : data({ problem: sent.problem }, { status: sent.problem.status });
}

type AwardData = Route.ComponentProps['loaderData'];

export default function Award({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT();
  const { award, mayRevoke, mayUndo } = loaderData;
  const who = award.recipient?.name ?? award.recipient?.email ?? award.recipient?.identifier;
  const isStanding = award.state === 'offered' || award.state === 'claimed';
  return (
    <Page title={who ?? award.title}>
      <Breadcrumb
        crumbs={[{ name: t('studio.awards.title'), href: '/studio/awards' }, { name: who ?? award.title }]}
      />
      <PageHead title={who ?? t('studio.award.erased')} look="h1" lead={award.title} />
      <div className="notices">
        <ProblemSummary problem={actionData?.problem} />
        {award.state === 'pending' && <Pending award={award} mayUndo={mayUndo} />}
        {award.revocation && <Revoked award={award} />}
      </div>
      <AwardFacts award={award} />
      {isStanding && mayRevoke && <Revoke />}
    </Page>
  );
}

function Pending({ award, mayUndo }: { readonly award: AwardData['award']; readonly mayUndo: boolean }) {
  const t = useT();
  const locale = useLocale();
  const time = award.undoUntil ? formatTime(locale, award.undoUntil) : '';
  return (
    <StatusBar
      state="not-checked"
      title={t('award.waiting', { count: 1, time })}
      note={t('award.nothing-yet')}
      action={
        mayUndo && (
          <form method="post">
            <Button name="intent" value="undo">
              {t('studio.award.undo')}
            </Button>
          </form>
        )
      }
    />
  );
}

function Revoked({ award }: { readonly award: AwardData['award'] }) {
  const t = useT();
  const locale = useLocale();
  if (!award.revocation || !award.revokedAt) return null;
  return (
    <StatusBar
      state="failed"
      title={t('studio.award.revoked-on', { date: formatInstant(locale, award.revokedAt) })}
      note={[sayReason(t, award.revocation.reason), award.revocation.note].filter(Boolean).join(' – ')}
    />
  );
}

function AwardFacts({ award }: { readonly award: AwardData['award'] }) {
  const t = useT();
  const locale = useLocale();
  const instant = (value: string | null) => value && formatInstant(locale, value);
  const facts = [
    [t('studio.awards.state'), <AwardStateMark key="state" state={award.state} expired={award.expired} />],
    [t('studio.award.name'), award.recipient?.name],
    [t('studio.award.email'), award.recipient?.email],
    [t('studio.award.identifier'), award.recipient?.identifier],
    [t('studio.awards.result'), award.resultText && chooseText(award.resultText, locale).text],
    [t('studio.awards.awarded-on'), formatDay(locale, award.awardedOn)],
    [
      t('studio.award.expires'),
      award.expiresOn ? formatDay(locale, award.expiresOn) : t('studio.award.no-expiry'),
    ],
    [t('studio.award.language'), nameLanguage(locale, award.language)],
    [t('studio.award.reference'), award.reference],
    [
      t('studio.who.audience'),
      award.audience &&
        t(`studio.award.audience.${award.audienceBy ?? 'declared'}`, { audience: award.audience }),
    ],
  ] as const;
  const history = [
    [t('studio.award.granted'), instant(award.grantedAt)],
    [t('letters.withheld'), award.letterWithheld && t('letters.withheld.award')],
    [t('studio.award.claimed'), instant(award.claimedAt)],
    [t('studio.award.withdrawn'), instant(award.revokedAt)],
  ] as const;
  return (
    <>
      <Section label={t('studio.award.facts')}>
        <FactList facts={facts.flatMap(([label, value]) => (value ? [{ label, value }] : []))} />
        <p className="mt-4 flex flex-wrap gap-x-6 gap-y-2">
          <a href={`/designs/${award.design}/versions/${award.version}`}>
            {t('studio.award.design', { number: award.version })}
          </a>
          {award.batch && <a href={`/studio/batches/${award.batch}`}>{t('studio.award.batch')}</a>}
        </p>
      </Section>
      {history.some(([, at]) => at) && (
        <Section label={t('studio.award.history')}>
          <FactList facts={history.flatMap(([label, value]) => (value ? [{ label, value }] : []))} />
        </Section>
      )}
    </>
  );
}

/** Asked in place: opening it changes nothing, and the button says what it does. */
function Revoke() {
  const t = useT();
  return (
    <Section label={t('studio.revoke')} id="revoke">
      <p className="measure">{t('studio.revoke.means')}</p>
      <details className="retire mt-3">
        <summary>{t('studio.revoke.open')}</summary>
        <form method="post" className="form">
          <SelectField
            name="reason"
            label={t('studio.revoke.reason')}
            hint={t('studio.revoke.reason.hint')}
            options={revocationReasons.map((value) => ({ value, label: sayReason(t, value) }))}
          />
          <TextArea
            name="note"
            label={t('studio.revoke.note')}
            hint={t('studio.revoke.note.hint')}
            maxLength={1000}
            optional
          />
          <ButtonRow fill>
            <Button variant="destructive" name="intent" value="revoke">
              {t('studio.revoke.do')}
            </Button>
          </ButtonRow>
        </form>
      </details>
    </Section>
  );
}
