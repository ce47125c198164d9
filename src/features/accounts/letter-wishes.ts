import type { Database, Tx } from '../../database/index.ts';
import type { Clock } from '../../platform/clock.ts';
import { createUuid } from '../../platform/ids.ts';
import { notFound } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry, system } from '../audit/index.ts';
import { listAddressRows } from './accounts.store.ts';
import type { KeyedDigest } from './email-code.ts';
import { requirePersonActor } from './get-account.ts';
import { digestOfAddress, readLetterToken } from './letter-link.ts';
import { deleteWish, insertWish, listWishes } from './letter-wishes.store.ts';
import type { LetterChange, LetterWishesView, OwnLettersView } from './letters.schema.ts';
import type { FindInstitution, FindInstitutionBySlug } from './provider.ts';

export type LetterWishDeps = {
  readonly database: Database;
  readonly clock: Clock;
  readonly keyedDigest: KeyedDigest;
  readonly findInstitution: FindInstitution;
  readonly findInstitutionBySlug: FindInstitutionBySlug;
};

/** What the link of a letter opens. It does not say which address: the link is passed on with the letter. */
export async function getLetterWishes(
  deps: LetterWishDeps,
  input: { readonly token: string; readonly from: string | null },
): Promise<LetterWishesView> {
  const digest = readLetterToken(deps.keyedDigest, input.token);
  if (!digest) throw notFound();
  return await deps.database.asDoorkeeper(async (tx) => {
    const from = input.from === null ? undefined : await deps.findInstitutionBySlug(tx, input.from);
    return {
      from: from ? { slug: from.slug, name: { ...from.name } } : null,
      ...(await presentWishes(deps, tx, digest)),
    };
  });
}

export async function changeWishByLink(
  deps: LetterWishDeps,
  input: LetterChange & { readonly token: string },
): Promise<void> {
  const digest = readLetterToken(deps.keyedDigest, input.token);
  if (!digest) throw notFound();
  await changeWish(deps, system, digest, input);
}

export async function getOwnLetterWishes(deps: LetterWishDeps, actor: Actor): Promise<OwnLettersView> {
  const { personId } = requirePersonActor(actor);
  const own = await deps.database.asPerson(personId, (tx) => listAddressRows(tx, personId));
  return await deps.database.asDoorkeeper(async (tx) => ({
    addresses: await Promise.all(
      own.map(async ({ id, address }) => ({
        id,
        ...(await presentWishes(deps, tx, digestOfAddress(deps.keyedDigest, address))),
      })),
    ),
  }));
}

/** Of an address that the actor has proven. @throws Problem 404 for anyone else's */
export async function changeOwnWish(
  deps: LetterWishDeps,
  actor: Actor,
  input: LetterChange & { readonly id: string },
): Promise<void> {
  const person = requirePersonActor(actor);
  const { personId } = person;
  const own = await deps.database.asPerson(personId, (tx) => listAddressRows(tx, personId));
  const row = own.find(({ id }) => id === input.id);
  if (!row) throw notFound();
  await changeWish(deps, person, digestOfAddress(deps.keyedDigest, row.address), input);
}

/** Wishing twice, or taking back what was not wished, changes nothing and is told nowhere. */
async function changeWish(
  deps: LetterWishDeps,
  actor: Exclude<Actor, { kind: 'anonymous' }>,
  addressDigest: Buffer,
  input: LetterChange,
): Promise<void> {
  await deps.database.asDoorkeeper(async (tx) => {
    const institution = input.from === null ? null : await deps.findInstitutionBySlug(tx, input.from);
    if (institution === undefined) throw notFound();
    const institutionId = institution?.id ?? null;
    const now = deps.clock.now();
    const standing = (await listWishes(tx, addressDigest)).find((one) => one.institutionId === institutionId);
    const id = standing?.id ?? createUuid();
    const isChanged =
      input.wish === 'none'
        ? await insertWish(tx, { id, addressDigest, institutionId, wishedAt: now })
        : await deleteWish(tx, id);
    if (!isChanged) return;
    await appendAuditEntry(tx, now, {
      actor,
      institutionId,
      action: input.wish === 'none' ? 'letters.stopped' : 'letters.resumed',
      subject: { kind: 'letters', id },
      personId: actor.kind === 'person' ? actor.personId : null,
    });
  });
}

async function presentWishes(
  deps: LetterWishDeps,
  tx: Tx,
  addressDigest: Buffer,
): Promise<Pick<LetterWishesView, 'none' | 'noneFrom'>> {
  const wishes = await listWishes(tx, addressDigest);
  const institutions = await Promise.all(
    wishes.flatMap(({ institutionId }) => (institutionId ? [deps.findInstitution(tx, institutionId)] : [])),
  );
  return {
    none: wishes.some(({ institutionId }) => institutionId === null),
    noneFrom: institutions.flatMap((one) => (one ? [{ slug: one.slug, name: { ...one.name } }] : [])),
  };
}
