import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seat } from '../../../test/support/seats.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import type { PersonActor } from '../audit/index.ts';
import { claimAward, grantAwards } from '../awards/index.ts';
import { publishAward } from '../credentials/index.ts';
import { permissionsOf } from '../institutions/index.ts';
import type { Answers } from './feedback.schema.ts';
import { getOwnFeedback } from './get-own-feedback.ts';
import { giveFeedback, withdrawFeedback } from './give-feedback.ts';
import { giveReading } from './give-reading.ts';
import { leaveRemark } from './leave-remark.ts';
import { scalesOf } from './questions.ts';
import { recordComplaint, replyToFeedback, withdrawReply } from './reply-to-feedback.ts';
import { getDesignFeedback, showFeedback } from './show-feedback.ts';

let world: World;
let count = 0;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

/** Someone who claimed it. */
async function settleHolder(design: string): Promise<{ learner: PersonActor; award: string }> {
  const { deps, groningen } = world;
  const email = `holder-${++count}@example.org`;
  const { rows } = await grantAwards(deps, groningen.registrar, { design, recipients: [{ email }] });
  const award = rows[0]?.award ?? '';
  const learner = await world.settleLearner(email);
  await claimAward(deps, learner, { award });
  return { learner, award };
}

async function say(design: string, answers: Answers, text = '') {
  const holder = await settleHolder(design);
  const { learner, award } = holder;
  await giveFeedback(world.deps, learner, { award, moment: 'claim', answers, text });
  return holder;
}

const readAs = (actor: PersonActor, design: string) => getDesignFeedback(world.deps, actor, { design });

describe('what learners say', () => {
  it('is shown to nobody while there are four, and in numbers from the fifth on', async () => {
    const design = await world.publish(world.groningen.designer);
    for (let n = 0; n < 4; n += 1) await say(design, { 'can.LO1': 4, recommend: 3 }, `Word ${n}`);
    await world.settle();
    const four = await readAs(world.groningen.designer, design);
    expect(four).toMatchObject({ groups: [], texts: [] });
    expect(await showFeedback(world.deps, { design })).toMatchObject({ groups: [] });
    await say(design, { 'can.LO1': 2, recommend: 1 });
    await world.settle();
    const five = await readAs(world.groningen.designer, design);
    expect(five.groups).toEqual([
      {
        ...{ kind: 'claim', n: 5, countedOn: '2026-11-21' },
        figures: [
          { question: 'can.LO1', n: 5, counts: [0, 1, 0, 4] },
          { question: 'recommend', n: 5, counts: [1, 0, 4] },
        ],
      },
    ]);
    expect(five.texts?.map(({ text }) => text)).toEqual(['Word 0', 'Word 1', 'Word 2', 'Word 3']);
    const shown = await showFeedback(world.deps, { design });
    expect(shown.groups).toHaveLength(1);
    expect(JSON.stringify(shown)).not.toContain('Word');
  });

  it('goes below the line again when one of five withdraws', async () => {
    const design = await world.publish(world.groningen.designer);
    const holders = [];
    for (let n = 0; n < 5; n += 1) holders.push(await say(design, { recommend: 3 }));
    await world.settle();
    expect((await showFeedback(world.deps, { design })).groups).toHaveLength(1);
    const [first] = holders;
    if (!first) throw new Error('nobody said anything');
    await withdrawFeedback(world.deps, first.learner, { award: first.award, moment: 'claim' });
    await world.settle();
    expect((await showFeedback(world.deps, { design })).groups).toEqual([]);
  });

  it('is read in words by who makes or judges it, and by no other colleague', async () => {
    const design = await world.publish(world.groningen.designer);
    for (let n = 0; n < 5; n += 1) await say(design, { recommend: 3 }, 'A word.');
    await world.settle();
    expect((await readAs(world.groningen.designer, design)).texts).toHaveLength(5);
    expect(await readAs(world.groningen.reader, design)).toMatchObject({ texts: null, groups: [{ n: 5 }] });
  });

  it('is theirs alone: one answer a moment, changed for thirty days, withdrawn always', async () => {
    const design = await world.publish(world.groningen.designer);
    const { learner, award } = await say(design, { recommend: 3 });
    const other = await world.settleLearner('other-learner@example.org');
    const said = { award, moment: 'claim', answers: { recommend: 1 }, text: '' } as const;
    await expect(giveFeedback(world.deps, other, said)).rejects.toMatchObject({ status: 404 });
    await expect(getOwnFeedback(world.deps, other, { award })).rejects.toMatchObject({ status: 404 });
    await giveFeedback(world.deps, learner, said);
    const own = await getOwnFeedback(world.deps, learner, { award });
    expect(own.given).toMatchObject([{ moment: 'claim', answers: { recommend: 1 }, mayChange: true }]);
    world.clock.advance(31 * 24 * 60 * 60 * 1000);
    await expect(giveFeedback(world.deps, learner, said)).rejects.toMatchObject({
      code: 'feedback/not-the-moment',
    });
    await withdrawFeedback(world.deps, learner, { award, moment: 'claim' });
    expect((await getOwnFeedback(world.deps, learner, { award })).given).toEqual([]);
    world.clock.advance(-31 * 24 * 60 * 60 * 1000);
  });

  it('is said once by whoever presses twice, learner or colleague', async () => {
    const design = await world.publish(world.groningen.designer);
    const { learner, award } = await settleHolder(design);
    const said = { award, moment: 'claim', answers: { recommend: 3 }, text: '' } as const;
    const press = () => giveFeedback(world.deps, learner, said);
    expect((await Promise.allSettled([press(), press(), press()])).map(({ status }) => status)).toEqual(
      Array.from({ length: 3 }, () => 'fulfilled'),
    );
    expect((await getOwnFeedback(world.deps, learner, { award })).given).toHaveLength(1);
    const peer = await seat(world.deps, world.groningen.institutionId, 'content-peer');
    const [question = ''] = scalesOf('peer', []).keys();
    const read = () => giveReading(world.deps, peer, { design, answers: { [question]: 1 }, text: '' });
    expect((await Promise.allSettled([read(), read(), read()])).map(({ status }) => status)).toEqual(
      Array.from({ length: 3 }, () => 'fulfilled'),
    );
    const [row] = await world.queryAsSuperuser<{ n: number }>(
      `SELECT count(*)::integer AS n FROM feedback_answers WHERE person_id = '${peer.personId}'`,
    );
    expect(row?.n).toBe(1);
  });

  it('answers what was asked, within its scale', async () => {
    const design = await world.publish(world.groningen.designer);
    const { learner, award } = await settleHolder(design);
    const give = (answers: Answers) =>
      giveFeedback(world.deps, learner, { award, moment: 'claim', answers, text: '' });
    await expect(give({ 'can.LO9': 1 })).rejects.toMatchObject({ code: 'feedback/answers-stray' });
    await expect(give({ recommend: 4 })).rejects.toMatchObject({ code: 'feedback/answers-stray' });
    await expect(give({})).rejects.toMatchObject({ code: 'feedback/nothing-said' });
  });

  it('leaves no line in the trail of the institution that says who spoke', async () => {
    const design = await world.publish(world.groningen.designer);
    const { learner } = await say(design, { recommend: 2 });
    const rows = await world.queryAsSuperuser<{ institution_id: string | null; detail: object }>(
      "SELECT institution_id, detail FROM audit_entries WHERE action = 'feedback.given' AND person_id = $1",
      [learner.personId],
    );
    expect(rows).toEqual([{ institution_id: null, detail: {} }]);
  });
});

