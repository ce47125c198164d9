import type { ReactNode } from 'react';
import { chooseText } from '../lib/content-text.ts';
import type { TextKey } from '../lib/i18n.ts';
import { useLocale, useT } from '../lib/language.tsx';
import type { Problem } from '../lib/problem.ts';
import { faultsByField } from '../lib/problem.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { NamedIcon } from '../ui/icons.tsx';
import { TermsBox } from '../ui/terms-box.tsx';
import type { ClaimData } from './load-claim.ts';

type WaysProps = {
  readonly claim: ClaimData;
  readonly problem: Problem | undefined;
  readonly intent: string | undefined;
};

/** What the reader can do, as they are signed in now. */
export function ClaimWays(props: WaysProps) {
  const { offer } = props.claim;
  if (offer.state !== 'offered') return <Closed claim={props.claim} />;
  if (offer.claimable === 'yes') return <Accept claim={props.claim} />;
  if (offer.claimable === 'prove-address') return <ProveAddress {...props} />;
  return <SignIn {...props} />;
}

const closed = {
  claimed: { title: 'claim.closed.claimed', text: 'claim.closed.claimed.text' },
  declined: { title: 'claim.closed.declined', text: 'claim.closed.declined.text' },
  revoked: { title: 'claim.closed.revoked', text: 'claim.closed.revoked.text' },
} as const satisfies Record<string, { title: TextKey; text: TextKey }>;

/** An offer that is no longer open: what became of it, and where to go. */
function Closed({ claim: { offer, isOwn } }: { readonly claim: ClaimData }) {
  const t = useT();
  if (offer.state === 'offered') return null;
  const words = closed[offer.state];
  const isMine = offer.state === 'claimed' && isOwn;
  return (
    <div className="wash mt-6">
      <h2 className="h3">{t(isMine ? 'claim.closed.yours' : words.title)}</h2>
      {!isMine && <p className="mt-1 text-ink2">{t(words.text)}</p>}
      <div className="mt-4">
        <ButtonLink href="/backpack">{t('claim.to-backpack')}</ButtonLink>
      </div>
    </div>
  );
}

function Accept({ claim: { offer, terms } }: { readonly claim: ClaimData }) {
  const t = useT();
  return (
    <>
      <h2 className="h3 mt-6">
        {offer.recipientName ? t('claim.is-this-you', { name: offer.recipientName }) : t('claim.ready')}
      </h2>
      <form method="post" className="form mt-3">
        {terms.map((one) => (
          <TermsBox key={one.id} terms={one} />
        ))}
        <ButtonRow fill>
          <Button variant="primary" name="intent" value="claim">
            {t('claim.accept')}
          </Button>
        </ButtonRow>
      </form>
      <WaysOut>
        <Out title={t('claim.not-me')}>
          <p>{t('claim.not-me.decline')}</p>
          <form method="post" className="mt-3">
            <Button variant="destructive" dense name="intent" value="decline">
              {t('claim.decline')}
            </Button>
          </form>
        </Out>
      </WaysOut>
    </>
  );
}

/** Three ways, one preferred; signing in leads back to this page. */
function SignIn(props: WaysProps) {
  const { claim } = props;
  const t = useT();
  const locale = useLocale();
  const back = new URLSearchParams({ returnTo: `/claim/${claim.token}` });
  return (
    <>
      <h2 className="h3 mt-6">{t('claim.how')}</h2>
      <div className="ways">
        {claim.learner && (
          <a className="way way-preferred" href={`${claim.learner}?${back}`}>
            <WayWords title={t('claim.way.learner')} text={t('claim.way.learner.text')} />
          </a>
        )}
        {claim.others.map(({ id, name, start }) => (
          <a key={id} className="way" href={`${start}?${back}`}>
            <WayWords
              title={t('claim.way.other', { name: chooseText(name, locale).text })}
              text={t('claim.way.other.text')}
            />
          </a>
        ))}
        {claim.institution && (
          <a className="way" href={`${claim.institution}?${back}`}>
            <WayWords title={t('claim.way.institution')} text={t('claim.way.institution.text')} />
          </a>
        )}
        <details className="way-details" open={claim.codeSent || isAboutCode(props.intent)}>
          <summary className="way">
            <WayWords
              title={t('claim.way.email')}
              text={
                claim.offer.maskedAddress
                  ? t('claim.way.email.text', { address: claim.offer.maskedAddress })
                  : t('claim.way.email.text-unknown')
              }
            />
          </summary>
          <CodeForms {...props} />
        </details>
      </div>
      <WaysOut>
        <Out title={t('claim.not-me')}>
          <p>{t('claim.not-me.text')}</p>
        </Out>
      </WaysOut>
    </>
  );
}

function isAboutCode(intent: string | undefined): boolean {
  return intent === 'send-code' || intent === 'verify-code';
}

function WayWords({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <>
      <span className="way-title">{title}</span>
      <span className="way-text">{text}</span>
      <NamedIcon name="arrow" />
    </>
  );
}

/** Signed in, but not with the address that the institution wrote. */
function ProveAddress(props: WaysProps) {
  const { claim } = props;
  const t = useT();
  return (
    <>
      <h2 className="h3 mt-6">{t('claim.prove.title')}</h2>
      <p className="mt-2">
        {t('claim.prove.text', {
          person: claim.person ?? t('frame.account'),
          address: claim.offer.maskedAddress ?? '•••',
        })}
      </p>
      <CodeForms {...props} />
      <WaysOut>
        <Out title={t('claim.not-me')}>
          <p>{t('claim.not-me.text')}</p>
        </Out>
      </WaysOut>
    </>
  );
}

/** First the address, then the six digits that were sent to it. */
function CodeForms({ claim, problem, intent }: WaysProps) {
  const t = useT();
  const faults = faultsByField(problem);
  if (claim.codeSent || intent === 'verify-code')
    return (
      <form method="post" className="form claim-form" id="code">
        <input type="hidden" name="intent" value="verify-code" />
        <TextField
          name="code"
          label={t('claim.code')}
          hint={t('claim.code.hint')}
          error={faults.code}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
          required
        />
        <ButtonRow fill>
          <Button variant="primary">{t('claim.code.verify')}</Button>
          <a href={`/claim/${claim.token}`}>{t('claim.code.again')}</a>
        </ButtonRow>
      </form>
    );
  return (
    <form method="post" className="form claim-form">
      <input type="hidden" name="intent" value="send-code" />
      <TextField
        name="address"
        type="email"
        label={t('claim.address')}
        hint={
          claim.offer.maskedAddress
            ? t('claim.address.hint', { address: claim.offer.maskedAddress })
            : undefined
        }
        error={faults.address}
        autoComplete="email"
        required
      />
      <ButtonRow fill>
        <Button variant="primary">{t('claim.code.send')}</Button>
      </ButtonRow>
    </form>
  );
}

/** Not me, my name is wrong, later: each opens in place. */
function WaysOut({ children }: { readonly children: ReactNode }) {
  const t = useT();
  return (
    <div className="ways-out">
      {children}
      <Out title={t('claim.wrong-name')}>
        <p>{t('claim.wrong-name.text')}</p>
      </Out>
      <Out title={t('claim.later')}>
        <p>{t('claim.no-hurry')}</p>
      </Out>
    </div>
  );
}

function Out({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <details name="out">
      <summary>{title}</summary>
      <div className="ways-out-text">{children}</div>
    </details>
  );
}
