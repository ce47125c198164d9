import type { Tx } from '../../database/index.ts';
import { type SignedIn, SignInRefusal } from '../../platform/identity/index.ts';
import { createUuid } from '../../platform/ids.ts';
import { Problem } from '../../platform/problem.ts';
import {
  notThisAccount,
  providerUnknown,
  providerUnreachable,
  signInDenied,
  signInExpired,
  signInInvalid,
} from './accounts.problems.ts';
import { findIdentity } from './accounts.store.ts';
import { hashToken } from './browser-cookies.ts';
import { enterAccount } from './enter-account.ts';
import { noteProvider } from './factor-reset.ts';
import { keepToScopes, readIdentity, type StatedIdentity } from './identity.ts';
import { offerMerge } from './merge-offer.ts';
import type { FindStaffRule, ListRights, RecogniseMember, SignInProvider } from './provider.ts';
import { recordRefusal } from './record-refusal.ts';
import { assertsSecondFactor } from './second-factor.ts';
import { findSession, type SessionRow } from './sessions.store.ts';
import { type PendingSignIn, takeSignIn } from './sign-ins.store.ts';
import { renewSession, startSession } from './start-session.ts';
import { callbackOf, type StartSignInDeps } from './start-sign-in.ts';

export type FinishSignInDeps = StartSignInDeps & {
  readonly recogniseMember: RecogniseMember;
  readonly listRights: ListRights;
  readonly findStaffRule: FindStaffRule;
};

export type Callback = {
  readonly provider: string;
  /** Undefined when the browser brought no cookie of ours: then it started nothing here. */
  readonly browserHash: Buffer | undefined;
  /** The query as the provider wrote it. */
  readonly query: string;
  readonly language: 'en' | 'nl';
  readonly sessionToken: string | undefined;
};

export type SignInOutcome =
  | { readonly outcome: 'signed-in'; readonly token: string; readonly returnTo: string }
  /** The identity is another account's: both were proven, so they may become one. */
  | { readonly outcome: 'merge-offered' }
  /** Nothing was changed. Whoever turned back may choose another way to the same page. */
  | { readonly outcome: 'refused'; readonly problem: Problem; readonly returnTo: string };

/** Lets in whoever comes back with an answer to a question that this browser asked, and nobody else. */
export async function finishSignIn(deps: FinishSignInDeps, callback: Callback): Promise<SignInOutcome> {
  let returnTo = '/';
  let isPending = false;
  try {
    const provider = await deps.findProvider(callback.provider);
    if (!provider) throw providerUnknown();
    const pending = await takePending(deps, callback);
    returnTo = pending.returnTo;
    isPending = true;
    const signedIn = await askProvider(deps, provider, pending, callback.query);
    const token = await admit(deps, callback, { provider, pending, signedIn });
    return token === undefined ? { outcome: 'merge-offered' } : { outcome: 'signed-in', token, returnTo };
  } catch (problem) {
    if (problem instanceof Problem) {
      if (isPending) await recordRefusedSignIn(deps, callback.provider, problem);
      return { outcome: 'refused', problem, returnTo };
    }
    throw problem;
  }
}

type Come = {
  readonly provider: SignInProvider;
  readonly pending: PendingSignIn;
  readonly signedIn: SignedIn;
};

/** Only of a sign-in that this browser had begun: whoever makes up a callback writes nothing in the trail. */
async function recordRefusedSignIn(
  { database, clock, findProvider }: FinishSignInDeps,
  id: string,
  { code }: Problem,
): Promise<void> {
  const provider = await findProvider(id);
  await database.asDoorkeeper((tx) =>
    recordRefusal(tx, clock.now(), {
      action: 'sign-in.refused',
      subject: { kind: 'sign-in', id: createUuid() },
      institutionId: provider?.institutionId ?? null,
      detail: { provider: id, code },
    }),
  );
}