describe('the wall', () => {
  it('opens no answer to staff, and takes no number of fewer than five', async () => {
    const design = await world.publish(world.groningen.designer);
    await say(design, { recommend: 3 });
    const { deps, groningen } = world;
    await expect(
      deps.database.asInstitution(groningen.institutionId, (tx) =>
        tx.selectFrom('feedbackAnswers').select('id').execute(),
      ),
    ).rejects.toMatchObject({ code: '42501' });
    const [row] = await world.queryAsSuperuser<{ version_id: string; design_id: string }>(
      'SELECT version_id, design_id FROM feedback_answers ORDER BY id DESC LIMIT 1',
    );
    await expect(
      deps.database.asWorker(groningen.institutionId, (tx) =>
        tx
          .insertInto('feedbackFigures')
          .values({
            ...{ versionId: row?.version_id ?? '', designId: row?.design_id ?? '', kind: 'claim', n: 4 },
            ...{ institutionId: groningen.institutionId, figures: '[]', countedOn: '2026-11-21' },
          })
          .execute(),
      ),
    ).rejects.toMatchObject({ code: '23514' });
  });

  it('hides a design of another institution, and lets it write nothing there', async () => {
    const design = await world.publish(world.groningen.designer);
    const { deps, oosterdiep } = world;
    const { administrator } = oosterdiep;
    const words = { en: 'x', nl: '' };
    for (const attempt of [
      () => readAs(administrator, design),
      () => giveReading(deps, administrator, { design, answers: { level: 4 }, text: '' }),
      () => replyToFeedback(deps, administrator, { design, said: words, did: words }),
      () =>
        recordComplaint(deps, administrator, { design, kind: 'other', receivedOn: '2026-11-20', note: '' }),
    ])
      await expect(attempt()).rejects.toMatchObject({ status: 404 });
    const rows = await deps.database.asWorker(oosterdiep.institutionId, (tx) =>
      tx.selectFrom('feedbackAnswers').select('id').execute(),
    );
    expect(rows).toEqual([]);
  });
});

