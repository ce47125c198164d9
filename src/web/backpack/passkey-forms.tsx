import { useT } from '../lib/language.tsx';
import { Behaviour } from '../ui/behaviour.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { NamedIcon } from '../ui/icons.tsx';

/** Hidden until the behaviour has taken it in hand: without scripts there is no passkey, and the page says so. */
export function PasskeyAdd({ returnTo }: { readonly returnTo: string }) {
  const t = useT();
  return (
    <>
      <form hidden className="form claim-form" data-passkey="register" data-return={returnTo}>
        <TextField
          name="passkey-name"
          label={t('account.passkeys.name')}
          hint={t('account.passkeys.name.hint')}
          maxLength={100}
          required
        />
        <ButtonRow fill>
          <Button variant="primary">{t('account.passkeys.add')}</Button>
        </ButtonRow>
        <PasskeyFailed />
      </form>
      <NeedsScripts />
      <Behaviour name="passkey" />
    </>
  );
}

type UseProps = {
  readonly purpose: 'sign-in' | 'prove';
  readonly returnTo: string;
  readonly title: string;
  readonly text: string;
};

/** One of the ways to sign in, or to prove once more who one is. */
export function PasskeyUse({ purpose, returnTo, title, text }: UseProps) {
  return (
    <>
      <form hidden data-passkey={purpose} data-return={returnTo}>
        <button type="submit" className="way way-button">
          <span className="way-title">{title}</span>
          <span className="way-text">{text}</span>
          <NamedIcon name="arrow" />
        </button>
        <PasskeyFailed />
      </form>
      <Behaviour name="passkey" />
    </>
  );
}

function PasskeyFailed() {
  const t = useT();
  return <p role="alert" className="field-error" data-passkey-failed={t('account.passkeys.failed')} />;
}

function NeedsScripts() {
  const t = useT();
  return (
    <noscript>
      <p className="s">{t('account.passkeys.scripts')}</p>
    </noscript>
  );
}
