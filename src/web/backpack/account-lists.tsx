import type { AccountView } from '../../features/accounts/account.schema.ts';
import type { OwnLettersView } from '../../features/accounts/letters.schema.ts';
import { formatInstantDay } from '../lib/formatting.ts';
import { useLocale, useT } from '../lib/language.tsx';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/section.tsx';
import { WithIcon } from '../ui/tags.tsx';
import { AddressLetters } from './address-letters.tsx';
import { useIdentityName } from './ways-in-lists.tsx';

/** Who vouches for the present name, what others state, and what the reader was called before. */
export function Names({ account }: { readonly account: AccountView }) {
  const t = useT();
  const locale = useLocale();
  const nameOf = useIdentityName();
  const { vouchers, history } = account;
  const others = account.statedNames.filter(({ name }) => name !== account.name);
  return (
    <Section label={t('account.names')} note={t('account.names.note')} id="names">
      <p className="measure">
        {vouchers.length > 0
          ? t('account.names.vouched', { name: vouchers.map(nameOf).join(', ') })
          : t('account.names.unvouched')}
      </p>
      {vouchers.map(({ id, assurance }) =>
        assurance.length > 0 ? (
          <p key={id} className="s mt-1 wrap-anywhere">
            {t('account.names.assurance', { values: assurance.join(', ') })}
          </p>
        ) : null,
      )}
      {others.length > 0 && (
        <>
          <h3 className="label mt-4">{t('account.names.stated')}</h3>
          <ul className="rows">
            {others.map((identity) => (
              <li key={identity.id} className="py-2">
                <form method="post" className="address-row">
                  <div>
                    <p>{identity.name}</p>
                    <p className="s text-ink2">
                      {t('account.names.stated-by', {
                        name: nameOf(identity),
                        date: formatInstantDay(locale, identity.lastUsedAt),
                      })}
                    </p>
                  </div>
                  <input type="hidden" name="name" value={identity.name ?? ''} />
                  <Button dense name="intent" value="use-name">
                    {t('account.names.use')}
                    <span className="sr-only">: {identity.name}</span>
                  </Button>
                </form>
              </li>
            ))}
          </ul>
        </>
      )}
      {history.length > 0 && (
        <details className="mt-4">
          <summary className="text-link">{t('account.names.history')}</summary>
          <ul className="rows mt-2">
            {history.map(({ oldName, newName, source, at }) => (
              <li key={at} className="py-2">
                {t('account.names.was', {
                  old: oldName,
                  new: newName,
                  date: formatInstantDay(locale, at),
                })}
                , {t(`account.names.source.${source}`)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

type AddressesProps = {
  readonly addresses: AccountView['addresses'];
  readonly letters: OwnLettersView['addresses'];
};

export function Addresses({ addresses, letters }: AddressesProps) {
  const t = useT();
  if (addresses.length === 0) return <p>{t('account.addresses.none')}</p>;
  return (
    <ul className="rows">
      {addresses.map(({ id, address, primary, opensAccount }) => (
        <li key={id} className="py-3">
          <div className="address-row">
            <div>
              <p className="wrap-anywhere">{address}</p>
              {opensAccount && <p className="s text-ink2">{t('account.addresses.opens')}</p>}
            </div>
            {primary ? (
              <WithIcon icon="info">{t('account.addresses.primary')}</WithIcon>
            ) : (
              <form method="post">
                <input type="hidden" name="id" value={id} />
                <Button dense name="intent" value="primary-address">
                  {t('account.addresses.make-primary')}
                  <span className="sr-only">: {address}</span>
                </Button>
              </form>
            )}
          </div>
          {letters
            .filter((wishes) => wishes.id === id)
            .map((wishes) => (
              <AddressLetters key={id} address={address} wishes={wishes} />
            ))}
          <details className="s">
            <summary className="text-link">
              {t('account.addresses.remove')}
              <span className="sr-only">: {address}</span>
            </summary>
            <form method="post" className="mt-2">
              <input type="hidden" name="id" value={id} />
              <p className="measure">{t('account.addresses.remove.means')}</p>
              <Button variant="destructive" dense name="intent" value="remove-address" className="mt-2">
                {t('account.addresses.remove')}
                <span className="sr-only">: {address}</span>
              </Button>
            </form>
          </details>
        </li>
      ))}
    </ul>
  );
}
