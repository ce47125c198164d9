import type { Database } from '../../database/index.ts';
import {
  type Compression,
  type Crypto,
  composeStatusList,
  createStatusBits,
  encodeStatusBits,
  secureWithDataIntegrity,
} from '../../formats/index.ts';
import { type Clock, formatInstant } from '../../platform/clock.ts';
import { notFound } from '../../platform/problem.ts';
import { findIssuer } from '../institutions/index.ts';
import type { GetSigner } from '../keys/index.ts';
import {
  findPublishedList,
  listSetIndexes,
  listStatusLists,
  lockList,
  saveSignedList,
} from './status.store.ts';

export type PublishStatusDeps = {
  readonly database: Database;
  readonly clock: Clock;
  readonly crypto: Crypto;
  readonly compression: Pick<Compression, 'gzip'>;
  readonly getSigner: GetSigner;
};

/** How long a reader may keep the list, in milliseconds (DECISIONS 19). */
export const LIST_TTL_MS = 60_000;

/** Signs the list as it stands now. The row is locked, so that a slower signature never replaces a later one. */
export async function publishStatusList(
  deps: PublishStatusDeps,
  institutionId: string,
  input: { listId: string },
): Promise<string> {
  return await deps.database.asWorker(institutionId, async (tx) => {
    const list = await lockList(tx, { id: input.listId });
    const issuer = list && (await findIssuer(tx, { id: list.issuerId }));
    if (!list || !issuer) throw notFound();
    const signer = await deps.getSigner(tx, issuer, 'status');
    const now = deps.clock.now();
    const bits = createStatusBits(list.size);
    for (const index of await listSetIndexes(tx, list.id))
      bits[index >>> 3] = (bits[index >>> 3] ?? 0) | (0x80 >>> (index & 7));
    const document = composeStatusList({
      id: list.url,
      issuer: issuer.did,
      purpose: 'revocation',
      encodedList: await encodeStatusBits(deps.compression, bits),
      validFrom: formatInstant(now),
      ttl: LIST_TTL_MS,
    });
    const signed = JSON.stringify(
      await secureWithDataIntegrity(document, { signer, crypto: deps.crypto, created: formatInstant(now) }),
    );
    await saveSignedList(tx, list.id, signed, now);
    return signed;
  });
}

/** All lists of an issuer anew: what a stolen key signed says nothing any more. */
export async function republishStatusLists(
  deps: PublishStatusDeps,
  institutionId: string,
  input: { readonly issuerId: string },
): Promise<void> {
  const lists = await deps.database.asWorker(institutionId, (tx) => listStatusLists(tx, input.issuerId));
  for (const { id: listId } of lists) await publishStatusList(deps, institutionId, { listId });
}

/** The signed list for anyone; signed now when no one has asked before. Undefined: there is no such list. */
export async function readStatusList(
  deps: PublishStatusDeps,
  publicId: string,
): Promise<{ document: string; signedAt: Date } | undefined> {
  const list = await deps.database.readPublic((tx) => findPublishedList(tx, publicId));
  if (!list) return undefined;
  if (list.document && list.signedAt) return { document: list.document, signedAt: list.signedAt };
  return {
    document: await publishStatusList(deps, list.institutionId, { listId: list.id }),
    signedAt: deps.clock.now(),
  };
}
