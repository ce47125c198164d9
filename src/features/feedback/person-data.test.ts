import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../test/support/world.ts';
import type { PersonActor } from '../audit/index.ts';
import { claimAward, grantAwards } from '../awards/index.ts';
import { permissionsOf } from '../institutions/index.ts';
import { giveFeedback } from './give-feedback.ts';
import { giveReading } from './give-reading.ts';
import { erasePerson, exportPerson, rebindPerson } from './person-data.ts';

let world: World;
let design: string;
let learner: PersonActor;
beforeAll(async () => {
  world = await openWorld();
  const { deps, groningen } = world;
  design = await world.publish(groningen.designer);
  const { rows } = await grantAwards(deps, groningen.registrar, {
    ...{ design, recipients: [{ email: 'speaker@example.org' }] },
  });
  const award = rows[0]?.award ?? '';
  learner = await world.settleLearner('speaker@example.org');
  await claimAward(deps, learner, { award });
  await giveFeedback(deps, learner, {
    ...{ award, moment: 'claim', answers: { recommend: 2 }, text: 'Quite long.' },
  });
});
afterAll(() => world?.close());

const list = () =>
  world.queryAsSuperuser<{
    person_id: string | null;
    award_id: string | null;
    text: string;
    answers: object;
  }>('SELECT person_id, award_id, text, answers FROM feedback_answers ORDER BY id');

describe('what somebody said', () => {
  it('is theirs to take along', async () => {
    const { personId: person } = learner;
    const data = await world.deps.database.asCustodian({ person }, (tx) => exportPerson(tx, person));
    expect(data).toMatchObject({
      feedback: [{ kind: 'claim', answers: { recommend: 2 }, text: 'Quite long.' }],
    });
  });

  it('goes along when two accounts become one, and of two readings of one version one stays', async () => {
    const { deps, groningen } = world;
    const survivor = await world.settleLearner('survivor@example.org');
    const peer = (personId: string) => ({
      ...{ ...groningen.reader, personId },
      permissions: permissionsOf(['content-peer']),
    });
    for (const { personId } of [learner, survivor])
      await giveReading(deps, peer(personId), { design, answers: { level: 3 }, text: '' });
    const [person, into] = [learner.personId, survivor.personId];
    await deps.database.asCustodian({ person, survivor: into }, (tx) => rebindPerson(tx, person, into));
    expect((await list()).map(({ person_id }) => person_id)).toEqual([into, null, into]);
    learner = survivor;
  });

  it('leaves its numbers and nothing else when they are erased', async () => {
    const { personId: person } = learner;
    await world.deps.database.asCustodian({ person }, (tx) => erasePerson(tx, person));
    const rows = await list();
    expect(rows[0]).toEqual({ person_id: null, award_id: null, text: '', answers: { recommend: 2 } });
    expect(rows.every(({ person_id, text }) => person_id === null && text === '')).toBe(true);
  });
});
