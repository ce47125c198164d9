import { data } from 'react-router';
import { letterWishesSchema } from '../../features/accounts/letters.schema.ts';
import { addQuery } from '../lib/add-query.ts';
import { readApi, sendApi } from '../lib/api.ts';
import { chooseText } from '../lib/content-text.ts';
import { redirectWithMessage } from '../lib/flash.ts';
import { useLocale, useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { ProblemSummary } from '../ui/error-summary.tsx';
import { Page, PageHead } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import type { Route } from './+types/letters.ts';

export const handle: PageHandle = { scripts: false };

/** The address is a secret: told to no other site, not indexed, not kept; see `claim.tsx`. */
export function headers() {
  return {
    'cache-control': 'private, no-store',
    'referrer-policy': 'same-origin',
    'x-robots-tag': 'noindex',
  };
}

const TOKEN = /^[\w-]{54}$/;

/** Looking changes nothing: programs that check mail open every link in it. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  if (!TOKEN.test(params.token)) throw data(null, { status: 404 });
  const from = new URL(request.url).searchParams.get('from') ?? undefined;
  return await readApi(
    context,
    addQuery(`/api/v1/letters/${params.token}`, '', { from }),
    letterWishesSchema,
  );
}

export async function action({ context, params, request }: Route.ActionArgs) {
  if (!TOKEN.test(params.token)) throw data(null, { status: 404 });
  const from = new URL(request.url).searchParams.get('from');
  const path = `/api/v1/letters/${params.token}`;
  const form = await request.formData();
  // The mail program's own button (RFC 8058): no page is read and no redirect followed.
  const isOneClick = form.get('List-Unsubscribe') === 'One-Click';
  const [wish, whose = ''] = isOneClick ? ['none', from ?? ''] : String(form.get('act') ?? '').split(':');
  const sent = await sendApi(context, path, { body: { wish, from: whose || null } });
  if (!sent.ok) return data({ problem: sent.problem }, { status: sent.problem.status });
  if (isOneClick) return { problem: undefined };
  return redirectWithMessage(context, addQuery(`/letters/${params.token}`, '', { from: from ?? undefined }), {
    key: wish === 'none' ? 'letters.stopped' : 'letters.resumed',
  });
}

export default function Letters({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT();
  const locale = useLocale();
  const { from, none, noneFrom } = loaderData;
  const nameOf = ({ name }: { readonly name: Record<string, string> }) => chooseText(name, locale).text;
  const mayStopFrom = from !== null && !none && !noneFrom.some(({ slug }) => slug === from.slug);
  return (
    <Page title={t('letters.title')}>
      <PageHead title={t('letters.title')} look="h1" lead={t('letters.lead')} />
      <div className="notices">
        <ProblemSummary problem={actionData?.problem} />
      </div>
      <Section label={t('letters.now')}>
        {!none && noneFrom.length === 0 && <p className="measure">{t('letters.now.all')}</p>}
        {none && (
          <form method="post">
            <p className="measure">{t('letters.now.none')}</p>
            <div className="mt-3">
              <Button name="act" value="again:">
                {t('letters.again')}
              </Button>
            </div>
          </form>
        )}
        {noneFrom.length > 0 && (
          <ul className="rows">
            {noneFrom.map((one) => (
              <li key={one.slug} className="py-3">
                <form method="post">
                  <p className="measure">{t('letters.now.none-from', { institution: nameOf(one) })}</p>
                  <div className="mt-2">
                    <Button name="act" value={`again:${one.slug}`}>
                      {t('letters.again-from', { institution: nameOf(one) })}
                    </Button>
                  </div>
                </form>
              </li>
            ))}
          </ul>
        )}
      </Section>
      {!none && (
        <Section label={t('letters.stop')} note={t('letters.stop.note')} decision>
          <form method="post">
            <ButtonRow fill>
              {mayStopFrom && (
                <Button variant="primary" name="act" value={`none:${from.slug}`}>
                  {t('letters.stop-from', { institution: nameOf(from) })}
                </Button>
              )}
              <Button name="act" value="none:">
                {t('letters.stop-all')}
              </Button>
            </ButtonRow>
          </form>
        </Section>
      )}
      <Section label={t('letters.means')}>
        <ul className="rows">
          <li className="py-2">{t('letters.means.waits')}</li>
          <li className="py-2">{t('letters.means.essential')}</li>
          <li className="py-2">{t('letters.means.kept')}</li>
        </ul>
      </Section>
    </Page>
  );
}
