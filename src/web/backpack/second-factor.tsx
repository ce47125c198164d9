import { data, redirect } from 'react-router';
import { waysInSchema } from '../../features/accounts/account.schema.ts';
import { addQuery } from '../lib/add-query.ts';
import { readApi, sendApi } from '../lib/api.ts';
import { appContext } from '../lib/app-context.ts';
import { chooseText } from '../lib/content-text.ts';
import { formatInstant } from '../lib/formatting.ts';
import { useLocale, useT } from '../lib/language.tsx';
import { ownPath } from '../lib/own-path.ts';
import type { PageHandle } from '../lib/page-handle.ts';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ProblemSummary } from '../ui/error-summary.tsx';
import { NamedIcon } from '../ui/icons.tsx';
import { Page, PageHead } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import type { Route } from './+types/second-factor.ts';
import { CodeForms, readCodeForm } from './code-forms.tsx';
import { PasskeyAdd, PasskeyUse } from './passkey-forms.tsx';

export const handle: PageHandle = { scripts: false };

const PAGE = '/second-factor';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { session } = context.get(appContext);
  const returnTo = ownPath(new URL(request.url).searchParams.get('returnTo')) ?? '/studio';
  const here = addQuery(PAGE, '', { returnTo });
  if (!session.person) throw redirect(addQuery('/sign-in', '', { returnTo: here }));
  const slug = session.secondFactorNeeded ?? session.ownProviderNeeded;
  const ways = await readApi(context, '/api/v1/account/ways-in', waysInSchema);
  return {
    returnTo,
    need: session.secondFactorNeeded ? 'passkey' : session.ownProviderNeeded ? 'provider' : undefined,
    institution: session.memberships.find((one) => one.slug === slug)?.name ?? {},
    ownProvider: `/auth/start/${slug}?${new URLSearchParams({ prove: '1', returnTo })}`,
    provePage: addQuery('/account/prove', '', { returnTo: here }),
    hasPasskey: ways.passkeys.length > 0,
    passkeysWork: ways.passkeysWork,
    isFresh: ways.isFresh,
    resets: ways.resets,
    here,
    codeSent: new URL(request.url).searchParams.get('code') === 'sent',
  };
}

/** A guest shows that they read the letters of the address they were invited at. */
export async function action({ request, context }: Route.ActionArgs) {
  const returnTo = ownPath(new URL(request.url).searchParams.get('returnTo')) ?? '/studio';
  const here = addQuery(PAGE, '', { returnTo });
  const asked = readCodeForm(await request.formData());
  const isSending = asked.intent === 'send-code';
  const sent = isSending
    ? await sendApi(context, '/api/v1/email-codes', { body: { address: asked.address, returnTo: here } })
    : await sendApi(context, '/api/v1/email-codes/verify', { body: { code: asked.code } });
  if (sent.ok) return redirect(isSending ? addQuery(PAGE, '', { returnTo, code: 'sent' }) : here);
  return data({ problem: sent.problem, intent: asked.intent }, { status: sent.problem.status });
}

export default function SecondFactor({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT();
  const name = chooseText(loaderData.institution, useLocale()).text;
  const { need, returnTo } = loaderData;
  if (!need)
    return (
      <Page title={t('account.factor.done')}>
        <PageHead title={t('account.factor')} look="h1" />
        <div className="mt-8">
          <EmptyState
            title={t('account.factor.done')}
            action={<ButtonLink href={returnTo}>{t('account.go-on')}</ButtonLink>}
          >
            {t('account.factor.done.text')}
          </EmptyState>
        </div>
      </Page>
    );
  return (
    <Page title={t('account.factor')}>
      <PageHead
        title={t('account.factor')}
        look="h1"
        lead={t(need === 'provider' ? 'account.factor.own.lead' : 'account.factor.lead', { name })}
      />
      <div className="notices">
        <ProblemSummary problem={actionData?.problem} />
      </div>
      {need === 'provider' ? (
        <Section label={t('account.prove.ways')}>
          <Way href={loaderData.ownProvider} title={t('account.factor.own', { name })} />
        </Section>
      ) : (
        <Passkey given={loaderData} acted={actionData} />
      )}
      <p className="mt-8">
        <a href="/backpack">{t('account.factor.self')}</a>
      </p>
    </Page>
  );
}

type PasskeyProps = {
  readonly given: Route.ComponentProps['loaderData'];
  readonly acted: Route.ComponentProps['actionData'];
};

function Passkey({ given, acted }: PasskeyProps) {
  const t = useT();
  const { returnTo, hasPasskey, passkeysWork, isFresh } = given;
  if (!passkeysWork)
    return (
      <Section label={t('account.passkeys')}>
        <p className="measure">{t('account.passkeys.impossible')}</p>
      </Section>
    );
  if (hasPasskey)
    return (
      <>
        <Section label={t('account.factor.use')} note={t('account.factor.use.note')}>
          <PasskeyUse
            purpose="prove"
            returnTo={returnTo}
            title={t('account.factor.use')}
            text={t('account.passkeys.sign-in.text')}
          />
        </Section>
        {given.resets.length > 0 ? (
          <Replacement given={given} acted={acted} />
        ) : (
          <Section label={t('account.factor.lost')}>
            <p className="measure">{t('account.factor.lost.ask')}</p>
          </Section>
        )}
      </>
    );
  return (
    <Section label={t('account.factor.first')} note={t('account.factor.first.note')}>
      {isFresh ? (
        <PasskeyAdd returnTo={returnTo} />
      ) : (
        <Way href={given.provePage} title={t('account.prove')} />
      )}
    </Section>
  );
}

/** A colleague allowed one passkey in place of those that were lost; every institution is shown once more who they are. */
function Replacement({ given, acted }: PasskeyProps) {
  const t = useT();
  const locale = useLocale();
  const { resets, returnTo, isFresh, here } = given;
  const missing = resets.filter(({ shown }) => !shown);
  const until = formatInstant(locale, resets.map((one) => one.until).sort()[0] ?? '');
  const isTyping = given.codeSent || acted?.intent === 'verify-code';
  return (
    <Section label={t('account.factor.reset')} note={t('account.factor.reset.note', { until })}>
      {missing.length === 0 &&
        (isFresh ? (
          <PasskeyAdd returnTo={returnTo} />
        ) : (
          <Way href={given.provePage} title={t('account.prove')} />
        ))}
      {missing.length > 0 && isTyping && <CodeForms codeSent again={here} problem={acted?.problem} />}
      {missing.map(({ address, prove, institution }) =>
        address === null ? (
          <Way
            key={prove}
            href={`${prove}&${new URLSearchParams({ returnTo: here })}`}
            title={t('account.factor.reset.provider', { name: chooseText(institution, locale).text })}
          />
        ) : (
          <form key={address} method="post">
            <input type="hidden" name="address" value={address} />
            <button type="submit" name="intent" value="send-code" className="way way-button">
              <span className="way-title">{t('account.factor.reset.code', { address })}</span>
              <NamedIcon name="arrow" />
            </button>
          </form>
        ),
      )}
    </Section>
  );
}

function Way({ href, title }: { readonly href: string; readonly title: string }) {
  return (
    <a className="way" href={href}>
      <span className="way-title">{title}</span>
      <NamedIcon name="arrow" />
    </a>
  );
}
