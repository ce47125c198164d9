import { type RegistrationResponseJSON, verifyRegistrationResponse } from '@simplewebauthn/server';
import { createUuid } from '../../platform/ids.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { passkeyRefused } from './accounts.problems.ts';
import { hashToken } from './browser-cookies.ts';
import { takeFactorReset } from './factor-reset.ts';
import type { SessionActorDeps } from './find-session-actor.ts';
import { normaliseName } from './identity.ts';
import { ALGORITHMS, readChallenge, requirePartyId } from './passkey.ts';
import { insertPasskey, takeChallenge } from './passkeys.store.ts';
import { requireFreshProof } from './require-fresh-proof.ts';
import { requireOwnFactor } from './require-own-factor.ts';
import { findSession } from './sessions.store.ts';
import type { PasskeyDeps } from './start-passkey.ts';
import { renewSession } from './start-session.ts';
import { tellPerson } from './tell-person.ts';

export type RegisterPasskeyDeps = PasskeyDeps & SessionActorDeps;

/**
 * The passkey opens the account from now on, and its user was verified just now. Where a colleague allowed it, it takes
 * the place of all that were there.
 *
 * @returns the session's new token
 */
export async function registerPasskey(
  deps: RegisterPasskeyDeps,
  actor: Actor,
  input: {
    readonly response: RegistrationResponseJSON;
    readonly name: string;
    readonly browserHash: Buffer | undefined;
    readonly sessionToken: string | undefined;
  },
): Promise<string> {
  const person = requireFreshProof(deps, actor);
  const { personId } = person;
  const now = deps.clock.now();
  const info = await verify(deps, personId, input);
  const id = createUuid();
  return await deps.database.asDoorkeeper(async (tx) => {
    const session = input.sessionToken
      ? await findSession(tx, hashToken(input.sessionToken), now)
      : undefined;
    if (session?.personId !== personId) throw passkeyRefused();
    const resets = await takeFactorReset(deps, tx, session);
    if (!resets) await requireOwnFactor(deps, tx, session);
    const isAdded = await insertPasskey(tx, {
      id,
      personId,
      credentialId: info.credential.id,
      publicKey: Buffer.from(info.credential.publicKey),
      counter: info.credential.counter,
      transports: info.credential.transports ?? [],
      name: normaliseName(input.name) || 'Passkey',
      backedUp: info.credentialBackedUp,
      createdAt: now,
    });
    if (!isAdded) throw passkeyRefused();
    await tellPerson(tx, now, { personId, change: resets ? 'passkey-reset' : 'passkey-added' });
    for (const { institutionId } of resets ?? [])
      await appendAuditEntry(tx, now, {
        ...{ actor: person, institutionId, action: 'passkey.reset', personId },
        subject: { kind: 'passkey', id },
      });
    await appendAuditEntry(tx, now, {
      actor: person,
      institutionId: null,
      action: 'passkey.added',
      subject: { kind: 'passkey', id },
      personId,
    });
    return await renewSession(tx, now, session, { proves: 'another identity', passkey: true });
  });
}

async function verify(
  deps: PasskeyDeps,
  personId: string,
  input: { readonly response: RegistrationResponseJSON; readonly browserHash: Buffer | undefined },
) {
  const { response, browserHash } = input;
  const challenge = readChallenge(response.response.clientDataJSON);
  const kept = browserHash
    ? await deps.database.asDoorkeeper((tx) => takeChallenge(tx, { browserHash, challenge }))
    : undefined;
  if (kept?.purpose !== 'register' || kept.personId !== personId || kept.expiresAt <= deps.clock.now())
    throw passkeyRefused();
  const { registrationInfo } = await verifyRegistrationResponse({
    response,
    expectedChallenge: kept.challenge,
    expectedOrigin: new URL(deps.publicUrl).origin,
    expectedRPID: requirePartyId(deps.publicUrl),
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(() => {
    throw passkeyRefused();
  });
  if (!registrationInfo?.userVerified) throw passkeyRefused();
  return registrationInfo;
}
