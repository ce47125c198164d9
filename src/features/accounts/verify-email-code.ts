import type { Tx } from '../../database/index.ts';
import type { Actor } from '../audit/index.ts';
import { codeRefused } from './accounts.problems.ts';
import { CODE_TRIES, fitsCode } from './email-code.ts';
import { type EmailCode, lockNewestCode, updateEmailCode } from './email-codes.store.ts';
import { enterAccount, proveAddress } from './enter-account.ts';
import { EMAIL_ISSUER, identityOfAddress } from './identity.ts';
import { recordRefusal } from './record-refusal.ts';
import type { EmailCodeDeps } from './request-email-code.ts';
import { startSession } from './start-session.ts';

/** What sessions and audit entries call this way of signing in. */
const PROVIDER = 'email';

export type VerifiedAddress = {
  readonly returnTo: string;
  /** A new session's token; absent when the address was added to the account of who was signed in. */
  readonly token?: string;
};

/**
 * The code proves that whoever sits here reads the letters of the address. Signed in, they have one address more;
 * not signed in, they are the person whose identity is that address. Others may have proven the same address: it
 * stays theirs too, and no account is joined to another.
 *
 * @throws Problem 422 for every code that does not fit
 */
export async function verifyEmailCode(
  deps: EmailCodeDeps,
  actor: Actor,
  input: {
    readonly code: string;
    readonly browserHash: Buffer | undefined;
    readonly sessionToken: string | undefined;
    readonly language: 'en' | 'nl';
  },
): Promise<VerifiedAddress> {
  const { browserHash } = input;
  if (!browserHash) throw codeRefused();
  const now = deps.clock.now();
  // A miss is written down, so the transaction ends well in either case and the refusal comes after it.
  const verified = await deps.database.asDoorkeeper(async (tx) => {
    const kept = await lockNewestCode(tx, browserHash);
    if (!kept || !isOpen(kept, now) || !isOf(kept, actor)) return undefined;
    await updateEmailCode(tx, kept.id, { tries: kept.tries + 1 });
    if (!fitsCode(deps.keyedDigest, kept, input.code)) {
      await recordRefusal(tx, now, {
        action: 'code.refused',
        subject: { kind: 'email-code', id: kept.id },
        personId: kept.personId,
      });
      return undefined;
    }
    await updateEmailCode(tx, kept.id, { usedAt: now });
    return await admit(tx, now, actor, kept, input);
  });
  if (!verified) throw codeRefused();
  return verified;
}

function isOpen(kept: EmailCode, now: Date): boolean {
  return kept.usedAt === null && kept.tries < CODE_TRIES && now < kept.expiresAt;
}

/** A code that one person asked for adds nothing to the account of another who signed in since. */
function isOf(kept: EmailCode, actor: Actor): boolean {
  return kept.personId === null || (actor.kind === 'person' && actor.personId === kept.personId);
}

async function admit(
  tx: Tx,
  now: Date,
  actor: Actor,
  { address, returnTo }: EmailCode,
  input: { readonly sessionToken: string | undefined; readonly language: 'en' | 'nl' },
): Promise<VerifiedAddress> {
  if (actor.kind === 'person') {
    const { personId } = actor;
    await proveAddress(tx, now, { personId, address, provider: PROVIDER, stated: { issuer: EMAIL_ISSUER } });
    return { returnTo };
  }
  const stated = identityOfAddress(address);
  const personId = await enterAccount(tx, now, { stated, provider: PROVIDER, language: input.language });
  const session = { personId, provider: PROVIDER, institutionId: null, previousToken: input.sessionToken };
  return { returnTo, token: await startSession(tx, now, session) };
}
