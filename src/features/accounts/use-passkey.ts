import { type AuthenticationResponseJSON, verifyAuthenticationResponse } from '@simplewebauthn/server';
import type { Tx } from '../../database/index.ts';
import { passkeyRefused } from './accounts.problems.ts';
import { hashToken } from './browser-cookies.ts';
import { readChallenge, requirePartyId } from './passkey.ts';
import {
  lockPasskey,
  noteUseOfPasskey,
  type PasskeyChallenge,
  type PasskeyRow,
  takeChallenge,
} from './passkeys.store.ts';
import { findSession } from './sessions.store.ts';
import type { PasskeyDeps } from './start-passkey.ts';
import { renewSession, startSession } from './start-session.ts';

export type PasskeyUse = {
  readonly response: AuthenticationResponseJSON;
  readonly browserHash: Buffer | undefined;
  readonly sessionToken: string | undefined;
};

/**
 * Signs in whoever holds the passkey, or proves that who is signed in still sits there: what it is depends on what the
 * challenge was made for.
 *
 * @returns the session's token
 * @throws Problem 422 for whatever does not fit, without saying what
 */
export async function usePasskey(deps: PasskeyDeps, input: PasskeyUse): Promise<string> {
  const { response, browserHash, sessionToken } = input;
  const now = deps.clock.now();
  const challenge = readChallenge(response.response.clientDataJSON);
  const kept = browserHash
    ? await deps.database.asDoorkeeper((tx) => takeChallenge(tx, { browserHash, challenge }))
    : undefined;
  if (!kept || kept.purpose === 'register' || kept.expiresAt <= now) throw passkeyRefused();
  return await deps.database.asDoorkeeper(async (tx) => {
    const passkey = await lockPasskey(tx, response.id);
    // Somebody else's passkey proves nothing about who is signed in.
    if (!passkey || (kept.personId !== null && kept.personId !== passkey.personId)) throw passkeyRefused();
    await verify(deps, tx, { response, kept, passkey });
    const { personId } = passkey;
    if (kept.purpose === 'sign-in')
      return await startSession(tx, now, {
        ...{ personId, provider: 'passkey', institutionId: null, previousToken: sessionToken },
        passkey: true,
      });
    const session = sessionToken ? await findSession(tx, hashToken(sessionToken), now) : undefined;
    if (session?.personId !== personId) throw passkeyRefused();
    return await renewSession(tx, now, session, { proves: 'this account', passkey: true });
  });
}

/** A counter that does not go up tells of a copy (WebAuthn 7.2, step 22): refused by the library, and told as any other. */
async function verify(
  deps: PasskeyDeps,
  tx: Tx,
  {
    response,
    kept,
    passkey,
  }: {
    readonly response: AuthenticationResponseJSON;
    readonly kept: PasskeyChallenge;
    readonly passkey: PasskeyRow;
  },
): Promise<void> {
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response,
    expectedChallenge: kept.challenge,
    expectedOrigin: new URL(deps.publicUrl).origin,
    expectedRPID: requirePartyId(deps.publicUrl),
    credential: {
      id: passkey.credentialId,
      publicKey: new Uint8Array(passkey.publicKey),
      counter: Number(passkey.counter),
    },
    requireUserVerification: true,
  }).catch(() => {
    throw passkeyRefused();
  });
  if (!verified || !authenticationInfo.userVerified) throw passkeyRefused();
  await noteUseOfPasskey(tx, passkey.id, {
    counter: authenticationInfo.newCounter,
    lastUsedAt: deps.clock.now(),
    backedUp: authenticationInfo.credentialBackedUp,
  });
}