/** @returns the token of the session; undefined when nobody came in and a merge was offered */
function admit(deps: FinishSignInDeps, callback: Callback, come: Come): Promise<string | undefined> {
  const { pending, provider } = come;
  const now = deps.clock.now();
  const said = readIdentity(come.signedIn);
  const own = keepToScopes(said, provider.scopes);
  const stated = provider.addressesOnly ? { ...own, identifiers: [] } : own;
  return deps.database.asDoorkeeper(async (tx) => {
    const session = await requireSamePerson(tx, now, pending, callback.sessionToken);
    const known = session && (await findIdentity(tx, stated));
    if (session && pending.purpose === 'prove' && known?.personId !== session.personId)
      throw notThisAccount();
    const shown = {
      ...(provider.institutionId ? { vouchedBy: provider.institutionId } : {}),
      secondFactor: assertsSecondFactor(come.signedIn.idToken, provider.secondFactorAcr),
    };
    if (session && known && known.personId !== session.personId) {
      const { browserHash } = pending;
      await offerMerge(deps, tx, { session, otherPersonId: known.personId, browserHash, shown });
      return undefined;
    }
    const personId = await enterAccount(tx, now, {
      stated,
      provider: provider.id,
      language: callback.language,
      ...(session ? { linkTo: session.personId } : {}),
    });
    const institutionId = await enterInstitution(deps, tx, { provider, stated: said, personId, now });
    if (session && known && provider.institutionId)
      await noteProvider(tx, now, session, { institutionId: provider.institutionId, identity: known });
    if (session)
      return await renewSession(tx, now, session, {
        ...shown,
        proves: pending.purpose === 'prove' ? 'this account' : 'another identity',
        institutionId: institutionId ?? undefined,
      });
    const previousToken = callback.sessionToken;
    return await startSession(tx, now, {
      ...shown,
      ...{ personId, provider: provider.id, institutionId, previousToken },
    });
  });
}

/** Taken before the provider is asked, so that one callback opened twice is answered once. */
async function takePending(
  { database, clock }: FinishSignInDeps,
  { provider, browserHash, query }: Callback,
): Promise<PendingSignIn> {
  const states = new URLSearchParams(query).getAll('state');
  const [state] = states;
  if (!browserHash || states.length !== 1 || !state || state.includes('\0')) throw signInExpired();
  const pending = await database.asDoorkeeper((tx) => takeSignIn(tx, { browserHash, state }));
  if (!pending || pending.provider !== provider || pending.expiresAt <= clock.now()) throw signInExpired();
  return pending;
}

async function askProvider(
  deps: FinishSignInDeps,
  provider: SignInProvider,
  pending: PendingSignIn,
  query: string,
): Promise<SignedIn> {
  const { state, nonce, codeVerifier } = pending;
  try {
    return await deps.relyingParty.finishSignIn({
      provider: provider.settings,
      callbackUrl: `${callbackOf(deps.publicUrl, provider)}?${query}`,
      ...{ state, nonce, codeVerifier },
      ...(pending.purpose === 'sign-in' ? {} : { again: 'required' }),
    });
  } catch (error) {
    throw error instanceof SignInRefusal ? explain(error) : error;
  }
}

function explain({ reason }: SignInRefusal): Problem {
  if (reason === 'sign-in.denied') return signInDenied();
  return reason === 'sign-in.invalid' ? signInInvalid() : providerUnreachable();
}

/**
 * Whoever asked to link or to prove must still be the one who is signed in.
 *
 * @returns their session; undefined for an ordinary sign-in
 */
async function requireSamePerson(
  tx: Tx,
  now: Date,
  { linkPersonId }: PendingSignIn,
  token: string | undefined,
): Promise<SessionRow | undefined> {
  if (linkPersonId === null) return undefined;
  const session = token ? await findSession(tx, hashToken(token), now) : undefined;
  if (session?.personId !== linkPersonId) throw signInExpired();
  return session;
}

/**
 * Only an institution's own provider can say who its members are, and only by what it said in this sign-in.
 *
 * @returns the institution, when this person is a member of it
 */
async function enterInstitution(
  deps: FinishSignInDeps,
  tx: Tx,
  input: {
    readonly provider: SignInProvider;
    readonly stated: StatedIdentity;
    readonly personId: string;
    readonly now: Date;
  },
): Promise<string | null> {
  const { provider, stated, personId, now } = input;
  const { institutionId } = provider;
  if (institutionId === null) return null;
  const identifiers = [...stated.identifiers, ...stated.addresses];
  await deps.recogniseMember(tx, { institutionId, identifiers, personId });
  const rights = await deps.listRights(tx, personId, now);
  return rights.some((held) => held.institutionId === institutionId) ? institutionId : null;
}
