import type { Database, Tx } from '../../database/index.ts';
import type { Clock } from '../../platform/clock.ts';
import { createUuid } from '../../platform/ids.ts';
import { type Actor, appendAuditEntry, type PersonActor } from '../audit/index.ts';
import { mergeOfferGone } from './accounts.problems.ts';
import { type Person, updatePerson } from './accounts.store.ts';
import { findMergeOffer, type OfferKey, takeMergeOffer } from './merge-offers.store.ts';
import { insertNameChange } from './name-changes.store.ts';
import type { RebindPerson } from './provider.ts';
import { lockPeople, markMerged } from './rebind.store.ts';
import { requireFreshProof } from './require-fresh-proof.ts';
import { type OwnFactorDeps, requireOwnFactor } from './require-own-factor.ts';
import { findSessionById } from './sessions.store.ts';
import { tellPerson } from './tell-person.ts';

export type MergeDeps = OwnFactorDeps & {
  readonly database: Database;
  readonly clock: Clock;
  /** Moves what every room keeps of a person. */
  readonly rebindPerson: RebindPerson;
};

/**
 * Two accounts of one person become one, which is the one that is signed in. Both were proven: the other when the offer
 * was made, at most ten minutes ago, in this browser and session; this one at most ten minutes ago too. Nothing is
 * signed anew and no address of a badge changes (DECISIONS 8, 22).
 *
 * @throws Problem 403 without a fresh proof, 409 without a standing offer
 */
export async function mergeAccounts(
  deps: MergeDeps,
  actor: Actor,
  input: { readonly name: 'mine' | 'other'; readonly browserHash: Buffer | undefined },
): Promise<void> {
  const person = requireFreshProof(deps, actor);
  const now = deps.clock.now();
  const key = keyOf(person, input.browserHash);
  const offer = await deps.database.asDoorkeeper(async (tx) => {
    const found = await findMergeOffer(tx, key, now);
    const session = found && (await findSessionById(tx, found.sessionId));
    if (session) await requireOwnFactor(deps, tx, session);
    return found;
  });
  if (!offer) throw mergeOfferGone();
  const { personId: survivor, otherPersonId: other } = offer;
  await deps.database.asCustodian({ person: other, survivor }, async (tx) => {
    const people = await lockPeople(tx, [survivor, other]);
    const mine = people.find(({ id }) => id === survivor);
    const theirs = people.find(({ id }) => id === other);
    if (!(await takeMergeOffer(tx, key, now)) || !isStanding(mine) || !isStanding(theirs))
      throw mergeOfferGone();
    await deps.rebindPerson(tx, other, survivor);
    await settleName(tx, now, { mine, theirs, keeps: input.name });
    await markMerged(tx, other, survivor);
    await tellPerson(tx, now, { personId: survivor, change: 'accounts-merged' });
    for (const personId of [survivor, other])
      await appendAuditEntry(tx, now, {
        actor: person,
        institutionId: null,
        action: personId === survivor ? 'account.merged' : 'account.merged-away',
        subject: { kind: 'person', id: personId === survivor ? other : survivor },
        personId,
      });
  });
}

export function keyOf(person: PersonActor, browserHash: Buffer | undefined): OfferKey {
  if (!browserHash || !person.sessionId) throw mergeOfferGone();
  return { sessionId: person.sessionId, browserHash, personId: person.personId };
}

function isStanding(person: Person | undefined): person is Person {
  return person !== undefined && person.mergedInto === null;
}

/** The name that goes is kept in the history, where only they read it. */
async function settleName(
  tx: Tx,
  at: Date,
  names: { readonly mine: Person; readonly theirs: Person; readonly keeps: 'mine' | 'other' },
): Promise<void> {
  const { mine, theirs } = names;
  const [kept, gone] = names.keeps === 'mine' ? [mine.name, theirs.name] : [theirs.name, mine.name];
  if (kept === gone) return;
  await updatePerson(tx, mine.id, { name: kept });
  await insertNameChange(tx, {
    ...{ id: createUuid(), personId: mine.id, oldName: gone, newName: kept, source: 'merge', at },
  });
}
