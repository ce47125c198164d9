import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { microcredential } from '../../../test/support/content.ts';
import { seatWithAddress } from '../../../test/support/seats.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import type { PersonActor } from '../audit/index.ts';
import { claimAward, grantAwards } from '../awards/index.ts';
import { giveFeedback, recordComplaint } from '../feedback/index.ts';
import { permissionsOf, type Role } from '../institutions/index.ts';
import { callReviews } from './call-reviews.ts';
import { listBoard } from './list-board.ts';
import { listPublicChanges } from './list-public-changes.ts';
import { moveDesign } from './move-design.ts';
import { makeReviewPaper } from './papers/make-paper.ts';
import { showReview } from './show-review.ts';

let world: World;
let count = 0;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const staff = (role: Role): PersonActor => ({
  ...world.groningen.reader,
  personId: crypto.randomUUID(),
  permissions: permissionsOf([role]),
});
/** Awarded by the national framework: this one names triggers. */
const publish = () => world.publish(world.groningen.designer, microcredential);

const today = () => world.clock.now().toISOString().slice(0, 10);

async function complain(design: string, times: number): Promise<void> {
  for (let n = 0; n < times; n += 1)
    await recordComplaint(world.deps, world.groningen.administrator, {
      ...{ design, kind: 'assessment', receivedOn: today(), note: '' },
    });
}

/** Complaints of the day of approval were known then. */
const nextDay = () => world.clock.advance(24 * 60 * 60 * 1000);

async function findOnBoard(design: string) {
  const { items } = await listBoard(world.deps, world.groningen.administrator);
  return items.find((item) => item.design === design);
}

async function hearFrom(design: string, times: number, recommend: number): Promise<void> {
  for (let n = 0; n < times; n += 1) {
    const email = `heard-${++count}@example.org`;
    const { rows } = await grantAwards(world.deps, world.groningen.registrar, {
      ...{ design, recipients: [{ email, audience: 'professionals' }] },
    });
    const award = rows[0]?.award ?? '';
    const learner = await world.settleLearner(email);
    await claimAward(world.deps, learner, { award });
    await giveFeedback(world.deps, learner, {
      ...{ award, moment: 'claim', answers: { recommend }, text: '' },
    });
  }
  await world.settle();
}

describe('a review before its day', () => {
  it('is called by the third complaint, once, and the board says why', async () => {
    const design = await publish();
    nextDay();
    await complain(design, 2);
    await callReviews(world.deps);
    expect(await findOnBoard(design)).toMatchObject({ state: 'published', causes: [] });
    await complain(design, 1);
    await callReviews(world.deps);
    await callReviews(world.deps);
    expect(await findOnBoard(design)).toMatchObject({
      state: 'review-due',
      causes: [{ kind: 'complaints', ref: '3' }],
    });
  });

  it('is called by low feedback of five, and by no four', async () => {
    const design = await publish();
    await hearFrom(design, 4, 1);
    await callReviews(world.deps);
    expect((await findOnBoard(design))?.state).toBe('in-use');
    await hearFrom(design, 1, 3);
    await callReviews(world.deps);
    expect(await findOnBoard(design)).toMatchObject({ causes: [{ kind: 'feedback', ref: 'claim:5' }] });
  });

  it('is told by letter to quality officers, with its reason', async () => {
    const { deps, groningen, mailSink } = world;
    await seatWithAddress(world, groningen.institutionId, {
      ...{ role: 'quality-officer', address: 'officer@groningen.example' },
    });
    const design = await publish();
    nextDay();
    await complain(design, 3);
    await callReviews(deps);
    await world.settle();
    const letters = mailSink.listLetters().filter(({ to }) => to.includes('officer@groningen.example'));
    expect(letters).toHaveLength(1);
    expect(letters[0]?.subject).toContain('A review is due');
    const letter = await mailSink.getLetter(letters[0]?.id ?? '');
    expect(letter?.text).toContain('3 complaints');
  });
});

describe('what a review rests on', () => {
  it('is frozen when it begins, and the decision to renew names its digest', async () => {
    const design = await publish();
    await hearFrom(design, 5, 1);
    await callReviews(world.deps);
    const officer = staff('quality-officer');
    await expect(showReview(world.deps, officer, { design })).rejects.toMatchObject({ status: 404 });
    await moveDesign(world.deps, officer, { design, act: 'start-review', reason: '' });
    const review = await showReview(world.deps, officer, { design });
    expect(review.evidence).toMatchObject({
      awards: { granted: 5, claimed: 5, revoked: 0 },
      causes: [{ kind: 'feedback', ref: 'claim:5' }],
      feedback: [{ kind: 'claim', n: 5, lowShare: 1 }],
      conditions: [],
    });
    await hearFrom(design, 10, 3);
    expect((await showReview(world.deps, officer, { design })).digest).toBe(review.digest);
    const chair = staff('committee-chair');
    await moveDesign(world.deps, chair, { design, act: 'renew', reason: 'Weighed.' });
    const [event] = await world.queryAsSuperuser<{ detail: { evidence: string }; body: string }>(
      `SELECT e.detail, x.body FROM quality_events e JOIN quality_evidence x ON x.cycle_id = e.cycle_id
       WHERE e.act = 'renew' ORDER BY e.at DESC LIMIT 1`,
    );
    expect(event?.detail.evidence).toBe(review.digest);
    expect(
      createHash('sha256')
        .update(event?.body ?? '')
        .digest('hex'),
    ).toBe(review.digest);
    await callReviews(world.deps);
    expect((await findOnBoard(design))?.state).toBe('in-use');
  });

  it('is on paper too, where the system can typeset, and hidden from another institution', async () => {
    const design = await publish();
    nextDay();
    await complain(design, 3);
    await callReviews(world.deps);
    const officer = staff('quality-officer');
    await moveDesign(world.deps, officer, { design, act: 'start-review', reason: '' });
    const bytes = await makeReviewPaper(world.deps, officer, { design, language: 'nl' }).catch(
      (error: { code?: string }) => error.code,
    );
    const made =
      typeof bytes === 'string'
        ? bytes
        : Buffer.from(bytes ?? [])
            .subarray(0, 4)
            .toString();
    expect(['%PDF', 'quality/papers-unavailable']).toContain(made);
    const { administrator } = world.oosterdiep;
    await expect(showReview(world.deps, administrator, { design })).rejects.toMatchObject({ status: 404 });
  });
});

describe('the public list of changes', () => {
  it('names versions and reviews, with the next review, and nobody', async () => {
    const design = await publish();
    nextDay();
    await complain(design, 3);
    await callReviews(world.deps);
    const read = () => world.deps.database.asPublic((tx) => listPublicChanges(tx, { design }));
    expect((await read()).changes).toHaveLength(1);
    await moveDesign(world.deps, staff('quality-officer'), { design, act: 'start-review', reason: '' });
    nextDay();
    await moveDesign(world.deps, staff('committee-chair'), { design, act: 'renew', reason: 'Good.' });
    const { changes, nextReview } = await read();
    expect(changes).toMatchObject([
      { kind: 'review', version: 1, nextReview },
      { kind: 'version', version: 1, class: null, parts: [] },
    ]);
    expect(JSON.stringify(changes)).not.toContain('Good.');
  });
});
