import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonActor } from '../src/features/audit/index.ts';
import { grantAwards } from '../src/features/awards/index.ts';
import { createDesign, findDesign, publishDesign, saveDraft } from '../src/features/designs/index.ts';
import type { Role } from '../src/features/institutions/index.ts';
import { adoptPack } from '../src/features/quality/adopt-pack.ts';
import {
  checkDesign,
  findRules,
  giveOpinion,
  listWeighed,
  moveDesign,
  rebindPerson,
  saveDossier,
  submitDesign,
} from '../src/features/quality/index.ts';
import { makePack } from '../src/features/quality/make-pack.ts';
import { packSchema } from '../src/features/quality/pack.schema.ts';
import { microcredential, proofOfCompetence, soundDossier } from './support/content.ts';
import { seat } from './support/seats.ts';
import { openWorld, type World } from './support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const draft = async (content: typeof proofOfCompetence) =>
  (
    await createDesign(world.deps, world.groningen.designer, {
      ...{ kind: content.kind, unit: 'philosophy', title: content.title, content },
      defaultLanguage: content.defaultLanguage,
    })
  ).id;
const grant = (design: string, recipient: object = {}) =>
  grantAwards(world.deps, world.groningen.registrar, {
    design,
    recipients: [{ email: 'learner@example.org', ...recipient }],
  });
const stateOf = async (design: string) =>
  (
    await world.queryAsSuperuser<{ state: string }>(
      'SELECT state FROM quality_cycles c JOIN designs d ON d.id = c.design_id WHERE d.public_id = $1 ORDER BY n',
      [design],
    )
  ).map(({ state }) => state);

describe('a proof of competence', () => {
  it('is published once an expert has signed it off, and is in use from its first award', async () => {
    const { deps, groningen } = world;
    const design = await draft(proofOfCompetence);
    await expect(publishDesign(deps, groningen.designer, { design, revision: 1 })).rejects.toMatchObject({
      code: 'quality/not-approved',
    });
    await world.approve(groningen.designer, design);
    expect(await stateOf(design)).toEqual(['approved']);
    await publishDesign(deps, groningen.designer, { design, revision: 1 });
    expect((await grant(design)).rows[0]?.fate).toBe('issued');
    await world.settle();
    expect(await stateOf(design)).toEqual(['in-use']);
  });

  it('is not handed in while a criterion that must be met is open', async () => {
    const { deps, groningen } = world;
    const design = await draft(proofOfCompetence);
    await expect(checkDesign(deps, groningen.designer, { design })).rejects.toMatchObject({
      code: 'quality/not-ready',
      detail: expect.stringContaining('CMP-1'),
    });
    await saveDossier(deps, groningen.designer, { design, revision: 0, dossier: soundDossier });
    await checkDesign(deps, groningen.designer, { design });
    expect(await stateOf(design)).toEqual(['self-check']);
  });

  it('is judged by the dossier that was handed in, not by what its maker writes meanwhile', async () => {
    const { deps, groningen } = world;
    const design = await draft(proofOfCompetence);
    const thin = { ...soundDossier, statements: {} };
    await saveDossier(deps, groningen.designer, { design, revision: 0, dossier: soundDossier });
    await checkDesign(deps, groningen.designer, { design });
    await submitDesign(deps, groningen.designer, { design });
    await saveDossier(deps, groningen.designer, { design, revision: 1, dossier: thin });
    const expert = { ...groningen.administrator, personId: crypto.randomUUID() };
    const { pack } = await deps.database.asInstitution(groningen.institutionId, (tx) =>
      findRules(tx, groningen.institutionId, 'proof-of-competence', deps.clock.now()),
    );
    const verdicts = listWeighed(pack).map((criterion) => ({
      ...{ criterion, verdict: 'met' as const, reason: '' },
    }));
    const say = { design, step: 'expert', outcome: 'forward', summary: 'Sound.', verdicts } as const;
    await giveOpinion(deps, expert, say);
    expect(await stateOf(design)).toEqual(['approved']);
  });

  it('is not signed off by whoever became one with its maker', async () => {
    const { deps, groningen } = world;
    const design = await draft(proofOfCompetence);
    await saveDossier(deps, groningen.designer, { design, revision: 0, dossier: soundDossier });
    await checkDesign(deps, groningen.designer, { design });
    await submitDesign(deps, groningen.designer, { design });
    const survivor = { ...groningen.administrator, personId: crypto.randomUUID() };
    await deps.database.asCustodian(
      { person: groningen.designer.personId, survivor: survivor.personId },
      (tx) => rebindPerson(tx, groningen.designer.personId, survivor.personId),
    );
    await expect(
      giveOpinion(deps, survivor, {
        ...{ design, step: 'expert', outcome: 'forward', summary: 'Mine.', verdicts: [] },
      }),
    ).rejects.toMatchObject({ code: 'quality/own-work' });
  });

  it('is not signed off by whoever put a word into it', async () => {
    const { deps, groningen } = world;
    const design = await draft(proofOfCompetence);
    const expertWhoWrote = { ...groningen.designer, permissions: groningen.administrator.permissions };
    await saveDossier(deps, groningen.designer, { design, revision: 0, dossier: soundDossier });
    await checkDesign(deps, groningen.designer, { design });
    await submitDesign(deps, groningen.designer, { design });
    await expect(
      giveOpinion(deps, expertWhoWrote, {
        ...{ design, step: 'expert', outcome: 'forward', summary: 'Mine.', verdicts: [] },
      }),
    ).rejects.toMatchObject({ code: 'quality/own-work' });
  });
});

