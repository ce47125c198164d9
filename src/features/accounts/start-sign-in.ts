import type { Database } from '../../database/index.ts';
import type { Clock } from '../../platform/clock.ts';
import { type RelyingParty, SignInRefusal } from '../../platform/identity/index.ts';
import type { Actor } from '../audit/index.ts';
import { providerUnknown, providerUnreachable, signInFirst } from './accounts.problems.ts';
import type { FindProvider, SignInProvider } from './provider.ts';
import { requireFreshProof } from './require-fresh-proof.ts';
import { keepOwnPath } from './return-path.ts';
import { deleteExpiredSignIns, insertSignIn } from './sign-ins.store.ts';

export type StartSignInDeps = {
  readonly database: Database;
  readonly clock: Clock;
  readonly publicUrl: string;
  readonly relyingParty: RelyingParty;
  readonly findProvider: FindProvider;
};

const LIFE_MS = 10 * 60 * 1000;

/**
 * @returns the provider's address to send the person to
 * @throws Problem when the provider is unknown or does not answer, or when nobody is there to link an identity to
 */
export async function startSignIn(
  deps: StartSignInDeps,
  input: {
    readonly provider: string;
    readonly browserHash: Buffer;
    readonly returnTo: unknown;
    readonly language: 'en' | 'nl';
    /** To link another identity to the account that is signed in, or to prove once more that it is theirs. */
    readonly purpose: 'sign-in' | 'link' | 'prove';
    readonly actor: Actor;
  },
): Promise<string> {
  const { browserHash, language, purpose, actor } = input;
  if (purpose !== 'sign-in' && actor.kind !== 'person') throw signInFirst();
  // Whoever finds a session left open must not make its account theirs too.
  if (purpose === 'link') requireFreshProof(deps, actor);
  const personId = actor.kind === 'person' && purpose !== 'sign-in' ? actor.personId : null;
  const provider = await deps.findProvider(input.provider);
  if (!provider) throw providerUnknown();
  const { url, ...kept } = await deps.relyingParty
    .startSignIn({
      provider: provider.settings,
      returnTo: callbackOf(deps.publicUrl, provider),
      language,
      // What the provider remembers of this browser proves nothing about who sits there now.
      ...(personId ? { again: 'required' } : {}),
      ...(provider.secondFactorAcr ? { acrValues: provider.secondFactorAcr } : {}),
    })
    .catch((error) => {
      if (error instanceof SignInRefusal) throw providerUnreachable();
      throw error;
    });
  const now = deps.clock.now();
  await deps.database.asDoorkeeper(async (tx) => {
    await deleteExpiredSignIns(tx, now);
    await insertSignIn(tx, {
      browserHash,
      ...kept,
      provider: provider.id,
      returnTo: keepOwnPath(input.returnTo),
      purpose,
      linkPersonId: personId,
      expiresAt: new Date(now.getTime() + LIFE_MS),
    });
  });
  return url;
}

/** As it is registered at the provider. */
export function callbackOf(publicUrl: string, provider: Pick<SignInProvider, 'id'>): string {
  return `${publicUrl}/auth/callback/${provider.id}`;
}
