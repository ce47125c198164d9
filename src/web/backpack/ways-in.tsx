import { data, redirect } from 'react-router';
import { waysInSchema } from '../../features/accounts/account.schema.ts';
import { addQuery } from '../lib/add-query.ts';
import { readApi, sendApi } from '../lib/api.ts';
import { appContext } from '../lib/app-context.ts';
import { chooseText } from '../lib/content-text.ts';
import { redirectWithMessage } from '../lib/flash.ts';
import type { TextKey } from '../lib/i18n.ts';
import { useLocale, useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import { ProblemSummary } from '../ui/error-summary.tsx';
import { NamedIcon } from '../ui/icons.tsx';
import { Page, PageHead } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import type { Route } from './+types/ways-in.ts';
import { AccountTabs } from './account-tabs.tsx';
import { CodeForms, readCodeForm } from './code-forms.tsx';
import { PasskeyAdd } from './passkey-forms.tsx';
import { proveFirst } from './prove-first.ts';
import { Linked, Passkeys, Sessions } from './ways-in-lists.tsx';

export const handle: PageHandle = { scripts: false };

const PAGE = '/account/ways-in';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { session } = context.get(appContext);
  if (!session.person) throw redirect(`/sign-in?returnTo=${PAGE}`);
  const ways = await readApi(context, PAGE.replace('/account', '/api/v1/account'), waysInSchema);
  return { ways, codeSent: new URL(request.url).searchParams.get('code') === 'sent' };
}

/** What the buttons of the lists do: the path of the API, and the sentence for afterwards. */
const removals: Readonly<Record<string, { readonly path: string; readonly done: TextKey }>> = {
  unlink: { path: '/api/v1/account/identities', done: 'account.ways.unlinked' },
  'remove-passkey': { path: '/api/v1/account/passkeys', done: 'account.passkeys.removed' },
  'end-session': { path: '/api/v1/account/sessions', done: 'account.sessions.ended' },
};

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const intent = String(form.get('intent') ?? '');
  const removal = Object.hasOwn(removals, intent) ? removals[intent] : undefined;
  if (removal) {
    const id = encodeURIComponent(String(form.get('id') ?? ''));
    const sent = await sendApi(context, `${removal.path}/${id}`, { method: 'DELETE' });
    return sent.ok ? redirectWithMessage(context, PAGE, { key: removal.done }) : refuse(sent.problem, intent);
  }
  if (intent === 'end-others') {
    const sent = await sendApi(context, '/api/v1/account/sessions/end-others');
    return sent.ok
      ? redirectWithMessage(context, PAGE, { key: 'account.sessions.ended' })
      : refuse(sent.problem, intent);
  }
  return await addByLetter(context, form);
}

async function addByLetter(context: Route.ActionArgs['context'], form: FormData) {
  const asked = readCodeForm(form);
  if (asked.intent === 'send-code') {
    const body = { address: asked.address, returnTo: PAGE, purpose: 'link' };
    const sent = await sendApi(context, '/api/v1/email-codes', { body });
    return sent.ok
      ? redirect(addQuery(PAGE, '', { code: 'sent' }).concat('#add'))
      : refuse(sent.problem, asked.intent);
  }
  const sent = await sendApi(context, '/api/v1/email-codes/verify', { body: { code: asked.code } });
  if (!sent.ok) return refuse(sent.problem, asked.intent);
  const { outcome } = sent.body as { outcome: string }; // the schema of the route says so
  if (outcome === 'merge-offered') return redirect('/account/merge');
  return redirectWithMessage(context, PAGE, { key: 'account.ways.email-added' });
}

function refuse(problem: Parameters<typeof proveFirst>[0], intent: string) {
  proveFirst(problem, PAGE);
  return data({ problem, intent }, { status: problem.status });
}

export default function WaysIn({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT();
  const { ways, codeSent } = loaderData;
  const isTyping = actionData?.intent === 'send-code' || actionData?.intent === 'verify-code';
  return (
    <Page title={t('account.ways')}>
      <PageHead title={t('account.ways')} lead={t('account.ways.lead')} />
      <AccountTabs current={PAGE} />
      <div className="notices">
        <ProblemSummary problem={actionData?.problem} />
      </div>
      <Section label={t('account.ways.linked')} note={t('account.ways.linked.note')}>
        <Linked identities={ways.identities} />
      </Section>
      <Section label={t('account.passkeys')} note={t('account.passkeys.note')} id="passkeys">
        <Passkeys passkeys={ways.passkeys} />
        {ways.passkeysWork ? (
          <AddPasskey isFresh={ways.isFresh} />
        ) : (
          <p className="s mt-3">{t('account.passkeys.impossible')}</p>
        )}
      </Section>
      <Section label={t('account.ways.add')} note={t('account.ways.add.note')} id="add">
        {ways.others.map(({ id, name, kind, start }) => (
          <OtherWay key={id} name={name} kind={kind} href={`${start}&returnTo=${PAGE}`} />
        ))}
        <details className="way-details" open={codeSent || isTyping}>
          <summary className="way">
            <span className="way-title">{t('account.ways.add.email')}</span>
            <span className="way-text">{t('account.ways.add.email.text')}</span>
            <NamedIcon name="arrow" />
          </summary>
          <CodeForms
            codeSent={codeSent || actionData?.intent === 'verify-code'}
            again={`${PAGE}#add`}
            problem={isTyping ? actionData?.problem : undefined}
          />
        </details>
      </Section>
      <Section label={t('account.ways.other')} note={t('account.ways.other.note')}>
        <p className="measure">{t('account.ways.other.text')}</p>
        <p className="mt-3">
          <a href="#add">{t('account.ways.add')}</a>
        </p>
      </Section>
      <Section label={t('account.sessions')} note={t('account.sessions.note')} id="sessions">
        <Sessions sessions={ways.sessions} />
      </Section>
    </Page>
  );
}

/** A proof that is not fresh is asked for before the browser makes a key, not after. */
function AddPasskey({ isFresh }: { readonly isFresh: boolean }) {
  const t = useT();
  const returnTo = `${PAGE}#passkeys`;
  if (isFresh) return <PasskeyAdd returnTo={PAGE} />;
  return (
    <p className="mt-3">
      <a href={addQuery('/account/prove', '', { returnTo })}>{t('account.passkeys.add')}</a>
    </p>
  );
}

function OtherWay({
  name,
  kind,
  href,
}: {
  readonly name: Readonly<Record<string, string>>;
  readonly kind: 'learner' | 'institution';
  readonly href: string;
}) {
  const t = useT();
  const locale = useLocale();
  return (
    <a href={href} className="way">
      <span className="way-title">{chooseText(name, locale).text}</span>
      <span className="way-text">
        {t(kind === 'learner' ? 'account.ways.add.stays' : 'account.ways.add.institution')}
      </span>
      <NamedIcon name="arrow" />
    </a>
  );
}