describe('a design that others read before it is decided', () => {
  it('passes a colleague when its expert asks for one, and its owner where the rules have one', async () => {
    const { deps, groningen, oosterdiep } = world;
    const as = (role: Role) => seat(deps, groningen.institutionId, role);
    const [officer, expert, peer, owner] = [
      await as('quality-officer'),
      await as('education-expert'),
      await as('content-peer'),
      await as('programme-owner'),
    ];
    await makePack(deps, officer, read);
    await adoptPack(deps, officer, { kind: 'proof-of-competence', pack: 'read-by-others' });
    const design = await draft(proofOfCompetence);
    await saveDossier(deps, groningen.designer, { design, revision: 0, dossier: soundDossier });
    await moveDesign(deps, groningen.designer, { design, act: 'hand-in-idea', reason: '' });
    await moveDesign(deps, expert, { design, act: 'take-on', reason: '' });
    await checkDesign(deps, groningen.designer, { design });
    await submitDesign(deps, groningen.designer, { design });
    const say = (actor: PersonActor, step: 'expert' | 'peer' | 'owner', more: object = {}) =>
      giveOpinion(deps, actor, {
        ...{ design, step, outcome: 'forward', summary: 'Read.', verdicts: [], ...more },
      });
    await expect(say(peer, 'peer')).rejects.toMatchObject({ code: 'quality/not-now' });
    await say(expert, 'expert', { peer: true });
    expect(await stateOf(design)).toEqual(['peer-review']);
    const maker = { ...groningen.designer, permissions: peer.permissions };
    await expect(say(maker, 'peer')).rejects.toMatchObject({ code: 'quality/own-work' });
    await expect(say(owner, 'peer')).rejects.toMatchObject({ status: 403 });
    const stranger = await seat(deps, oosterdiep.institutionId, 'content-peer');
    await expect(say(stranger, 'peer')).rejects.toMatchObject({ status: 404 });
    await say(peer, 'peer');
    expect(await stateOf(design)).toEqual(['owner-review']);
    await expect(say(expert, 'owner')).rejects.toMatchObject({ status: 403 });
    await say(owner, 'owner');
    expect(await stateOf(design)).toEqual(['committee-queue']);
    await adoptPack(deps, officer, { kind: 'proof-of-competence', pack: 'proof-of-competence' });
  });
});

