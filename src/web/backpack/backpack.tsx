import { data, redirect } from 'react-router';
import { type BackpackItem, backpackSchema } from '../../features/backpack/backpack.schema.ts';
import { askedSchema } from '../../features/feedback/feedback.schema.ts';
import { readApi, sendApi } from '../lib/api.ts';
import { chooseText } from '../lib/content-text.ts';
import { redirectWithMessage } from '../lib/flash.ts';
import { formatDay, formatMonth } from '../lib/formatting.ts';
import { useLocale, useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { joinClasses } from '../ui/class-names.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ProblemSummary } from '../ui/error-summary.tsx';
import { Message } from '../ui/message.tsx';
import { Page, PageHead } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { StateMark } from '../ui/state-mark.tsx';
import { type Kind, Punches, WithIcon } from '../ui/tags.tsx';
import type { Route } from './+types/backpack.ts';
import { loadStayNotice, putStayNoticeAway, StayNotice } from './stay-notice.tsx';

export const handle: PageHandle = { scripts: false };

export async function loader({ context }: Route.LoaderArgs) {
  const backpack = await readApi(context, '/api/v1/backpack', backpackSchema);
  const { asked } = await readApi(context, '/api/v1/feedback/asked', askedSchema);
  return { ...backpack, asked, stay: await loadStayNotice(context) };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  if (form.get('intent') === 'stay-later') return await putStayNoticeAway(context, '/backpack');
  const award = encodeURIComponent(String(form.get('award') ?? ''));
  const declines = form.get('intent') === 'decline';
  const sent = await sendApi(context, `/api/v1/awards/${award}/${declines ? 'decline' : 'claim'}`);
  if (!sent.ok && sent.problem.type.endsWith(':awards/terms-not-agreed'))
    return redirect(`/agree?${new URLSearchParams({ award, returnTo: '/backpack' })}`);
  if (!sent.ok) return data({ problem: sent.problem }, { status: sent.problem.status });
  return redirectWithMessage(context, declines ? '/backpack' : `/backpack/${award}?struck=1`, {
    key: declines ? 'backpack.declined' : 'backpack.claimed',
  });
}

export default function Backpack({
  loaderData: { waiting, mine, asked, stay },
  actionData,
}: Route.ComponentProps) {
  const t = useT();
  return (
    <Page title={t('backpack.title')}>
      <PageHead title={t('backpack.title')} />
      <div className="notices">
        <ProblemSummary problem={actionData?.problem} />
        <StayNotice notice={stay} />
        <Asked asked={asked} />
      </div>
      {waiting.length > 0 && (
        <Section label={t('backpack.attention')}>
          <ul className="rows">
            {waiting.map((item) => (
              <Waiting key={item.id} item={item} />
            ))}
          </ul>
        </Section>
      )}
      {mine.length === 0 && waiting.length === 0 && (
        <div className="mt-8">
          <EmptyState
            title={t('backpack.empty.title')}
            action={<ButtonLink href="/catalogue">{t('backpack.empty.action')}</ButtonLink>}
          >
            {t('backpack.empty')}
          </EmptyState>
        </div>
      )}
      {mine.length > 0 && (
        <section aria-labelledby="mine" className="backpack-mine">
          <h2 id="mine" className="tabs-like">
            {t('backpack.mine')} <span className="tab-count">{mine.length}</span>
          </h2>
          <ul className="backpack-grid">
            {mine.map((item) => (
              <Held key={item.id} item={item} />
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}

/** One at a time, after everything else, and never in the way of a claim. */
function Asked({ asked: [first] }: Pick<Route.ComponentProps['loaderData'], 'asked'>) {
  const t = useT();
  const locale = useLocale();
  if (!first) return null;
  return (
    <Message
      icon="info"
      action={
        <ButtonLink dense href={`/feedback/${first.award}`}>
          {t('feedback.asked.action')}
        </ButtonLink>
      }
    >
      {t('feedback.asked', { title: chooseText(first.title, locale).text })}
    </Message>
  );
}

function Waiting({ item }: { readonly item: BackpackItem }) {
  const t = useT();
  const locale = useLocale();
  return (
    <li className="waiting">
      <img src={item.image} width={64} height={64} alt="" className="design-mark-round" />
      <div className="waiting-words">
        <p>
          <b>{item.title}</b> {t('backpack.waits')}
        </p>
        <p className="s text-ink2">
          {t('backpack.awarded', {
            date: formatDay(locale, item.awardedOn),
            issuer: chooseText(item.issuer, locale).text,
          })}{' '}
          {t('backpack.no-hurry')}
        </p>
        <details className="s">
          <summary className="text-link">{t('claim.not-me')}</summary>
          <form method="post" className="mt-2">
            <input type="hidden" name="award" value={item.id} />
            <p className="measure">{t('backpack.decline.means')}</p>
            <Button variant="destructive" dense name="intent" value="decline" className="mt-2">
              {t('backpack.decline')}
            </Button>
          </form>
        </details>
      </div>
      <form method="post">
        <input type="hidden" name="award" value={item.id} />
        <Button variant="primary" name="intent" value="claim">
          {t('backpack.accept')}
          <span className="sr-only">: {item.title}</span>
        </Button>
      </form>
    </li>
  );
}

function Held({ item }: { readonly item: BackpackItem }) {
  const t = useT();
  const locale = useLocale();
  return (
    <li className="held">
      <div>
        <img
          src={item.image}
          width={176}
          height={176}
          alt=""
          className={joinClasses('design-mark-round', item.state !== 'claimed' && 'held-ended')}
        />
      </div>
      <div>
        <p className="s text-ink2">{formatMonth(locale, item.awardedOn)}</p>
        <h3 className="t2 mt-0.5">
          <a href={`/backpack/${item.id}`} className="quiet-link">
            {item.title}
          </a>
        </h3>
        <p className="s mt-0.5 text-ink2">{chooseText(item.issuer, locale).text}</p>
        <div className="mt-3">
          <Punches
            kind={item.kind as Kind /* a design's kind, which the API names as text */}
            eqf={item.eqf ?? undefined}
            ects={item.ects ?? undefined}
            hours={item.hours ?? undefined}
          />
        </div>
        <p className="mt-3">
          {item.state === 'claimed' ? (
            <WithIcon icon={item.public ? 'eye' : 'lock'}>
              {t(item.public ? 'backpack.seen-by-link' : 'visibility.private')}
            </WithIcon>
          ) : (
            <StateMark state={item.state === 'revoked' ? 'failed' : 'warning'}>
              {item.state === 'revoked'
                ? t('backpack.revoked')
                : t('backpack.expired-on', { date: formatDay(locale, item.expiresOn ?? '') })}
            </StateMark>
          )}
        </p>
      </div>
    </li>
  );
}
