import type { Database } from '../../database/index.ts';
import type { Clock } from '../../platform/clock.ts';
import { createUuid } from '../../platform/ids.ts';
import { announce } from '../../platform/jobs/index.ts';
import { isMailAddress } from '../../platform/mail/index.ts';
import { type Actor, appendAuditEntry, system } from '../audit/index.ts';
import { addressMalformed, tooManyCodes } from './accounts.problems.ts';
import { lockName } from './accounts.store.ts';
import {
  CODE_LIFE_MS,
  CODES_PER_ADDRESS,
  deriveCode,
  digestCode,
  HOUR_MS,
  type KeyedDigest,
} from './email-code.ts';
import { countCodesSince, deleteCodesBefore, insertEmailCode } from './email-codes.store.ts';
import { normaliseAddress } from './identity.ts';
import { requireFreshProof } from './require-fresh-proof.ts';
import { keepOwnPath } from './return-path.ts';

export type EmailCodeDeps = {
  readonly database: Database;
  readonly clock: Clock;
  readonly keyedDigest: KeyedDigest;
};

const KEPT_MS = 24 * HOUR_MS;

/**
 * Announces a letter with a code. Whether anyone knows the address is never looked up, so neither the answer nor
 * its time can tell.
 *
 * @throws Problem 400 for what is no address, 429 after five letters to it in an hour, 403 for a way in without a fresh
 * proof
 */
export async function requestEmailCode(
  deps: EmailCodeDeps,
  actor: Actor,
  input: {
    readonly address: string;
    readonly returnTo: unknown;
    readonly browserHash: Buffer;
    readonly language: 'en' | 'nl';
    /** What someone who is signed in means by it; by default to have the address. */
    readonly purpose?: 'address' | 'link' | 'prove' | undefined;
  },
): Promise<void> {
  const purpose = actor.kind === 'person' ? (input.purpose ?? 'address') : 'sign-in';
  if (purpose === 'link') requireFreshProof(deps, actor);
  const address = normaliseAddress(input.address);
  if (!isMailAddress(address)) throw addressMalformed();
  const { keyedDigest, clock, database } = deps;
  const now = clock.now();
  const id = createUuid();
  await database.asDoorkeeper(async (tx) => {
    await lockName(tx, address);
    await deleteCodesBefore(tx, new Date(now.getTime() - KEPT_MS));
    const sent = await countCodesSince(tx, address, new Date(now.getTime() - HOUR_MS));
    if (sent >= CODES_PER_ADDRESS) throw tooManyCodes();
    await insertEmailCode(tx, {
      id,
      browserHash: input.browserHash,
      address,
      codeHash: digestCode(keyedDigest, id, deriveCode(keyedDigest, id)),
      personId: actor.kind === 'person' ? actor.personId : null,
      purpose,
      returnTo: keepOwnPath(input.returnTo),
      createdAt: now,
      expiresAt: new Date(now.getTime() + CODE_LIFE_MS),
    });
    await appendAuditEntry(tx, now, {
      actor: actor.kind === 'person' ? actor : system,
      institutionId: null,
      action: 'code.requested',
      subject: { kind: 'email-code', id },
      personId: actor.kind === 'person' ? actor.personId : null,
    });
    await announce(tx, now, {
      institutionId: null,
      topic: 'email-code-requested',
      payload: { codeId: id, language: input.language },
    });
  });
}
