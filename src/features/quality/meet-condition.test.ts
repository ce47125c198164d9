import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approveDesign } from '../../../test/support/approve.ts';
import { microcredential } from '../../../test/support/content.ts';
import { seat } from '../../../test/support/seats.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import type { PersonActor } from '../audit/index.ts';
import { grantAwards } from '../awards/index.ts';
import { createDesign, publishDesign } from '../designs/index.ts';
import { adoptPack } from './adopt-pack.ts';
import { meetCondition } from './meet-condition.ts';

let world: World;
let expert: PersonActor;
beforeAll(async () => {
  world = await openWorld();
  expert = await seat(world.deps, world.groningen.institutionId, 'education-expert');
});
afterAll(() => world?.close());

const CONDITIONS = [
  { text: 'Name a second examiner', owner: 'Programme owner', due: '2026-12-10' },
  { text: 'Publish the rubric', owner: 'Teacher', due: '2027-02-01' },
];

async function approveOnConditions(): Promise<string> {
  const { deps, groningen } = world;
  const { id } = await createDesign(deps, groningen.designer, {
    ...{ kind: 'microcredential', unit: 'philosophy', title: microcredential.title },
    ...{ content: microcredential, defaultLanguage: microcredential.defaultLanguage },
  });
  await approveDesign(deps, groningen.designer, id, {
    outcome: 'approved-conditional',
    conditions: CONDITIONS,
  });
  return id;
}

const tickOff = (design: string, condition: number, actor = expert) =>
  meetCondition(world.deps, actor, { design, condition, shown: 'Seen in the assessment plan.' });
const publish = (design: string) =>
  publishDesign(world.deps, world.groningen.designer, { design, revision: 1 });
let learners = 0;
const grant = (design: string) => {
  learners += 1;
  const recipients = [{ email: `learner${learners}@example.org`, audience: 'professionals' }];
  return grantAwards(world.deps, world.groningen.registrar, { design, recipients });
};
const cycleOf = async (design: string) =>
  (
    await world.queryAsSuperuser<{ state: string; stops_on: string }>(
      'SELECT state, stops_on::text FROM quality_cycles c JOIN designs d ON d.id = c.design_id WHERE d.public_id = $1',
      [design],
    )
  )[0];

describe('conditions under rules that publish nothing before they are met', () => {
  it('are ticked off one by one by an expert, and the last one makes it an approval', async () => {
    const design = await approveOnConditions();
    await expect(publish(design)).rejects.toMatchObject({ code: 'quality/conditions-open' });
    await tickOff(design, 0);
    expect(await cycleOf(design)).toMatchObject({ state: 'approved-conditional', stops_on: '2027-02-02' });
    await expect(publish(design)).rejects.toMatchObject({ code: 'quality/conditions-open' });
    await tickOff(design, 1);
    expect(await cycleOf(design)).toMatchObject({ state: 'approved' });
    await publish(design);
    expect((await cycleOf(design))?.state).toBe('published');
  });

  it('are not ticked off by a maker, twice, or where there are none', async () => {
    const { deps, groningen } = world;
    const design = await approveOnConditions();
    const maker = { ...groningen.designer, permissions: expert.permissions };
    await expect(tickOff(design, 0, maker)).rejects.toMatchObject({ code: 'quality/own-work' });
    await expect(tickOff(design, 0, groningen.reader)).rejects.toMatchObject({ status: 403 });
    await expect(tickOff(design, 7)).rejects.toMatchObject({ status: 404 });
    await tickOff(design, 0);
    await expect(tickOff(design, 0)).rejects.toMatchObject({ code: 'quality/not-now' });
    const { id: without } = await createDesign(deps, groningen.designer, {
      ...{ kind: 'microcredential', unit: 'philosophy', title: microcredential.title },
      ...{ content: microcredential, defaultLanguage: microcredential.defaultLanguage },
    });
    await expect(tickOff(without, 0)).rejects.toMatchObject({ code: 'quality/not-now' });
  });

  it('are out of reach for the expert of another institution', async () => {
    const design = await approveOnConditions();
    const stranger = await seat(world.deps, world.oosterdiep.institutionId, 'education-expert');
    await expect(tickOff(design, 0, stranger)).rejects.toMatchObject({ status: 404 });
  });

  it('that are ticked off by two at once are each ticked off once', async () => {
    const design = await approveOnConditions();
    const both = await Promise.allSettled([tickOff(design, 0), tickOff(design, 0), tickOff(design, 1)]);
    expect(both.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    expect((await cycleOf(design))?.state).toBe('approved');
    const ticked = await world.queryAsSuperuser<{ n: number }>(
      `SELECT count(*)::int AS n FROM audit_entries WHERE action = 'quality.condition-met' AND subject_id = (
        SELECT id FROM designs WHERE public_id = $1)`,
      [design],
    );
    expect(ticked[0]?.n).toBe(2);
  });
});

describe('conditions under rules that publish while they are open', () => {
  it('stop awarding when their day has passed, and no longer once they are met', async () => {
    const { deps, groningen, clock } = world;
    const officer = await seat(deps, groningen.institutionId, 'quality-officer');
    await adoptPack(deps, officer, { kind: 'microcredential', pack: 'rug-mc' });
    const design = await approveOnConditions();
    await publish(design);
    expect((await grant(design)).rows[0]?.fate).toBe('issued');
    clock.set('2026-12-11T09:00:00Z');
    await expect(grant(design)).rejects.toMatchObject({ detail: 'conditions-overdue' });
    await tickOff(design, 0);
    expect((await grant(design)).rows[0]?.fate).toBe('issued');
    clock.set('2027-02-03T09:00:00Z');
    await expect(grant(design)).rejects.toMatchObject({ detail: 'conditions-overdue' });
    await tickOff(design, 1);
    expect((await grant(design)).rows[0]?.fate).toBe('issued');
  });
});
