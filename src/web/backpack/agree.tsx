import { data, redirect } from 'react-router';
import { termsListSchema } from '../../features/terms/terms.schema.ts';
import { findApi, readApi, sendApi } from '../lib/api.ts';
import { appContext } from '../lib/app-context.ts';
import { useT } from '../lib/language.tsx';
import { keepOwnPath } from '../lib/own-path.ts';
import type { PageHandle } from '../lib/page-handle.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { ProblemSummary } from '../ui/error-summary.tsx';
import { Page, PageHead } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { TermsBox } from '../ui/terms-box.tsx';
import type { Route } from './+types/agree.ts';

export const handle: PageHandle = { scripts: false };

/** Terms of the platform first; with `?award=` also those that stand between the reader and what they claim. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams;
  const returnTo = keepOwnPath(query.get('returnTo'));
  const award = query.get('award');
  if (!context.get(appContext).session.person)
    throw redirect(`/sign-in?${new URLSearchParams({ returnTo })}`);
  const { terms: platform } = await readApi(context, '/api/v1/agreements/outstanding', termsListSchema);
  const path = `/api/v1/awards/${encodeURIComponent(award ?? '')}/terms`;
  const own = award ? await findApi(context, path, termsListSchema) : undefined;
  const terms = [...platform, ...(own?.terms ?? [])];
  if (terms.length === 0) throw redirect(returnTo);
  return { terms, forAward: Boolean(own?.terms.length) };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { locale } = context.get(appContext);
  const form = await request.formData();
  for (const terms of form.getAll('agree')) {
    const sent = await sendApi(context, '/api/v1/agreements', {
      body: { terms: String(terms), language: locale },
    });
    if (!sent.ok) return data({ problem: sent.problem }, { status: sent.problem.status });
  }
  // Back to where the reader was going; whatever is still to be agreed is asked there again.
  return redirect(keepOwnPath(new URL(request.url).searchParams.get('returnTo')));
}

export default function Agree({ loaderData: { terms, forAward }, actionData }: Route.ComponentProps) {
  const t = useT();
  return (
    <Page title={t('agree.title')}>
      <PageHead title={t('agree.title')} lead={t(forAward ? 'agree.lead.award' : 'agree.lead')} />
      <div className="notices">
        <ProblemSummary problem={actionData?.problem} />
      </div>
      <Section label={t('agree.texts')} note={t('agree.texts.note')}>
        <form method="post" className="form">
          {terms.map((one) => (
            <TermsBox key={one.id} terms={one} />
          ))}
          <ButtonRow fill>
            <Button variant="primary">{t('agree.do')}</Button>
          </ButtonRow>
        </form>
      </Section>
      <Section label={t('agree.rather-not')}>
        <p className="measure">{t('agree.rather-not.text')}</p>
        <p className="mt-3">
          <a href="/account/data">{t('agree.rather-not.data')}</a>
        </p>
      </Section>
    </Page>
  );
}
