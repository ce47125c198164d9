import type { Tx } from '../../database/index.ts';
import { announce } from '../../platform/jobs/index.ts';
import { notFound, signInNeeded } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry, type PersonActor } from '../audit/index.ts';
import type { Award, Recipient } from './award.ts';
import { addressNotProven, claimedByAnother, offerGone, termsNotAgreed } from './awards.problems.ts';
import { findAward, findRecipient, moveAward, settleRecipient } from './awards.store.ts';
import { findClaimTerms } from './find-claim-terms.ts';
import type { GrantDeps } from './grant-awards.ts';

export type ClaimDeps = Pick<GrantDeps, 'database' | 'clock'>;

/** A name the claimant brings where the issuer wrote none, and who vouches for it. */
export type ClaimantName = { readonly name: string; readonly source: Recipient['nameSource'] };

/**
 * The award becomes theirs. The context shows an award only to those who have proven its address, so a link that
 * was forwarded claims nothing. Pressed twice, or in two windows, it is one claim.
 *
 * @throws Problem 403 when the address is not proven, 409 when someone else holds it, when it was revoked, or when
 *   the institution has terms to which they have not agreed
 */
export async function claimAward(
  deps: ClaimDeps,
  actor: Actor,
  input: { award: string; claimant?: ClaimantName },
): Promise<Award> {
  const person = requirePerson(actor);
  return await deps.database.asPerson(person.personId, async (tx) => {
    const award = await findAward(tx, input.award);
    if (!award) throw addressNotProven();
    const asked = award.state === 'offered' ? await findClaimTerms(tx, award, person.personId) : [];
    if (asked.length > 0) throw termsNotAgreed();
    const now = deps.clock.now();
    const moved = await moveAward(tx, award.id, ['offered'], {
      state: 'claimed',
      personId: person.personId,
      claimedAt: now,
    });
    if (!moved) return await explain(tx, award.id, person);
    const recipient = await findRecipient(tx, award.id);
    const settlesName = input.claimant !== undefined && !recipient?.name;
    await settleRecipient(tx, award.id, {
      personId: person.personId,
      ...(settlesName && input.claimant
        ? { name: input.claimant.name, nameSource: input.claimant.source }
        : {}),
    });
    await record(tx, now, person, award, 'award.claimed');
    await announce(tx, now, {
      institutionId: award.institutionId,
      topic: 'award-claimed',
      payload: { awardId: award.id, nameSettled: settlesName },
    });
    return { ...award, state: 'claimed', personId: person.personId, claimedAt: now };
  });
}

/** The learner does not want it, or it is not theirs. The institution learns which award, and nothing else. */
export async function declineAward(deps: ClaimDeps, actor: Actor, input: { award: string }): Promise<void> {
  const person = requirePerson(actor);
  await deps.database.asPerson(person.personId, async (tx) => {
    const award = await findAward(tx, input.award);
    if (!award) throw addressNotProven();
    const now = deps.clock.now();
    const moved = await moveAward(tx, award.id, ['offered'], {
      state: 'declined',
      personId: person.personId,
      declinedAt: now,
    });
    if (!moved) {
      if (award.state === 'declined') return;
      throw offerGone();
    }
    await settleRecipient(tx, award.id, { personId: person.personId });
    await record(tx, now, person, award, 'award.declined');
  });
}

/** Someone was first: perhaps the same person, in another window. */
async function explain(tx: Tx, id: string, person: PersonActor): Promise<Award> {
  const award = await findAward(tx, id);
  if (!award) throw notFound();
  if (award.state === 'claimed' && award.personId === person.personId) return award;
  throw award.state === 'claimed' ? claimedByAnother() : offerGone();
}

async function record(tx: Tx, at: Date, person: PersonActor, award: Award, action: string): Promise<void> {
  await appendAuditEntry(tx, at, {
    actor: person,
    institutionId: award.institutionId,
    action,
    subject: { kind: 'award', id: award.id },
    personId: person.personId,
  });
}

export function requirePerson(actor: Actor): PersonActor {
  if (actor.kind === 'anonymous') throw signInNeeded();
  if (actor.kind !== 'person') throw notFound();
  return actor;
}