describe('what a reader of a credential says', () => {
  it('is kept with the version and without the award', async () => {
    const { deps } = world;
    const design = await world.publish(world.groningen.designer);
    const { learner, award } = await settleHolder(design);
    const remark = { answers: { useful: 3 }, text: 'Clear.', organisation: 'Waterworks' };
    const [row] = await world.queryAsSuperuser<{ public_id: string }>(
      'SELECT public_id FROM awards WHERE id = $1',
      [award],
    );
    const credential = row?.public_id ?? '';
    await expect(leaveRemark(deps, { credential, ...remark })).rejects.toMatchObject({ status: 404 });
    const choice = { showName: true, showResult: false, showEvidence: false, olderPlatforms: false };
    await publishAward(deps, learner, { award, choice });
    await leaveRemark(deps, { credential, ...remark });
    expect(
      await world.queryAsSuperuser(
        "SELECT award_id, person_id, organisation FROM feedback_answers WHERE kind = 'employer'",
      ),
    ).toEqual([{ award_id: null, person_id: null, organisation: 'Waterworks' }]);
    await expect(
      leaveRemark(deps, { credential, ...remark, answers: { recommend: 1 } }),
    ).rejects.toMatchObject({ code: 'feedback/answers-stray' });
    for (let n = 1; n < 20; n += 1) await leaveRemark(deps, { credential, ...remark });
    await expect(leaveRemark(deps, { credential, ...remark })).rejects.toMatchObject({ status: 429 });
  });
});

describe('what staff add', () => {
  it('a reply stands on the page until it is withdrawn, in the languages in which it is whole', async () => {
    const { deps, groningen } = world;
    const design = await world.publish(groningen.designer);
    const { id } = await replyToFeedback(deps, groningen.designer, {
      design,
      said: { en: 'Too much reading.', nl: 'Te veel lezen.' },
      did: { en: 'One text less.', nl: '' },
    });
    expect((await showFeedback(deps, { design })).replies).toEqual([
      { id, said: { en: 'Too much reading.' }, did: { en: 'One text less.' }, on: '2026-11-21' },
    ]);
    await expect(
      replyToFeedback(deps, groningen.designer, {
        ...{ design, said: { en: 'x', nl: '' }, did: { en: '', nl: 'y' } },
      }),
    ).rejects.toMatchObject({ code: 'feedback/reply-empty' });
    await withdrawReply(deps, groningen.designer, { design, reply: id });
    expect((await showFeedback(deps, { design })).replies).toEqual([]);
  });

  it('a peer reads once a version, and changes that reading; the public reads none', async () => {
    const { deps, groningen } = world;
    const design = await world.publish(groningen.designer);
    const peer = { ...groningen.reader, permissions: permissionsOf(['content-peer']) };
    await giveReading(deps, peer, { design, answers: { level: 2 }, text: '' });
    await giveReading(deps, peer, { design, answers: { level: 3 }, text: 'Sound.' });
    expect((await readAs(peer, design)).ownReading).toEqual({ answers: { level: 3 }, text: 'Sound.' });
    const maker = { ...groningen.designer, permissions: permissionsOf(['content-peer']) };
    await expect(giveReading(deps, maker, { design, answers: { level: 4 }, text: '' })).rejects.toMatchObject(
      { code: 'feedback/own-design' },
    );
    expect((await readAs(maker, design)).may).toEqual([]);
    await expect(
      giveReading(deps, groningen.reader, { design, answers: { level: 3 }, text: '' }),
    ).rejects.toMatchObject({ status: 403 });
  });

  it('a complaint is recorded by quality officers, about a day that has been', async () => {
    const { deps, groningen } = world;
    const design = await world.publish(groningen.designer);
    const complaint = { design, kind: 'assessment', note: 'Graded late.' } as const;
    await recordComplaint(deps, groningen.administrator, { ...complaint, receivedOn: '2026-11-20' });
    expect((await readAs(groningen.administrator, design)).complaints).toMatchObject([
      { kind: 'assessment', receivedOn: '2026-11-20', note: 'Graded late.' },
    ]);
    await expect(
      recordComplaint(deps, groningen.administrator, { ...complaint, receivedOn: '2026-11-22' }),
    ).rejects.toMatchObject({ code: 'feedback/received-later' });
    await expect(
      recordComplaint(deps, groningen.designer, { ...complaint, receivedOn: '2026-11-20' }),
    ).rejects.toMatchObject({ status: 403 });
  });
});
