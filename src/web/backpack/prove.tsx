import { data, redirect } from 'react-router';
import { waysInSchema } from '../../features/accounts/account.schema.ts';
import { addQuery } from '../lib/add-query.ts';
import { readApi, sendApi } from '../lib/api.ts';
import { appContext } from '../lib/app-context.ts';
import { useT } from '../lib/language.tsx';
import { ownPath } from '../lib/own-path.ts';
import type { PageHandle } from '../lib/page-handle.ts';
import { ProblemSummary } from '../ui/error-summary.tsx';
import { NamedIcon } from '../ui/icons.tsx';
import { Page, PageHead } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { StatusBar } from '../ui/status-bar.tsx';
import type { Route } from './+types/prove.ts';
import { CodeForms, readCodeForm } from './code-forms.tsx';
import { PasskeyUse } from './passkey-forms.tsx';
import { useIdentityName } from './ways-in-lists.tsx';

export const handle: PageHandle = { scripts: false };

const PAGE = '/account/prove';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const returnTo = ownPath(searchParams.get('returnTo')) ?? '/account';
  if (!context.get(appContext).session.person) throw redirect(addQuery('/sign-in', '', { returnTo }));
  const ways = await readApi(context, '/api/v1/account/ways-in', waysInSchema);
  return {
    returnTo,
    identities: ways.identities,
    hasPasskey: ways.passkeysWork && ways.passkeys.length > 0,
    isRefused: searchParams.get('problem') === 'not-this-account',
    codeSent: searchParams.get('code') === 'sent',
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const returnTo = ownPath(new URL(request.url).searchParams.get('returnTo')) ?? '/account';
  const asked = readCodeForm(await request.formData());
  if (asked.intent === 'send-code') {
    const body = { address: asked.address, returnTo, purpose: 'prove' };
    const sent = await sendApi(context, '/api/v1/email-codes', { body });
    return sent.ok
      ? redirect(addQuery(PAGE, '', { returnTo, code: 'sent' }))
      : refuse(sent.problem, asked.intent);
  }
  const sent = await sendApi(context, '/api/v1/email-codes/verify', { body: { code: asked.code } });
  return sent.ok ? redirect(returnTo) : refuse(sent.problem, asked.intent);
}

function refuse<Refusal extends { status: number }>(problem: Refusal, intent: string) {
  return data({ problem, intent }, { status: problem.status });
}

export default function Prove({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT();
  const nameOf = useIdentityName();
  const { returnTo, identities, hasPasskey, isRefused } = loaderData;
  const isTyping = loaderData.codeSent || actionData?.intent === 'verify-code';
  return (
    <Page title={t('account.prove')}>
      <PageHead title={t('account.prove')} look="h1" lead={t('account.prove.lead')} />
      <div className="notices">
        {isRefused && <StatusBar state="failed" title={t('account.prove.not-this')} announce="assertive" />}
        <ProblemSummary problem={actionData?.problem} />
      </div>
      {isTyping && (
        <Section label={t('account.prove.code')}>
          <CodeForms codeSent again={addQuery(PAGE, '', { returnTo })} problem={actionData?.problem} />
        </Section>
      )}
      <Section label={t('account.prove.ways')} note={t('account.prove.ways.note')}>
        {hasPasskey && (
          <PasskeyUse
            purpose="prove"
            returnTo={returnTo}
            title={t('account.passkeys.sign-in')}
            text={t('account.passkeys.sign-in.text')}
          />
        )}
        {identities.map((identity) =>
          identity.kind === 'email' ? (
            <form key={identity.id} method="post">
              <input type="hidden" name="address" value={identity.label ?? ''} />
              <button type="submit" name="intent" value="send-code" className="way way-button">
                <span className="way-title">
                  {t('account.prove.email', { address: identity.label ?? '' })}
                </span>
                <span className="way-text">{t('account.prove.email.text')}</span>
                <NamedIcon name="arrow" />
              </button>
            </form>
          ) : (
            identity.prove && (
              <a
                key={identity.id}
                className="way"
                href={`${identity.prove}&${new URLSearchParams({ returnTo })}`}
              >
                <span className="way-title">{nameOf(identity)}</span>
                <span className="way-text">{identity.name}</span>
                <NamedIcon name="arrow" />
              </a>
            )
          ),
        )}
      </Section>
    </Page>
  );
}
