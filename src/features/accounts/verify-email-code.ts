import type { Tx } from '../../database/index.ts';
import type { Actor, PersonActor } from '../audit/index.ts';
import { codeRefused, notThisAccount } from './accounts.problems.ts';
import { findIdentity } from './accounts.store.ts';
import { hashToken } from './browser-cookies.ts';
import { CODE_TRIES, fitsCode, readLink } from './email-code.ts';
import { type EmailCode, lockEmailCode, lockNewestCode, updateEmailCode } from './email-codes.store.ts';
import { enterAccount, proveAddress } from './enter-account.ts';
import { noteAddress } from './factor-reset.ts';
import { EMAIL_ISSUER, identityOfAddress } from './identity.ts';
import { offerMerge } from './merge-offer.ts';
import { recordRefusal } from './record-refusal.ts';
import type { EmailCodeDeps } from './request-email-code.ts';
import type { OwnFactorDeps } from './require-own-factor.ts';
import { findSession } from './sessions.store.ts';
import { renewSession, startSession } from './start-session.ts';

/** What sessions and audit entries call this way of signing in. */
const PROVIDER = 'email';

export type VerifiedAddress = {
  readonly outcome: 'signed-in' | 'address-added' | 'linked' | 'proven' | 'merge-offered';
  readonly returnTo: string;
  /** A new token of a session; absent when the one they have goes on as it is. */
  readonly token?: string;
};

export type VerifyCodeDeps = EmailCodeDeps & OwnFactorDeps;

export type CodeProof = {
  /** Six digits, or what the letter's link carries. */
  readonly proof: { readonly code: string } | { readonly link: string };
  readonly browserHash: Buffer | undefined;
  readonly sessionToken: string | undefined;
  readonly language: 'en' | 'nl';
};

/**
 * The code proves that whoever sits here reads the letters of the address. Not signed in, they are the person whose
 * identity is that address. Signed in, they have one address more, or one way in more, or have proven once more that
 * they are who they are: as they meant it when they asked. Others may have proven the same address: it stays theirs
 * too, and no account is joined to another.
 *
 * @throws Problem 422 for every code that does not fit
 */
export async function verifyEmailCode(
  deps: VerifyCodeDeps,
  actor: Actor,
  input: CodeProof,
): Promise<VerifiedAddress> {
  const { browserHash, proof } = input;
  if (!browserHash) throw codeRefused();
  const now = deps.clock.now();
  // A miss is written down, so the transaction ends well in either case and the refusal comes after it.
  const verified = await deps.database.asDoorkeeper(async (tx) => {
    const kept = await lockCode(deps, tx, browserHash, proof);
    if (!kept || !isOpen(kept, now) || !isOf(kept, actor)) return undefined;
    await updateEmailCode(tx, kept.id, { tries: kept.tries + 1 });
    if ('code' in proof && !fitsCode(deps.keyedDigest, kept, proof.code)) {
      await recordRefusal(tx, now, {
        action: 'code.refused',
        subject: { kind: 'email-code', id: kept.id },
        personId: kept.personId,
      });
      return undefined;
    }
    await updateEmailCode(tx, kept.id, { usedAt: now });
    const verified =
      actor.kind === 'person'
        ? await admitPerson(deps, tx, now, actor, kept, input)
        : await admitVisitor(tx, now, kept, input);
    await noteShown(tx, now, kept, verified.token ?? input.sessionToken);
    return verified;
  });
  if (!verified) throw codeRefused();
  return verified;
}

/** A link opens its own code, in the browser that asked for it; digits are tried on the newest of the browser. */
async function lockCode(
  { keyedDigest }: EmailCodeDeps,
  tx: Tx,
  browserHash: Buffer,
  proof: CodeProof['proof'],
): Promise<EmailCode | undefined> {
  if ('code' in proof) return await lockNewestCode(tx, browserHash);
  const id = readLink(keyedDigest, proof.link);
  const kept = id === undefined ? undefined : await lockEmailCode(tx, id);
  return kept?.browserHash.equals(browserHash) ? kept : undefined;
}

export function isOpen(kept: EmailCode, now: Date): boolean {
  return kept.usedAt === null && kept.tries < CODE_TRIES && now < kept.expiresAt;
}

/** A code that one person asked for adds nothing to the account of another who signed in since. */
function isOf(kept: EmailCode, actor: Actor): boolean {
  return kept.personId === null || (actor.kind === 'person' && actor.personId === kept.personId);
}

/** A guest who lost a passkey may be waiting for this. */
async function noteShown(
  tx: Tx,
  now: Date,
  { address }: EmailCode,
  token: string | undefined,
): Promise<void> {
  const session = token ? await findSession(tx, hashToken(token), now) : undefined;
  if (session) await noteAddress(tx, now, session, address);
}

async function admitVisitor(
  tx: Tx,
  now: Date,
  { address, returnTo }: EmailCode,
  input: CodeProof,
): Promise<VerifiedAddress> {
  const stated = identityOfAddress(address);
  const personId = await enterAccount(tx, now, { stated, provider: PROVIDER, language: input.language });
  const session = { personId, provider: PROVIDER, institutionId: null, previousToken: input.sessionToken };
  return { outcome: 'signed-in', returnTo, token: await startSession(tx, now, session) };
}

async function admitPerson(
  deps: VerifyCodeDeps,
  tx: Tx,
  now: Date,
  { personId }: PersonActor,
  { address, returnTo, purpose, browserHash }: EmailCode,
  input: CodeProof,
): Promise<VerifiedAddress> {
  if (purpose === 'address' || purpose === 'sign-in') {
    await proveAddress(tx, now, { personId, address, provider: PROVIDER, stated: { issuer: EMAIL_ISSUER } });
    return { outcome: 'address-added', returnTo };
  }
  const token = input.sessionToken;
  const session = token ? await findSession(tx, hashToken(token), now) : undefined;
  if (session?.personId !== personId) throw codeRefused();
  const stated = identityOfAddress(address);
  const known = await findIdentity(tx, stated);
  if (purpose === 'prove') {
    if (known?.personId !== personId) throw notThisAccount();
    return {
      outcome: 'proven',
      returnTo,
      token: await renewSession(tx, now, session, { proves: 'this account' }),
    };
  }
  if (known && known.personId !== personId) {
    await offerMerge(deps, tx, { session, otherPersonId: known.personId, browserHash, shown: {} });
    return { outcome: 'merge-offered', returnTo: '/account/merge' };
  }
  await enterAccount(tx, now, {
    ...{ stated, provider: PROVIDER, language: input.language },
    linkTo: personId,
  });
  return {
    outcome: 'linked',
    returnTo,
    token: await renewSession(tx, now, session, { proves: 'another identity' }),
  };
}
