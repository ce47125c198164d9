import { data, redirect } from 'react-router';
import { signInMethodsSchema, verifiedAddressSchema } from '../../features/accounts/accounts.schema.ts';
import { addQuery } from '../lib/add-query.ts';
import { readApi, sendApi } from '../lib/api.ts';
import { appContext } from '../lib/app-context.ts';
import { chooseText } from '../lib/content-text.ts';
import type { TextKey } from '../lib/i18n.ts';
import { useLocale, useT } from '../lib/language.tsx';
import { ownPath } from '../lib/own-path.ts';
import type { PageHandle } from '../lib/page-handle.ts';
import { ButtonLink } from '../ui/button.tsx';
import { ProblemSummary } from '../ui/error-summary.tsx';
import { NamedIcon } from '../ui/icons.tsx';
import { Page, PageHead } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { StatusBar } from '../ui/status-bar.tsx';
import type { Route } from './+types/sign-in.ts';
import { CodeForms, readCodeForm } from './code-forms.tsx';
import { PasskeyUse } from './passkey-forms.tsx';

export const handle: PageHandle = { scripts: false };

export async function loader({ context, request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const returnTo = ownPath(searchParams.get('returnTo'));
  const { providers } = await readApi(context, '/api/v1/sign-in-methods', signInMethodsSchema);
  const ways = providers.map(({ id, name, kind, start }) => ({
    id,
    name,
    kind,
    start: addQuery(start, '', { returnTo: returnTo ?? (kind === 'institution' ? '/studio' : '/backpack') }),
  }));
  return {
    learner: ways.filter(({ kind }) => kind === 'learner'),
    institutions: ways.filter(({ kind }) => kind === 'institution'),
    problem: searchParams.get('problem') ?? undefined,
    person: context.get(appContext).session.person?.name,
    codeSent: searchParams.get('code') === 'sent',
    again: addQuery('/sign-in', '', { returnTo }),
    returnTo: returnTo ?? '/backpack',
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const url = new URL(request.url);
  const returnTo = ownPath(url.searchParams.get('returnTo'));
  const asked = readCodeForm(await request.formData());
  if (asked.intent === 'send-code') {
    const sent = await sendApi(context, '/api/v1/email-codes', {
      body: { address: asked.address, returnTo: returnTo ?? '/backpack' },
    });
    if (!sent.ok) return refuse(sent.problem, asked.intent);
    return redirect(`${addQuery('/sign-in', '', { returnTo, code: 'sent' })}#code`);
  }
  const sent = await sendApi(context, '/api/v1/email-codes/verify', { body: { code: asked.code } });
  if (!sent.ok) return refuse(sent.problem, asked.intent);
  return redirect(verifiedAddressSchema.parse(sent.body).returnTo);
}

function refuse<Refusal extends { status: number }>(problem: Refusal, intent: string) {
  return data({ problem, intent }, { status: problem.status });
}

/** What the API's `?problem=` means to a person; anything else is a fault of ours. */
const problems: Readonly<Record<string, TextKey>> = {
  'provider-unknown': 'account.problem.provider-unknown',
  'provider-unreachable': 'account.problem.provider-unreachable',
  denied: 'account.problem.denied',
  invalid: 'account.problem.expired',
  expired: 'account.problem.expired',
  'identity-taken': 'account.problem.identity-taken',
  'sign-in-first': 'account.problem.sign-in-first',
  'second-factor-first': 'account.problem.staff-proof',
  'own-provider-needed': 'account.problem.staff-proof',
};

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT();
  const { learner, institutions, problem, person, returnTo } = loaderData;
  return (
    <Page title={t('frame.sign-in')}>
      <PageHead title={t('frame.sign-in')} lead={t('account.sign-in.lead')} />
      <div className="notices">
        {problem && (
          <StatusBar
            state="failed"
            title={t('account.problem.title')}
            note={t(problems[problem] ?? 'account.problem.fault')}
            announce="assertive"
          />
        )}
        {person && !problem && (
          <StatusBar
            state="passed"
            title={t('account.signed-in-as', { name: person })}
            action={<ButtonLink href={returnTo}>{t('account.go-on')}</ButtonLink>}
          />
        )}
        <ProblemSummary problem={actionData?.problem} />
      </div>
      <Section label={t('account.learners')} note={t('account.learners.note')}>
        <Ways ways={learner} text={t('account.way.learner.text')} preferred />
        <PasskeyUse
          purpose="sign-in"
          returnTo={returnTo}
          title={t('account.passkeys.sign-in')}
          text={t('account.passkeys.sign-in.text')}
        />
        <details className="way-details" open={loaderData.codeSent || actionData !== undefined}>
          <summary className="way">
            <span className="way-title">{t('account.way.email')}</span>
            <span className="way-text">{t('account.way.email.text')}</span>
            <NamedIcon name="arrow" />
          </summary>
          <CodeForms
            codeSent={loaderData.codeSent || actionData?.intent === 'verify-code'}
            again={loaderData.again}
            problem={actionData?.problem}
          />
        </details>
      </Section>
      <Section label={t('account.staff')} note={t('account.staff.note')}>
        <Ways ways={institutions} text={t('account.way.institution.text')} />
      </Section>
    </Page>
  );
}

type Way = Route.ComponentProps['loaderData']['learner'][number];

function Ways({
  ways,
  text,
  preferred,
}: {
  readonly ways: readonly Way[];
  readonly text: string;
  readonly preferred?: boolean;
}) {
  const locale = useLocale();
  return ways.map(({ id, name, start }, at) => (
    <a key={id} href={start} className={preferred && at === 0 ? 'way way-preferred' : 'way'}>
      <span className="way-title">{chooseText(name, locale).text}</span>
      <span className="way-text">{text}</span>
      <NamedIcon name="arrow" />
    </a>
  ));
}
