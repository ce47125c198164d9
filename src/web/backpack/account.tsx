import { data, redirect } from 'react-router';
import { sendApi } from '../lib/api.ts';
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
import { CodeForms, readCodeForm } from './code-forms.tsx';

export const handle: PageHandle = { scripts: false };

export function loader({ context, request }: Route.LoaderArgs) {
  const { session } = context.get(appContext);
  if (!session.person) throw redirect('/sign-in?returnTo=/account');
  const { name, language, addresses } = session.person;
  return {
    name,
    language,
    addresses,
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
  if (intent === 'institution') {
    const sent = await sendApi(context, '/api/v1/session/institution', {
      body: { slug: String(form.get('slug') ?? '') || null },
    });
    return sent.ok ? redirect('/account') : refuse(sent.problem, 'institution');
  }
  return await proveAddress(context, form);
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
      <div className="notices">
        <ProblemSummary problem={actionData?.problem} />
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
      <Section label={t('account.addresses')} note={t('account.addresses.note')} id="addresses">
        <ul className="rows">
          {account.addresses.map((address) => (
            <li key={address} className="py-2">
              {address}
            </li>
          ))}
        </ul>
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
