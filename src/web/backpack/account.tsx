import { data, redirect } from 'react-router';
import { accountSchema } from '../../features/accounts/account.schema.ts';
import { ownLettersSchema } from '../../features/accounts/letters.schema.ts';
import { readApi, sendApi } from '../lib/api.ts';
import { appContext } from '../lib/app-context.ts';
import { chooseText } from '../lib/content-text.ts';
import { redirectWithMessage } from '../lib/flash.ts';
import { isLocale } from '../lib/i18n.ts';
import { useLocale, useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import { faultsByField } from '../lib/problem.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { ProblemSummary } from '../ui/error-summary.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { Page, PageHead } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import type { Route } from './+types/account.ts';
import { Addresses, Names } from './account-lists.tsx';
import { AccountTabs } from './account-tabs.tsx';
import { sendLetterWish } from './address-letters.tsx';
import { CodeForms, readCodeForm } from './code-forms.tsx';
import { proveFirst } from './prove-first.ts';
import { loadStayNotice, putStayNoticeAway, StayNotice } from './stay-notice.tsx';

export const handle: PageHandle = { scripts: false };

export async function loader({ context, request }: Route.LoaderArgs) {
  const { session } = context.get(appContext);
  if (!session.person) throw redirect('/sign-in?returnTo=/account');
  const account = await readApi(context, '/api/v1/account', accountSchema);
  const { addresses: letters } = await readApi(context, '/api/v1/account/letters', ownLettersSchema);
  return {
    ...account,
    letters,
    language: session.person.language,
    stay: await loadStayNotice(context),
    institution: session.institution,
    memberships: session.memberships.map((one) => ({ slug: one.slug, name: one.name })),
    codeSent: new URL(request.url).searchParams.get('code') === 'sent',
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const intent = form.get('intent');
  if (intent === 'person') {
    const language = form.get('language');
    const sent = await sendApi(context, '/api/v1/session', {
      method: 'PATCH',
      body: { name: String(form.get('name') ?? ''), ...(isLocale(language) ? { language } : {}) },
    });
    if (!sent.ok) return refuse(sent.problem, 'person');
    return redirectWithMessage(context, `/account${isLocale(language) ? `?lang=${language}` : ''}`, {
      key: 'account.saved',
    });
  }
  if (intent === 'stay-later') return await putStayNoticeAway(context, '/account');
  if (intent === 'use-name') {
    const body = { name: String(form.get('name') ?? '') };
    const sent = await sendApi(context, '/api/v1/session', { method: 'PATCH', body });
    if (!sent.ok) return refuse(sent.problem, 'use-name');
    return redirectWithMessage(context, '/account', { key: 'account.saved' });
  }
  if (intent === 'remove-address' || intent === 'primary-address')
    return await changeAddress(context, intent, String(form.get('id') ?? ''));
  if (intent === 'letters') {
    const sent = await sendLetterWish(context, form);
    if (!sent.ok) return refuse(sent.problem, 'letters');
    return redirectWithMessage(context, '/account#addresses', { key: 'letters.own.saved' });
  }
  if (intent === 'institution') {
    const slug = String(form.get('slug') ?? '');
    const sent = await sendApi(context, '/api/v1/session/institution', { body: { slug: slug || null } });
    if (sent.ok) return redirect('/account');
    // Whoever came in another way is led through the institution's own provider, and acts for it from then on.
    if (sent.problem.type.endsWith('accounts/own-provider-needed'))
      return redirect(`/auth/start/${encodeURIComponent(slug)}?prove=1&returnTo=/account`);
    return refuse(sent.problem, 'institution');
  }
  return await proveAddress(context, form);
}

async function changeAddress(
  context: Route.ActionArgs['context'],
  intent: 'remove-address' | 'primary-address',
  id: string,
) {
  const path = `/api/v1/account/addresses/${encodeURIComponent(id)}`;
  const isRemoval = intent === 'remove-address';
  const sent = await (isRemoval
    ? sendApi(context, path, { method: 'DELETE' })
    : sendApi(context, `${path}/primary`));
  if (!sent.ok) {
    proveFirst(sent.problem, '/account#addresses');
    return refuse(sent.problem, intent);
  }
  return redirectWithMessage(context, '/account#addresses', {
    key: isRemoval ? 'account.addresses.removed' : 'account.addresses.made-primary',
  });
}

async function proveAddress(context: Route.ActionArgs['context'], form: FormData) {
  const asked = readCodeForm(form);
  if (asked.intent === 'send-code') {
    const sent = await sendApi(context, '/api/v1/email-codes', {
      body: { address: asked.address, returnTo: '/account' },
    });
    return sent.ok ? redirect('/account?code=sent#addresses') : refuse(sent.problem, asked.intent);
  }
  const sent = await sendApi(context, '/api/v1/email-codes/verify', { body: { code: asked.code } });
  if (!sent.ok) return refuse(sent.problem, asked.intent);
  return redirectWithMessage(context, '/account', { key: 'account.address-added' });
}

function refuse<Refusal extends { status: number }>(problem: Refusal, intent: string) {
  return data({ problem, intent }, { status: problem.status });
}

export default function Account({ loaderData: account, actionData }: Route.ComponentProps) {
  const t = useT();
  const faults = faultsByField(actionData?.problem);
  return (
    <Page title={t('account.title')}>
      <PageHead title={t('account.title')} />
      <AccountTabs current="/account" />
      <div className="notices">
        <ProblemSummary problem={actionData?.problem} />
        <StayNotice notice={account.stay} />
      </div>
      <Section label={t('account.you')} note={t('account.you.note')}>
        <form method="post" className="form">
          <TextField
            name="name"
            label={t('account.name')}
            hint={t('account.name.hint')}
            defaultValue={account.name}
            error={faults.name && t('account.name.empty')}
            autoComplete="name"
            required
          />
          <SelectField
            name="language"
            label={t('account.language')}
            hint={t('account.language.hint')}
            defaultValue={account.language}
            options={[
              { value: 'nl', label: t('frame.language.nl') },
              { value: 'en', label: t('frame.language.en') },
            ]}
          />
          <ButtonRow fill>
            <Button variant="primary" name="intent" value="person">
              {t('account.save')}
            </Button>
          </ButtonRow>
        </form>
      </Section>
      <Names account={account} />
      <Section label={t('account.addresses')} note={t('account.addresses.note')} id="addresses">
        <Addresses addresses={account.addresses} letters={account.letters} />
        <details className="mt-3" open={account.codeSent || Boolean(actionData?.intent.endsWith('code'))}>
          <summary className="text-link">{t('account.addresses.add')}</summary>
          <CodeForms
            codeSent={account.codeSent || actionData?.intent === 'verify-code'}
            again="/account#addresses"
            problem={actionData?.problem}
          />
        </details>
      </Section>
      {account.memberships.length > 0 && <Institutions account={account} />}
      <Section label={t('frame.sign-out')}>
        <form method="post" action="/sign-out">
          <Button>{t('frame.sign-out')}</Button>
        </form>
      </Section>
    </Page>
  );
}

function Institutions({ account }: { readonly account: Route.ComponentProps['loaderData'] }) {
  const t = useT();
  const locale = useLocale();
  return (
    <Section label={t('account.institutions')} note={t('account.institutions.note')}>
      <form method="post" className="form">
        <SelectField
          name="slug"
          label={t('account.act-for')}
          defaultValue={account.institution ?? ''}
          options={[
            { value: '', label: t('account.act-for.self') },
            ...account.memberships.map(({ slug, name }) => ({
              value: slug,
              label: chooseText(name, locale).text,
            })),
          ]}
        />
        <ButtonRow fill>
          <Button name="intent" value="institution">
            {t('account.act-for.do')}
          </Button>
        </ButtonRow>
      </form>
    </Section>
  );
}
