import { afterAll, beforeAll, expect, it } from 'vitest';
import { proofOfCompetence, soundDossier } from '../../../test/support/content.ts';
import { seatCommittee } from '../../../test/support/seats.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import { createUuid } from '../../platform/ids.ts';
import type { PersonActor } from '../audit/index.ts';
import { createDesign } from '../designs/index.ts';
import { permissionsOf, type Role } from '../institutions/index.ts';
import { adoptPack } from './adopt-pack.ts';
import { giveOpinion } from './give-opinion.ts';
import { callMeeting, openMeeting, putOnAgenda, takeOffAgenda } from './hold-meeting.ts';
import { makePack } from './make-pack.ts';
import { moveDesign } from './move-design.ts';
import { packSchema } from './pack.schema.ts';
import { getMeeting, getMeetings } from './present-meeting.ts';
import { listWeighed } from './require-verdicts.ts';
import { findRules } from './rules.ts';
import { saveDossier } from './save-dossier.ts';
import { checkDesign, submitDesign } from './submit-design.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const staff = (role: Role): PersonActor => ({
  ...{ kind: 'person', personId: createUuid(), institutionId: world.groningen.institutionId },
  permissions: permissionsOf([role]),
});

/** Proofs of competence go to the committee too, and two members are enough for them. */
const pack = packSchema.parse({
  ...{ id: 'two-for-proofs', version: '1', jurisdiction: 'NL', extends: ['proof-of-competence'] },
  name: { en: 'Two for proofs', nl: 'Twee voor bewijzen' },
  summary: { en: 'Two members will do.', nl: 'Twee leden is genoeg.' },
  ...{ designKinds: ['proof-of-competence'], validFrom: '2026-06-01', sources: [], limits: {}, criteria: [] },
  gates: [
    { step: 'expert', days: 21 },
    { step: 'committee', days: 28, quorum: 2, rule: 'consensus' },
  ],
  review: { firstMonths: 12, months: 36, warnDays: 90, graceDays: 60 },
});

async function leadToQueue(): Promise<string> {
  const { deps, groningen } = world;
  const { id } = await createDesign(deps, groningen.designer, {
    ...{ kind: 'proof-of-competence', unit: 'philosophy', title: proofOfCompetence.title },
    ...{ content: proofOfCompetence, defaultLanguage: proofOfCompetence.defaultLanguage },
  });
  await saveDossier(deps, groningen.designer, { design: id, revision: 0, dossier: soundDossier });
  const expert = staff('education-expert');
  await moveDesign(deps, groningen.designer, { design: id, act: 'hand-in-idea', reason: '' });
  await moveDesign(deps, expert, { design: id, act: 'take-on', reason: '' });
  await checkDesign(deps, groningen.designer, { design: id });
  await submitDesign(deps, groningen.designer, { design: id });
  const rules = await deps.database.asInstitution(groningen.institutionId, (tx) =>
    findRules(tx, groningen.institutionId, 'proof-of-competence', deps.clock.now()),
  );
  await giveOpinion(deps, expert, {
    ...{ design: id, step: 'expert', outcome: 'forward', summary: 'Outcomes and assessments fit.' },
    verdicts: listWeighed(rules.pack).map((criterion) => ({ criterion, verdict: 'met', reason: '' })),
  });
  return id;
}

it('a meeting opens with the quorum of the kinds on its agenda, not with that of microcredentials', async () => {
  const { deps } = world;
  const officer = staff('quality-officer');
  await makePack(deps, officer, pack);
  await adoptPack(deps, officer, { kind: 'proof-of-competence', pack: 'two-for-proofs' });
  const design = await leadToQueue();
  const secretary = staff('committee-secretary');
  const { id } = await callMeeting(deps, secretary, { day: '2026-12-01', place: 'Room 1' });
  await putOnAgenda(deps, secretary, { meeting: id, design });
  expect((await getMeeting(deps, secretary, id)).agenda[0]).toMatchObject({
    ...{ kind: 'proof-of-competence', quorum: 2, rule: 'consensus', decision: null },
  });
  const [one = '', other = ''] = (await seatCommittee(deps, world.groningen.institutionId)).map(
    ({ personId }) => personId,
  );
  const open = (present: string[]) => openMeeting(deps, secretary, { meeting: id, present });
  await expect(open([one])).rejects.toMatchObject({ code: 'quality/no-quorum' });
  await expect(open([one, createUuid()])).rejects.toMatchObject({ code: 'quality/no-seat' });
  const [elsewhere] = await seatCommittee(deps, world.oosterdiep.institutionId);
  await expect(open([one, elsewhere?.personId ?? ''])).rejects.toMatchObject({ code: 'quality/no-seat' });
  await open([one, other]);
  const meeting = await getMeeting(deps, secretary, id);
  expect(meeting).toMatchObject({ state: 'open', agenda: [{ state: 'committee-review' }] });
});

it('what stands on an agenda is taken off it and waits again; not once the meeting began', async () => {
  const { deps, groningen, oosterdiep } = world;
  const [first, second] = [await leadToQueue(), await leadToQueue()];
  const secretary = staff('committee-secretary');
  const { id: meeting } = await callMeeting(deps, secretary, { day: '2026-12-08', place: 'Room 1' });
  for (const design of [first, second]) await putOnAgenda(deps, secretary, { meeting, design });
  const off = (design: string, actor = secretary) => takeOffAgenda(deps, actor, { meeting, design });
  const waiting = async () => (await getMeetings(deps, secretary)).waiting.map(({ design }) => design);
  expect(await waiting()).not.toContain(first);
  await expect(off(first, oosterdiep.administrator)).rejects.toMatchObject({ status: 404 });
  await off(first);
  expect(await waiting()).toContain(first);
  await expect(off(first)).rejects.toMatchObject({ code: 'quality/not-now' });
  await putOnAgenda(deps, secretary, { meeting, design: first });
  expect((await getMeeting(deps, secretary, meeting)).agenda.map(({ design }) => design)).toEqual([
    second,
    first,
  ]);
  const present = (await seatCommittee(deps, groningen.institutionId)).map(({ personId }) => personId);
  await openMeeting(deps, secretary, { meeting, present });
  await expect(off(second)).rejects.toMatchObject({ code: 'quality/meeting-not-now' });
});
