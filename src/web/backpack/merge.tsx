import { data, redirect } from 'react-router';
import { mergeOfferSchema } from '../../features/accounts/account.schema.ts';
import { sendApi } from '../lib/api.ts';
import { appContext } from '../lib/app-context.ts';
import { chooseText } from '../lib/content-text.ts';
import { redirectWithMessage } from '../lib/flash.ts';
import { formatTime } from '../lib/formatting.ts';
import { useLocale, useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { ChoiceGroup, Radio } from '../ui/choices.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ProblemSummary } from '../ui/error-summary.tsx';
import { FactList } from '../ui/facts.tsx';
import { Page, PageHead } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import type { Route } from './+types/merge.ts';
import { proveFirst } from './prove-first.ts';

export const handle: PageHandle = { scripts: false };

const PAGE = '/account/merge';

export async function loader({ context }: Route.LoaderArgs) {
  const { session, api } = context.get(appContext);
  if (!session.person) throw redirect(`/sign-in?returnTo=${PAGE}`);
  const response = await api('/api/v1/account/merge-offer');
  // Whether it is over, used, or never was: there is nothing to decide.
  return { offer: response.ok ? mergeOfferSchema.parse(await response.json()) : undefined };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const name = form.get('name') === 'other' ? 'other' : 'mine';
  const sent = await sendApi(context, '/api/v1/account/merge', { body: { name } });
  if (sent.ok) return redirectWithMessage(context, '/backpack', { key: 'account.merge.done' });
  proveFirst(sent.problem, PAGE);
  return data({ problem: sent.problem }, { status: sent.problem.status });
}

type Offer = NonNullable<Route.ComponentProps['loaderData']['offer']>;

export default function Merge({ loaderData: { offer }, actionData }: Route.ComponentProps) {
  const t = useT();
  return (
    <Page title={t('account.merge')}>
      <PageHead title={t('account.merge')} look="h1" lead={offer && t('account.merge.lead')} />
      <div className="notices">
        <ProblemSummary problem={actionData?.problem} />
      </div>
      {offer ? (
        <Decision offer={offer} />
      ) : (
        <div className="mt-8">
          <EmptyState
            title={t('account.merge.gone')}
            action={<ButtonLink href="/account/ways-in">{t('account.merge.gone.action')}</ButtonLink>}
          >
            {t('account.merge.gone.text')}
          </EmptyState>
        </div>
      )}
    </Page>
  );
}

function Decision({ offer }: { readonly offer: Offer }) {
  const t = useT();
  const locale = useLocale();
  const { moves, myName, otherName } = offer;
  const roles = moves.institutions.map((name) => chooseText(name, locale).text);
  return (
    <>
      <Section label={t('account.merge.moves')} note={t('account.merge.moves.note')}>
        <FactList
          facts={[
            { label: t('account.merge.badges'), value: moves.badges },
            { label: t('account.merge.identities'), value: moves.identities },
            { label: t('account.merge.addresses'), value: moves.addresses },
            { label: t('account.merge.passkeys'), value: moves.passkeys },
            {
              label: t('account.merge.roles'),
              value: roles.length > 0 ? roles.join(', ') : t('account.merge.roles.none'),
            },
          ]}
        />
      </Section>
      <Section
        label={t('account.merge.name')}
        note={t('account.merge.until', { time: formatTime(locale, offer.until) })}
        decision
      >
        <form method="post" className="form">
          {myName === otherName ? (
            <p>{myName}</p>
          ) : (
            <ChoiceGroup label={t('account.merge.name')} id="name">
              <Radio name="name" value="mine" label={myName} defaultChecked />
              <Radio name="name" value="other" label={otherName} />
            </ChoiceGroup>
          )}
          <p className="s">{t('account.merge.final')}</p>
          <ButtonRow fill>
            <Button variant="primary">{t('account.merge.do')}</Button>
            <ButtonLink href="/account/ways-in">{t('account.merge.not')}</ButtonLink>
          </ButtonRow>
        </form>
      </Section>
    </>
  );
}
