import type { Tx } from '../../database/index.ts';
import type { Text } from '../../formats/index.ts';
import { signInNeeded } from '../../platform/problem.ts';
import type { Actor } from '../audit/index.ts';
import { mergeOfferGone } from './accounts.problems.ts';
import { findPerson } from './accounts.store.ts';
import { keyOf, type MergeDeps } from './merge-accounts.ts';
import { findMergeOffer } from './merge-offers.store.ts';
import type { FindInstitution, ListRights } from './provider.ts';
import { countOwn } from './rebind.store.ts';

export type MergeOfferDeps = Pick<MergeDeps, 'database' | 'clock'> & {
  readonly listRights: ListRights;
  readonly findInstitution: FindInstitution;
  /** How many badges stand in a person's name. */
  readonly countAwards: (tx: Tx, personId: string) => Promise<number>;
};

export type MergeOfferView = {
  readonly myName: string;
  readonly otherName: string;
  readonly until: Date;
  readonly moves: {
    readonly badges: number;
    readonly identities: number;
    readonly addresses: number;
    readonly passkeys: number;
    /** Where the other account has a role. */
    readonly institutions: readonly Text[];
  };
};

/** What would move, for whoever has just proven both accounts. */
export async function getMergeOffer(
  deps: MergeOfferDeps,
  actor: Actor,
  input: { readonly browserHash: Buffer | undefined },
): Promise<MergeOfferView> {
  if (actor.kind !== 'person') throw signInNeeded();
  const now = deps.clock.now();
  const key = keyOf(actor, input.browserHash);
  const offer = await deps.database.asDoorkeeper((tx) => findMergeOffer(tx, key, now));
  if (!offer) throw mergeOfferGone();
  const { personId: survivor, otherPersonId: other } = offer;
  return await deps.database.asCustodian({ person: other, survivor }, async (tx) => {
    const [mine, theirs] = [await findPerson(tx, survivor), await findPerson(tx, other)];
    if (!mine || !theirs) throw mergeOfferGone();
    const institutions: Text[] = [];
    for (const { institutionId } of await deps.listRights(tx, other, now)) {
      const institution = await deps.findInstitution(tx, institutionId);
      if (institution) institutions.push(institution.name);
    }
    return {
      myName: mine.name,
      otherName: theirs.name,
      until: offer.expiresAt,
      moves: { badges: await deps.countAwards(tx, other), ...(await countOwn(tx, other)), institutions },
    };
  });
}
