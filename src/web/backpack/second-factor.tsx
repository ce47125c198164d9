import { redirect } from 'react-router';
import { waysInSchema } from '../../features/accounts/account.schema.ts';
import { addQuery } from '../lib/add-query.ts';
import { readApi } from '../lib/api.ts';
import { appContext } from '../lib/app-context.ts';
import { chooseText } from '../lib/content-text.ts';
import { useLocale, useT } from '../lib/language.tsx';
import { ownPath } from '../lib/own-path.ts';
import type { PageHandle } from '../lib/page-handle.ts';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { NamedIcon } from '../ui/icons.tsx';
import { Page, PageHead } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import type { Route } from './+types/second-factor.ts';
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
  };
}

export default function SecondFactor({ loaderData }: Route.ComponentProps) {
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
      {need === 'provider' ? (
        <Section label={t('account.prove.ways')}>
          <Way href={loaderData.ownProvider} title={t('account.factor.own', { name })} />
        </Section>
      ) : (
        <Passkey given={loaderData} />
      )}
      <p className="mt-8">
        <a href="/backpack">{t('account.factor.self')}</a>
      </p>
    </Page>
  );
}

function Passkey({ given }: { readonly given: Route.ComponentProps['loaderData'] }) {
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
      <Section label={t('account.factor.use')} note={t('account.factor.use.note')}>
        <PasskeyUse
          purpose="prove"
          returnTo={returnTo}
          title={t('account.factor.use')}
          text={t('account.passkeys.sign-in.text')}
        />
      </Section>
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

function Way({ href, title }: { readonly href: string; readonly title: string }) {
  return (
    <a className="way" href={href}>
      <span className="way-title">{title}</span>
      <NamedIcon name="arrow" />
    </a>
  );
}