/** A colleague may read it, its owner must, and a committee decides. */
const read = packSchema.parse({
  ...{ id: 'read-by-others', version: '1', jurisdiction: 'NL', extends: ['proof-of-competence'] },
  name: { en: 'Read by others', nl: 'Gelezen door anderen' },
  summary: { en: 'Others read it first.', nl: 'Anderen lezen het eerst.' },
  ...{ designKinds: ['proof-of-competence'], validFrom: '2026-06-01', sources: [], limits: {}, criteria: [] },
  gates: [
    { step: 'expert', days: 21 },
    { step: 'peer', days: 14, optional: true },
    { step: 'owner', days: 7 },
    { step: 'committee', days: 28, quorum: 2, rule: 'majority' },
  ],
  review: { firstMonths: 12, months: 36, warnDays: 90, graceDays: 60 },
});

describe('a microcredential', () => {
  it('goes from an idea to the decision of the committee, and an edit after it is not published', async () => {
    const { deps, groningen } = world;
    const design = await draft(microcredential);
    expect(await stateOf(design)).toEqual(['idea']);
    await world.approve(groningen.designer, design);
    expect(await stateOf(design)).toEqual(['approved']);
    const { revision } = await saveDraft(deps, groningen.designer, {
      ...{ design, revision: 1, partnerUnits: [] },
      content: { ...microcredential, title: { ...microcredential.title, en: 'AI for policymakers!' } },
    });
    await expect(publishDesign(deps, groningen.designer, { design, revision })).rejects.toMatchObject({
      code: 'quality/not-approved',
    });
    const again = await saveDraft(deps, groningen.designer, {
      ...{ design, revision, partnerUnits: [], content: microcredential },
    });
    await publishDesign(deps, groningen.designer, { design, revision: again.revision });
    expect(await stateOf(design)).toEqual(['published']);
  });

  it('is awarded to the audiences of its policy pack alone', async () => {
    const design = await world.publish(world.groningen.designer, microcredential);
    expect((await grant(design)).rows[0]).toMatchObject({
      fate: 'refused',
      problem: { code: 'quality/audience' },
    });
    expect((await grant(design, { audience: 'professionals' })).rows[0]?.fate).toBe('issued');
  });

  it('is awarded to whom the affiliation stated by their institution shows to be of its audience', async () => {
    const design = await world.publish(world.groningen.designer, microcredential);
    const to = async (email: string, more: object) => (await grant(design, { email, ...more })).rows[0];
    expect(await to('a@example.org', { affiliation: 'student; member@rug.nl' })).toMatchObject({
      fate: 'refused',
      problem: { code: 'quality/audience' },
    });
    // What is declared goes first, also when it is wrong.
    expect((await to('b@example.org', { audience: 'students', affiliation: 'alum' }))?.fate).toBe('refused');
    const granted = await to('c@example.org', { affiliation: 'member@rug.nl Alum@rug.nl' });
    const [kept] = await world.queryAsSuperuser<{ audience: string; audience_by: string }>(
      'SELECT audience, audience_by FROM awards WHERE id = $1',
      [granted?.award],
    );
    expect(kept).toEqual({ audience: 'lifelong-learners', audience_by: 'affiliation' });
  });

  it('is awarded no longer while it is suspended, and what was awarded stands', async () => {
    const { deps, groningen } = world;
    const design = await world.publish(groningen.designer, microcredential);
    const { rows } = await grant(design, { audience: 'professionals' });
    await moveDesign(
      deps,
      { ...groningen.administrator },
      { design, act: 'suspend', reason: 'A complaint.' },
    );
    await expect(grant(design, { email: 'b@example.org', audience: 'professionals' })).rejects.toMatchObject({
      code: 'quality/not-awardable',
    });
    expect(await world.queryAsSuperuser('SELECT state FROM awards WHERE id = $1', [rows[0]?.award])).toEqual([
      { state: 'offered' },
    ]);
    await moveDesign(
      deps,
      { ...groningen.administrator },
      { design, act: 'resume', reason: 'It was settled.' },
    );
    expect((await grant(design, { email: 'b@example.org', audience: 'professionals' })).rows[0]?.fate).toBe(
      'issued',
    );
  });
});

