import { data, redirect } from 'react-router';
import { openedLinkSchema, verifiedAddressSchema } from '../../features/accounts/accounts.schema.ts';
import { sendApi } from '../lib/api.ts';
import { useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page, PageHead } from '../ui/page.tsx';
import type { Route } from './+types/letter.ts';

export const handle: PageHandle = { scripts: false };

/** The link is a secret: nobody may keep its page. */
export function headers() {
  return { 'cache-control': 'no-store' };
}

export async function loader({ context, params }: Route.LoaderArgs) {
  const sent = await sendApi(context, '/api/v1/email-codes/open', { body: { link: params.link } });
  return { opened: sent.ok ? openedLinkSchema.parse(sent.body) : undefined };
}

export async function action({ context, params }: Route.ActionArgs) {
  const sent = await sendApi(context, '/api/v1/email-codes/verify', { body: { link: params.link } });
  if (!sent.ok) return data({ isOver: true }, { status: sent.problem.status });
  return redirect(verifiedAddressSchema.parse(sent.body).returnTo);
}

export default function Letter({ loaderData: { opened }, actionData }: Route.ComponentProps) {
  const t = useT();
  if (!opened || actionData?.isOver)
    return (
      <Page title={t('account.letter.over')}>
        <meta name="robots" content="noindex" />
        <PageHead title={t('account.letter')} look="h1" />
        <div className="mt-8">
          <EmptyState
            title={t('account.letter.over')}
            action={<ButtonLink href="/sign-in">{t('account.letter.over.action')}</ButtonLink>}
          >
            {t('account.letter.over.text')}
          </EmptyState>
        </div>
      </Page>
    );
  if (opened.here)
    return (
      <Page title={t('account.letter')}>
        <meta name="robots" content="noindex" />
        <PageHead title={t('account.letter')} look="h1" lead={t('account.letter.here')} />
        <form method="post" className="mt-8">
          <Button variant="primary">{t('account.letter.do')}</Button>
        </form>
      </Page>
    );
  const code = opened.code ?? '';
  return (
    <Page title={t('account.letter.elsewhere')}>
      <meta name="robots" content="noindex" />
      <PageHead title={t('account.letter.elsewhere')} look="h1" lead={t('account.letter.elsewhere.lead')} />
      <p className="d1 mt-8" data-code>
        {`${code.slice(0, 3)} ${code.slice(3)}`}
      </p>
      <p className="mt-4">{t('account.letter.warning')}</p>
    </Page>
  );
}
