import { randomUUID } from 'node:crypto';
import type { Database } from '../../database/index.ts';
import type { Clock } from '../../platform/clock.ts';
import { createUuid } from '../../platform/ids.ts';
import { announce } from '../../platform/jobs/index.ts';
import { notFound, Problem } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { type Award, findRecipient, lockAward, requirePerson } from '../awards/index.ts';
import {
  deleteDocuments,
  deletePublication,
  findPublication,
  insertConsent,
  savePublication,
} from './credentials.store.ts';
import { type IssueDeps, issuePublicEdition } from './issue-credentials.ts';

export type PublishChoice = {
  readonly showName: boolean;
  readonly showResult: boolean;
  readonly showEvidence: boolean;
  /** Also as Open Badges 2.0, which publishes a salted hash of the e-mail address (DECISIONS 10). */
  readonly olderPlatforms: boolean;
};

type ConsentDeps = { readonly database: Database; readonly clock: Clock };

/**
 * The learner's consent, written first; then what they chose is signed anew and replaces what stood there. Should
 * the signing fail, the reaction to the announcement does it: until then strangers see nothing.
 */
export async function publishAward(
  deps: IssueDeps,
  actor: Actor,
  input: { award: string; choice: PublishChoice },
): Promise<Award> {
  const award = await consent(deps, actor, input);
  await issuePublicEdition(deps, award.institutionId, { awardId: award.id });
  return award;
}

async function consent(
  deps: ConsentDeps,
  actor: Actor,
  { award: awardId, choice }: { award: string; choice: PublishChoice },
): Promise<Award> {
  const person = requirePerson(actor);
  return await deps.database.asPerson(person.personId, async (tx) => {
    const award = await lockAward(tx, awardId);
    if (award?.personId !== person.personId) throw notFound();
    if (award.state !== 'claimed' && award.state !== 'revoked') throw notClaimed();
    const recipient = await findRecipient(tx, award.id);
    const now = deps.clock.now();
    const shown = await findPublication(tx, award.id);
    await deleteDocuments(tx, award.id, 'public');
    await insertConsent(tx, {
      ...choice,
      id: createUuid(),
      personId: person.personId,
      awardId: award.id,
      act: shown ? 'changed' : 'given',
      at: now,
    });
    await savePublication(tx, {
      ...choice,
      awardId: award.id,
      personId: person.personId,
      nameSource: recipient?.nameSource ?? 'issuer',
      revision: randomUUID(),
      publishedAt: now,
    });
    await appendAuditEntry(tx, now, {
      actor: person,
      institutionId: null,
      action: 'award.published',
      subject: { kind: 'award', id: award.id },
      personId: person.personId,
      detail: { ...choice },
    });
    await announce(tx, now, {
      institutionId: award.institutionId,
      topic: 'publication-changed',
      payload: { awardId: award.id },
    });
    return award;
  });
}

/**
 * Private again: the bytes are gone, and every public address answers as if there had never been anything. The award
 * is locked, as it is while it is signed, so that no slower signature writes a document after this.
 */
export async function withdrawPublication(
  deps: ConsentDeps,
  actor: Actor,
  input: { award: string },
): Promise<void> {
  const person = requirePerson(actor);
  await deps.database.asPerson(person.personId, async (tx) => {
    const award = await lockAward(tx, input.award);
    if (award?.personId !== person.personId) throw notFound();
    const shown = await findPublication(tx, award.id);
    await deleteDocuments(tx, award.id, 'public');
    if (!shown || !(await deletePublication(tx, award.id))) return;
    const now = deps.clock.now();
    const { showName, showResult, showEvidence, olderPlatforms } = shown;
    await insertConsent(tx, {
      ...{ showName, showResult, showEvidence, olderPlatforms },
      id: createUuid(),
      personId: person.personId,
      awardId: award.id,
      act: 'withdrawn',
      at: now,
    });
    await appendAuditEntry(tx, now, {
      actor: person,
      institutionId: null,
      action: 'award.withdrawn',
      subject: { kind: 'award', id: award.id },
      personId: person.personId,
    });
  });
}

function notClaimed(): Problem {
  return new Problem({
    status: 409,
    code: 'credentials/not-claimed',
    title: 'Claim it first.',
    detail: 'Only what you have claimed can be shared.',
  });
}