describe('a next version', () => {
  it('goes to the expert alone when it only says the same better, and to the committee when it promises else', async () => {
    const { deps, groningen } = world;
    const design = await world.publish(groningen.designer, microcredential);
    const better = { ...microcredential, description: { en: 'Said better.', nl: 'Beter gezegd.' } };
    await saveDraft(deps, groningen.designer, { design, revision: 1, content: better, partnerUnits: [] });
    await checkDesign(deps, groningen.designer, { design });
    await submitDesign(deps, groningen.designer, { design });
    const routeOf = async () =>
      (
        await world.queryAsSuperuser<{ route: string[] }>(
          'SELECT route FROM quality_cycles c JOIN designs d ON d.id = c.design_id WHERE d.public_id = $1 AND c.n = 2',
          [design],
        )
      )[0]?.route;
    expect(await routeOf()).toEqual(['expert']);
    await giveOpinion(
      deps,
      { ...groningen.administrator },
      {
        ...{ design, step: 'expert', outcome: 'changes', summary: 'Raise it.', verdicts: [] },
      },
    );
    const harder = { ...better, level: { eqf: 7 as const } };
    await saveDraft(deps, groningen.designer, { design, revision: 2, content: harder, partnerUnits: [] });
    await checkDesign(deps, groningen.designer, { design });
    await submitDesign(deps, groningen.designer, { design });
    expect(await routeOf()).toEqual(['expert', 'committee']);
  });
});

describe('the database', () => {
  const refuse = (sql: string) => expect(world.queryAsSuperuser(sql)).rejects.toThrow(/^quality:/);

  it('refuses whatever the rules do not allow, whoever writes it', async () => {
    const { deps, groningen } = world;
    const design = await draft(microcredential);
    const found = await deps.database.asInstitution(groningen.institutionId, (tx) => findDesign(tx, design));
    const of = `(SELECT id FROM quality_cycles WHERE design_id = '${found?.id}')`;
    const event = (act: string, from: string, to: string, seq = 1) =>
      `INSERT INTO quality_events (id, institution_id, cycle_id, seq, act, from_state, to_state, round, at)
       VALUES (gen_random_uuid(), '${groningen.institutionId}', ${of}, ${seq}, '${act}', '${from}', '${to}', 0, now())`;
    await refuse(`UPDATE quality_cycles SET state = 'approved' WHERE design_id = '${found?.id}'`);
    await refuse(event('decide', 'idea', 'approved'));
    await refuse(event('hand-in-idea', 'designing', 'intake'));
    await refuse(event('hand-in-idea', 'idea', 'intake', 2));
    await world.queryAsSuperuser(event('hand-in-idea', 'idea', 'intake'));
    // Nobody acted: others must.
    await refuse(event('take-on', 'intake', 'designing', 2));
    await refuse(
      `INSERT INTO quality_votes (cycle_id, institution_id, round, voter_id, vote, voted_at)
       VALUES (${of}, '${groningen.institutionId}', 0, gen_random_uuid(), 'for', now())`,
    );
    await refuse(
      `INSERT INTO design_versions SELECT gen_random_uuid(), institution_id, design_id, issuer_id, 99, url || 'x', facts, facts_hash, image_key, image_kind, mark_hash, inks, NULL, now()
       FROM design_versions WHERE design_id IN (SELECT id FROM designs WHERE kind = 'microcredential') LIMIT 1`,
    );
  });

  it('knows the same moves as the rules', async () => {
    const { MOVES } = await import('../src/features/quality/process.ts');
    const rows = await world.queryAsSuperuser<{ move: string }>(
      "SELECT act || ' ' || from_state || ' ' || to_state || ' ' || four_eyes AS move FROM quality_moves",
    );
    const ours = MOVES.flatMap(({ act, from, to, fourEyes }) =>
      from.flatMap((one) => to.map((other) => `${act} ${one} ${other} ${fourEyes}`)),
    );
    expect(rows.map(({ move }) => move).filter((move) => !ours.includes(move))).toEqual([]);
    // The table of the database is narrower where an act's states are tied to each other.
    expect(new Set(MOVES.map(({ act }) => act))).toEqual(new Set(rows.map(({ move }) => move.split(' ')[0])));
  });
});
