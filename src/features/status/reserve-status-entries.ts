import { createHmac, createSecretKey, randomBytes } from 'node:crypto';
import type { Tx } from '../../database/index.ts';
import type { Clock } from '../../platform/clock.ts';
import { createPublicId } from '../../platform/crypto/index.ts';
import { createUuid } from '../../platform/ids.ts';
import {
  insertEntries,
  insertList,
  listEntries,
  lockOpenList,
  type OpenList,
  type StatusEntry,
} from './status.store.ts';
import { LIST_SIZE, permuteIndex } from './status-index.ts';

export type ReserveDeps = { readonly clock: Clock; readonly publicUrl: string };

export type Reservation = {
  readonly issuer: { readonly id: string; readonly institutionId: string };
  readonly awardIds: readonly string[];
  /** Editions that share one entry: `core` for holder and public (DECISIONS 7, 19). */
  readonly editionGroup: string;
};

/** One entry an award and edition group; asked again it answers the same. In block, in the caller's transaction. */
export async function reserveStatusEntries(
  deps: ReserveDeps,
  tx: Tx,
  input: Reservation,
): Promise<StatusEntry[]> {
  if (input.awardIds.length === 0) return [];
  const known = await listEntries(tx, input.awardIds, input.editionGroup);
  const taken = new Set(known.map((entry) => entry.awardId));
  const waiting = input.awardIds.filter((id) => !taken.has(id));
  const fresh: StatusEntry[] = [];
  while (waiting.length > 0) {
    const list = (await lockOpenList(tx, input.issuer.id)) ?? (await openList(deps, tx, input.issuer));
    const block = waiting.splice(0, list.size - list.reserved);
    fresh.push(...(await reserveBlock(tx, list, block, input)));
  }
  return [...known, ...fresh];
}

async function reserveBlock(
  tx: Tx,
  list: OpenList,
  awardIds: readonly string[],
  input: Reservation,
): Promise<StatusEntry[]> {
  // A key that is read once, not for each of eight rounds of each entry.
  const key = createSecretKey(list.seed);
  const keyed = (message: Uint8Array) => createHmac('sha256', key).update(message).digest();
  const entries = awardIds.map((awardId, offset) => ({
    awardId,
    list: list.url,
    index: permuteIndex(list.reserved + offset, keyed),
  }));
  await insertEntries(
    tx,
    list.id,
    list.reserved + awardIds.length,
    entries.map(({ awardId, index }) => ({
      listId: list.id,
      index,
      institutionId: input.issuer.institutionId,
      awardId,
      editionGroup: input.editionGroup,
    })),
  );
  return entries;
}

async function openList(deps: ReserveDeps, tx: Tx, issuer: Reservation['issuer']): Promise<OpenList> {
  const publicId = createPublicId();
  const list = {
    id: createUuid(),
    url: `${deps.publicUrl}/status/${publicId}`,
    seed: randomBytes(32),
    reserved: 0,
    size: LIST_SIZE,
  };
  await insertList(tx, {
    ...list,
    institutionId: issuer.institutionId,
    issuerId: issuer.id,
    publicId,
    purpose: 'revocation',
    createdAt: deps.clock.now(),
  });
  return list;
}
