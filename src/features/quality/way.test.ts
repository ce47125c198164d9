import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proofOfCompetence } from '../../../test/support/content.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import { createUuid } from '../../platform/ids.ts';
import type { PersonActor } from '../audit/index.ts';
import { grantAwards } from '../awards/index.ts';
import { createDesign, publishDesign, saveDraft } from '../designs/index.ts';
import { permissionsOf, type Role } from '../institutions/index.ts';
import {
  callMeeting,
  castVote,
  checkDesign,
  closeMeeting,
  decideDesign,
  giveOpinion,
  moveDesign,
  openMeeting,
  putOnAgenda,
  saveDossier,
  submitDesign,
} from './index.ts';

let world: World;
let people: Record<'teacher' | 'expert' | 'chair' | 'secretary' | 'officer', PersonActor> & {
  members: PersonActor[];
};

beforeAll(async () => {
  world = await openWorld();
  const { institutionId } = world.groningen;
  const staff = (role: Role): PersonActor => ({
    kind: 'person',
    personId: createUuid(),
    institutionId,
    permissions: permissionsOf([role]),
  });
  people = {
    teacher: staff('designer'),
    expert: staff('education-expert'),
    chair: staff('committee-chair'),
    secretary: staff('committee-secretary'),
    officer: staff('quality-officer'),
    members: [staff('committee-member'), staff('committee-member'), staff('learner-representative')],
  };
});
afterAll(() => world?.close());

const draft = async (kind: 'microcredential' | 'proof-of-competence') => {
  const content = { ...proofOfCompetence, kind };
  return await createDesign(world.deps, people.teacher, {
    ...{ kind, unit: 'philosophy', title: content.title, defaultLanguage: content.defaultLanguage, content },
  });
};
const met = (criterion: string) => ({ criterion, verdict: 'met' as const, reason: '' });

describe('a proof of competence', () => {
  it('is published and awarded once an education expert has signed it off, and not before', async () => {
    const { deps } = world;
    const { id: design } = await draft('proof-of-competence');
    await expect(publishDesign(deps, people.teacher, { design, revision: 1 })).rejects.toMatchObject({
      code: 'quality/not-approved',
    });
    await checkDesign(deps, people.teacher, { design });
    await submitDesign(deps, people.teacher, { design });
    await giveOpinion(deps, people.expert, {
      ...{ design, step: 'expert', outcome: 'forward', summary: 'Clear outcomes.', verdicts: [met('LO-1')] },
    });
    await publishDesign(deps, people.teacher, { design, revision: 1 });
    const granted = await grantAwards(deps, world.groningen.registrar, {
      design,
      recipients: [{ email: 'a@example.org' }],
    });
    expect(granted.rows[0]?.fate).toBe('issued');
    await world.settle();
    expect(
      await world.queryAsSuperuser(
        'SELECT state FROM quality_cycles c JOIN designs d ON d.id = c.design_id WHERE d.public_id = $1',
        [design],
      ),
    ).toEqual([{ state: 'in-use' }]);
  });
});

describe('a microcredential', () => {
  it('goes from an idea to the decision of the committee', async () => {
    const { deps } = world;
    const { id: design } = await draft('microcredential');
    const say = { en: 'Employers ask for it.' };
    await saveDossier(deps, people.teacher, {
      ...{ design, revision: 0 },
      dossier: {
        ...{
          outcomes: {},
          assessments: {},
          workload: { activities: [] },
          audiences: [],
          team: [],
          stacksInto: [],
        },
        statements: { need: { text: say }, 'target-group': { text: say } },
      },
    });
    await moveDesign(deps, people.teacher, { design, act: 'hand-in-idea', reason: '' });
    await moveDesign(deps, people.expert, { design, act: 'take-on', reason: '' });
    await checkDesign(deps, people.teacher, { design });
    await submitDesign(deps, people.teacher, { design });
    await giveOpinion(deps, people.expert, {
      ...{ design, step: 'expert', outcome: 'forward', summary: 'Ready.', verdicts: [] },
    });
    const { id: meeting } = await callMeeting(deps, people.secretary, { day: '2026-12-01', place: 'Room 1' });
    await putOnAgenda(deps, people.secretary, { meeting, design });
    const present = [people.chair, ...people.members].map(({ personId }) => personId);
    await openMeeting(deps, people.secretary, { meeting, present });
    const decision = { design, summary: 'Guaranteed.', verdicts: [met('NLQ-C1')], conditions: [] };
    await expect(
      decideDesign(deps, people.chair, { ...decision, outcome: 'approved' }),
    ).rejects.toMatchObject({ code: 'quality/no-quorum' });
    for (const member of people.members) await castVote(deps, member, { design, vote: 'for', reason: '' });
    await decideDesign(deps, people.chair, { ...decision, outcome: 'approved' });
    await closeMeeting(deps, people.secretary, { meeting, minutes: 'Decided.' });
    const { revision } = await saveDraft(deps, people.teacher, {
      ...{ design, revision: 1, partnerUnits: [] },
      content: { ...proofOfCompetence, kind: 'microcredential', tags: ['changed'] },
    });
    await expect(publishDesign(deps, people.teacher, { design, revision })).rejects.toMatchObject({
      code: 'quality/not-approved',
    });
  });
});
