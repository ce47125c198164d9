import type { Database } from '../../database/index.ts';
import type { Clock } from '../../platform/clock.ts';
import { type RelyingParty, SignInRefusal } from '../../platform/identity/index.ts';
import { providerUnknown, providerUnreachable, signInFirst } from './accounts.problems.ts';
import type { FindProvider, SignInProvider } from './provider.ts';
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
    /** Who is signed in and wants this identity linked; null: it was asked, and nobody is. */
    readonly linkTo?: string | null;
  },
): Promise<string> {
  const { browserHash, language, linkTo } = input;
  if (linkTo === null) throw signInFirst();
  const provider = await deps.findProvider(input.provider);
  if (!provider) throw providerUnknown();
  const { url, ...kept } = await deps.relyingParty
    .startSignIn({
      provider: provider.settings,
      returnTo: callbackOf(deps.publicUrl, provider),
      language,
      // Linking is for good, so whoever sits there proves the other identity now.
      ...(linkTo ? { again: 'required' } : {}),
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
      linkPersonId: linkTo ?? null,
      expiresAt: new Date(now.getTime() + LIFE_MS),
    });
  });
  return url;
}

/** As it is registered at the provider. */
export function callbackOf(publicUrl: string, provider: Pick<SignInProvider, 'id'>): string {
  return `${publicUrl}/auth/callback/${provider.id}`;
}
