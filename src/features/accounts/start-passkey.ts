import { generateAuthenticationOptions, generateRegistrationOptions } from '@simplewebauthn/server';
import type { Database, Tx } from '../../database/index.ts';
import type { Clock } from '../../platform/clock.ts';
import { signInNeeded } from '../../platform/problem.ts';
import type { Actor, PersonActor } from '../audit/index.ts';
import { findPerson } from './accounts.store.ts';
import { ALGORITHMS, CHALLENGE_LIFE_MS, requirePartyId } from './passkey.ts';
import {
  deleteExpiredChallenges,
  insertChallenge,
  listCredentials,
  type PasskeyChallenge,
} from './passkeys.store.ts';
import { requireFreshProof } from './require-fresh-proof.ts';

export type PasskeyDeps = {
  readonly database: Database;
  readonly clock: Clock;
  readonly publicUrl: string;
};

type Purpose = PasskeyChallenge['purpose'];

/** @returns what the browser hands to `navigator.credentials`; the challenge in it is kept here, once, for five minutes */
export async function startPasskey(
  deps: PasskeyDeps,
  actor: Actor,
  input: { readonly purpose: Purpose; readonly browserHash: Buffer },
): Promise<object> {
  const { purpose, browserHash } = input;
  const rpID = requirePartyId(deps.publicUrl);
  const person = whoAsks(deps, actor, purpose);
  const now = deps.clock.now();
  return await deps.database.asDoorkeeper(async (tx) => {
    const options =
      purpose === 'register' && person
        ? await composeRegistration(tx, person.personId, rpID)
        : await composeUse(tx, person?.personId, rpID);
    await deleteExpiredChallenges(tx, now);
    await insertChallenge(tx, {
      browserHash,
      challenge: options.challenge,
      purpose,
      personId: person?.personId ?? null,
      expiresAt: new Date(now.getTime() + CHALLENGE_LIFE_MS),
    });
    return options;
  });
}

function whoAsks(deps: PasskeyDeps, actor: Actor, purpose: Purpose): PersonActor | undefined {
  if (purpose === 'sign-in') return undefined;
  if (purpose === 'register') return requireFreshProof(deps, actor);
  if (actor.kind !== 'person') throw signInNeeded();
  return actor;
}

async function composeRegistration(tx: Tx, personId: string, rpID: string) {
  const person = await findPerson(tx, personId);
  const held = await listCredentials(tx, personId);
  return await generateRegistrationOptions({
    rpName: 'Waarmerk',
    rpID,
    userID: new TextEncoder().encode(personId),
    userName: person?.name ?? '',
    userDisplayName: person?.name ?? '',
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: held.map(({ credentialId }) => ({ id: credentialId })),
    // Discoverable, so that no name is typed; verified, so that it is two factors.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

/** Signing in names no credential, so nobody learns which accounts there are. */
async function composeUse(tx: Tx, personId: string | undefined, rpID: string) {
  const held = personId ? await listCredentials(tx, personId) : [];
  return await generateAuthenticationOptions({
    rpID,
    userVerification: 'required',
    allowCredentials: held.map(({ credentialId }) => ({ id: credentialId })),
  });
}
