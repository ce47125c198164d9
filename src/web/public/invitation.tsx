import { data, redirect } from 'react-router';
import { z } from 'zod';
import { signInMethodsSchema } from '../../features/accounts/accounts.schema.ts';
import { shownInvitationSchema } from '../../features/institutions/staff.schema.ts';
import { CodeForms, readCodeForm } from '../backpack/code-forms.tsx';
import { readApi, sendApi } from '../lib/api.ts';
import { chooseText } from '../lib/content-text.ts';
import { redirectWithMessage } from '../lib/flash.ts';
import { formatInstantDay } from '../lib/formatting.ts';
import { useLocale, useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import type { Problem } from '../lib/problem.ts';
import { SECRET, secretHeaders } from '../lib/secret-address.ts';
import { namePermission, namePlace, nameRole } from '../studio/staff/role-words.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { ProblemSummary } from '../ui/error-summary.tsx';
import { FactList } from '../ui/facts.tsx';
import { Page, PageHead } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import type { Route } from './+types/invitation.ts';

export const handle: PageHandle = { scripts: false };

export const headers = secretHeaders;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  if (!SECRET.test(params.token)) throw data(null, { status: 404 });
  const invitation = await readApi(context, `/api/v1/invitation/${params.token}`, shownInvitationSchema);
  const { providers } = await readApi(context, '/api/v1/sign-in-methods', signInMethodsSchema);
  return {
    invitation,
    institutionStart: providers.find(({ id }) => id === invitation.institution.slug)?.start,
    here: `/invitation/${params.token}`,
    codeSent: new URL(request.url).searchParams.get('code') === 'sent',
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  if (!SECRET.test(params.token)) throw data(null, { status: 404 });
  const here = `/invitation/${params.token}`;
  const form = await request.formData();
  const answer = form.get('answer');
  if (answer === 'accept' || answer === 'refuse') {
    const sent = await sendApi(context, `/api/v1${here}/answer`, { body: { answer } });
    if (!sent.ok) return data({ problem: sent.problem }, { status: sent.problem.status });
    if (answer === 'refuse') return redirectWithMessage(context, '/', { key: 'invitation.refused' });
    const { institution } = z.object({ institution: z.string() }).parse(sent.body);
    // From here on they act for it; where that asks more of them, the studio says so.
    await sendApi(context, '/api/v1/session/institution', { body: { slug: institution } });
    return redirectWithMessage(context, '/studio/designs', { key: 'invitation.accepted' });
  }
  const asked = readCodeForm(form);
  if (asked.intent === 'send-code') {
    const sent = await sendApi(context, '/api/v1/email-codes', {
      body: { address: asked.address, returnTo: here },
    });
    return sent.ok ? redirect(`${here}?code=sent#code`) : refuse(sent.problem);
  }
  const sent = await sendApi(context, '/api/v1/email-codes/verify', { body: { code: asked.code } });
  return sent.ok ? redirect(here) : refuse(sent.problem);
}

function refuse(problem: Problem) {
  return data({ problem }, { status: problem.status });
}

export default function Invitation({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT();
  const locale = useLocale();
  const { invitation } = loaderData;
  const institution = chooseText(invitation.institution.name, locale).text;
  const title = t('invitation.title', { institution });
  return (
    <Page title={title}>
      <PageHead
        title={title}
        look="h1"
        lead={t('invitation.lead', { role: nameRole(t, locale, invitation) })}
      />
      <div className="notices">
        <ProblemSummary problem={actionData?.problem} />
      </div>
      <Section label={t('staff.people.role')}>
        <FactList
          facts={[
            { label: t('staff.people.role'), value: nameRole(t, locale, invitation) },
            { label: t('invitation.where'), value: namePlace(t, locale, invitation) },
            {
              label: t('invitation.until'),
              value: invitation.until ? formatInstantDay(locale, invitation.until) : t('staff.people.no-end'),
            },
            { label: t('invitation.address'), value: invitation.address },
          ]}
        />
      </Section>
      <Section label={t('invitation.may')}>
        <ul className="rows">
          {invitation.permissions.map((permission) => (
            <li key={permission} className="py-2">
              {namePermission(t, permission)}
            </li>
          ))}
        </ul>
      </Section>
      <Answer data={loaderData} institution={institution} problem={actionData?.problem} />
    </Page>
  );
}

type AnswerProps = {
  readonly data: Route.ComponentProps['loaderData'];
  readonly institution: string;
  readonly problem: Problem | undefined;
};

function Answer({
  data: { invitation, institutionStart, here, codeSent },
  institution,
  problem,
}: AnswerProps) {
  const t = useT();
  const { answerable, address } = invitation;
  if (answerable === 'over')
    return (
      <Section label={t('invitation.over')} decision>
        <p className="measure">{t('invitation.over.text')}</p>
        <div className="mt-4">
          <ButtonLink href="/studio">{t('invitation.to-studio')}</ButtonLink>
        </div>
      </Section>
    );
  if (answerable === 'yes')
    return (
      <Section label={t('invitation.answer')} decision>
        <form method="post">
          <ButtonRow fill>
            <Button variant="primary" name="answer" value="accept">
              {t('invitation.accept')}
            </Button>
            <Button name="answer" value="refuse">
              {t('invitation.refuse')}
            </Button>
          </ButtonRow>
        </form>
      </Section>
    );
  const isSignedIn = answerable === 'prove-address';
  const back = new URLSearchParams({ returnTo: here });
  return (
    <Section label={isSignedIn ? t('invitation.prove', { address }) : t('invitation.sign-in')} decision>
      <p className="measure">
        {isSignedIn ? t('invitation.prove.text') : t('invitation.sign-in.text', { address })}
      </p>
      {!isSignedIn && (
        <div className="button-row button-row-fill mt-4">
          {institutionStart && (
            <ButtonLink variant="primary" href={`${institutionStart}?${back}`}>
              {t('invitation.sign-in.institution', { institution })}
            </ButtonLink>
          )}
          <ButtonLink href={`/sign-in?${back}`}>{t('invitation.sign-in.other')}</ButtonLink>
        </div>
      )}
      <h3 className="h3 mt-6" id="code">
        {t('invitation.code')}
      </h3>
      <CodeForms codeSent={codeSent} again={`${here}#code`} problem={problem} />
    </Section>
  );
}
