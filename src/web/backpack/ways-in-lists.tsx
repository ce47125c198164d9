import type { WaysInView } from '../../features/accounts/account.schema.ts';
import { chooseText } from '../lib/content-text.ts';
import { formatInstant, formatInstantDay } from '../lib/formatting.ts';
import { useLocale, useT } from '../lib/language.tsx';
import { Button } from '../ui/button.tsx';
import { FactList } from '../ui/facts.tsx';
import { Table } from '../ui/table.tsx';
import { WithIcon } from '../ui/tags.tsx';

type Identity = WaysInView['identities'][number];

export function useIdentityName(): (identity: Identity) => string {
  const t = useT();
  const locale = useLocale();
  return ({ kind, provider, label }) => {
    if (kind === 'email') return t('account.ways.kind.email');
    return provider ? chooseText(provider, locale).text : (label ?? t('account.ways.kind.gone'));
  };
}

export function Linked({ identities }: { readonly identities: readonly Identity[] }) {
  return (
    <ul className="rows">
      {identities.map((identity) => (
        <LinkedIdentity key={identity.id} identity={identity} />
      ))}
    </ul>
  );
}

function LinkedIdentity({ identity }: { readonly identity: Identity }) {
  const t = useT();
  const locale = useLocale();
  const name = useIdentityName()(identity);
  const isInstitution = identity.kind === 'institution';
  const day = (instant: string) => formatInstantDay(locale, instant);
  return (
    <li className="py-4">
      <h3 className="label">
        {name}
        {identity.kind === 'email' && <span className="s text-ink2"> {identity.label}</span>}
      </h3>
      <FactList
        facts={[
          ...(identity.name
            ? [
                { label: t('account.ways.name'), value: identity.name },
                {
                  label: t('account.ways.vouches'),
                  value: t(isInstitution ? 'account.ways.vouches.yes' : 'account.ways.vouches.no'),
                },
                {
                  label: t('account.ways.assurance'),
                  value: <Assurance values={identity.assurance} />,
                },
              ]
            : []),
          { label: t('account.ways.linked-on'), value: day(identity.linkedAt) },
          { label: t('account.ways.used-on'), value: day(identity.lastUsedAt) },
          ...(identity.until ? [{ label: t('account.ways.ends'), value: day(identity.until) }] : []),
        ]}
      />
      <details className="s mt-2">
        <summary className="text-link">
          {t('account.ways.unlink')}
          <span className="sr-only">: {name}</span>
        </summary>
        <form method="post" className="mt-2">
          <input type="hidden" name="id" value={identity.id} />
          <p className="measure">{t('account.ways.unlink.means')}</p>
          <Button variant="destructive" dense name="intent" value="unlink" className="mt-2">
            {t('account.ways.unlink')}
            <span className="sr-only">: {name}</span>
          </Button>
        </form>
      </details>
    </li>
  );
}

function Assurance({ values }: { readonly values: readonly string[] }) {
  const t = useT();
  if (values.length === 0) return t('account.ways.assurance.none');
  return (
    <ul className="s">
      {values.map((value) => (
        <li key={value} className="wrap-anywhere">
          {value}
        </li>
      ))}
    </ul>
  );
}

export function Passkeys({ passkeys }: { readonly passkeys: WaysInView['passkeys'] }) {
  const t = useT();
  const locale = useLocale();
  if (passkeys.length === 0) return <p>{t('account.passkeys.none')}</p>;
  return (
    <ul className="rows">
      {passkeys.map(({ id, name, backedUp, createdAt, lastUsedAt }) => (
        <li key={id} className="py-3">
          <h3 className="label">{name}</h3>
          <p className="s text-ink2">
            {[
              t('account.passkeys.added-on', { date: formatInstantDay(locale, createdAt) }),
              ...(lastUsedAt
                ? [t('account.passkeys.used-on', { date: formatInstantDay(locale, lastUsedAt) })]
                : []),
              ...(backedUp ? [t('account.passkeys.backed-up')] : []),
            ].join(', ')}
          </p>
          <form method="post" className="mt-2">
            <input type="hidden" name="id" value={id} />
            <Button dense name="intent" value="remove-passkey">
              {t('account.passkeys.remove', { name })}
            </Button>
          </form>
        </li>
      ))}
    </ul>
  );
}

export function Sessions({ sessions }: { readonly sessions: WaysInView['sessions'] }) {
  const t = useT();
  const locale = useLocale();
  const nameOf = ({ way, wayName }: WaysInView['sessions'][number]) => {
    if (way === 'passkey') return t('account.way.passkey');
    return wayName ? chooseText(wayName, locale).text : way === 'email' ? t('account.ways.kind.email') : way;
  };
  return (
    <>
      <Table
        caption={t('account.sessions')}
        rows={sessions}
        rowKey={({ id }) => id}
        columns={[
          { key: 'way', head: t('account.sessions.way'), cell: nameOf },
          {
            key: 'since',
            head: t('account.sessions.since'),
            cell: ({ since }) => formatInstant(locale, since),
          },
          {
            key: 'seen',
            head: t('account.sessions.seen'),
            cell: ({ seenAt }) => formatInstant(locale, seenAt),
          },
          {
            key: 'end',
            head: t('account.sessions.action'),
            cell: ({ id, current, since }) =>
              current ? (
                <WithIcon icon="info">{t('account.sessions.this')}</WithIcon>
              ) : (
                <form method="post">
                  <input type="hidden" name="id" value={id} />
                  <Button
                    dense
                    name="intent"
                    value="end-session"
                    aria-label={t('account.sessions.end-of', { date: formatInstant(locale, since) })}
                  >
                    {t('account.sessions.end')}
                  </Button>
                </form>
              ),
          },
        ]}
      />
      {sessions.length > 1 && (
        <form method="post" className="mt-4">
          <Button name="intent" value="end-others">
            {t('account.sessions.end-others')}
          </Button>
        </form>
      )}
    </>
  );
}
