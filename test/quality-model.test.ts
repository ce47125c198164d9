/**
 * Random sequences of acts by everybody against a model of its own, after `quality.md` 4.3: what the house lets through is
 * what the model lets through, and its invariants hold after every act.
 */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonActor } from '../src/features/audit/index.ts';
import { grantAwards } from '../src/features/awards/index.ts';
import { createDesign, publishDesign, saveDraft } from '../src/features/designs/index.ts';
import { permissionsOf, type Role } from '../src/features/institutions/index.ts';
import {
  callMeeting,
  castVote,
  checkDesign,
  decideDesign,
  findRules,
  giveOpinion,
  listWeighed,
  moveDesign,
  openMeeting,
  putOnAgenda,
  saveDossier,
  submitDesign,
} from '../src/features/quality/index.ts';
import { replay } from '../src/features/quality/process.ts';
import { createUuid } from '../src/platform/ids.ts';
import { Problem } from '../src/platform/problem.ts';
import { microcredential, soundDossier } from './support/content.ts';
import { seatCommittee } from './support/seats.ts';
import { openWorld, type World } from './support/world.ts';

/** Each is about thirty acts; `SEQUENCES=2000` plays as many as were played before a release. */
const SEQUENCES = Number(process.env.SEQUENCES ?? 40);
const ACTS = 30;

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

/** Numbers that a seed decides (mulberry32). */
function createDice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * sides) | 0;
  };
}

/** What the model knows of one design. */
type Model = {
  state: string;
  makers: Set<number>;
  advisers: Set<number>;
  votes: Map<number, string>;
  draft: string;
  proposed: string | null;
  approved: string | null;
  published: boolean;
  awards: number;
};

type Play = {
  readonly design: string;
  readonly cast: readonly PersonActor[];
  readonly model: Model;
  readonly dice: (sides: number) => number;
  revision: number;
  dossier: number;
};

const QUORUM = 3;

/** Everyone may do everything, so that nothing but the rules of quality stands in their way. */
function castEverybody(institutionId: string): PersonActor[] {
  const roles: Role[] = ['administrator', 'awarder'];
  return Array.from({ length: 6 }, () => ({
    ...{ kind: 'person', personId: createUuid(), institutionId, permissions: permissionsOf(roles) },
  }));
}

const ACT_NAMES = [
  'edit',
  'hand-in-idea',
  'take-on',
  'check',
  'submit',
  'advise',
  'ask-changes',
  'open',
  'vote',
  'vote',
  'vote',
  'vote',
  'approve',
  'reject',
  'publish',
  'award',
  'suspend',
  'resume',
  'withdraw',
] as const;
type ActName = (typeof ACT_NAMES)[number];

/** May this person do this now? Written from the rules, not from the code. */
function mayDo(name: ActName, who: number, model: Model): boolean {
  const { state } = model;
  const other = !model.makers.has(who);
  switch (name) {
    case 'edit':
      return true;
    case 'hand-in-idea':
      return state === 'idea';
    case 'take-on':
      return state === 'intake' && other;
    case 'check':
      return state === 'designing' || state === 'changes-requested';
    case 'submit':
      return state === 'self-check';
    case 'advise':
    case 'ask-changes':
      return state === 'expert-review' && other;
    case 'open':
      return state === 'committee-queue' && other;
    case 'vote':
      return state === 'committee-review' && other && !model.advisers.has(who);
    case 'approve': {
      const votes = [...model.votes.values()];
      const carried =
        votes.filter((vote) => vote === 'for').length > votes.filter((vote) => vote === 'against').length;
      return (
        state === 'committee-review' && other && !model.advisers.has(who) && votes.length >= QUORUM && carried
      );
    }
    case 'reject':
      return state === 'committee-review' && other && !model.advisers.has(who) && model.votes.size >= QUORUM;
    case 'publish':
      // What stands published already may be published again: it is the same version.
      return (state === 'approved' || model.published) && model.draft === model.approved;
    case 'award':
      return model.published && ['published', 'in-use'].includes(state);
    case 'suspend':
      return ['published', 'in-use'].includes(state) && other;
    case 'resume':
      return state === 'suspended' && other;
    case 'withdraw':
      return [
        'idea',
        'intake',
        'designing',
        'self-check',
        'changes-requested',
        'expert-review',
        'committee-queue',
      ].includes(state);
  }
}

function apply(name: ActName, who: number, model: Model, vote: string): void {
  const to: Partial<Record<ActName, string>> = {
    'hand-in-idea': 'intake',
    'take-on': 'designing',
    check: 'self-check',
    submit: 'expert-review',
    advise: 'committee-queue',
    'ask-changes': 'changes-requested',
    open: 'committee-review',
    approve: 'approved',
    reject: 'rejected',
    publish: 'published',
    suspend: 'suspended',
    resume: 'in-use',
    withdraw: 'withdrawn',
  };
  if (name === 'submit') {
    model.proposed = model.draft;
    model.advisers.clear();
    model.votes.clear();
  }
  if (name === 'advise') model.advisers.add(who);
  if (name === 'vote') model.votes.set(who, vote);
  if (name === 'approve') model.approved = model.proposed;
  if (name === 'publish' && model.published) return;
  if (name === 'publish') model.published = true;
  if (name === 'award') model.awards += 1;
  model.state = to[name] ?? model.state;
}

async function perform(play: Play, name: ActName, who: number, vote: string, text: string): Promise<void> {
  const { deps } = world;
  const { design, cast } = play;
  const actor = cast[who] as PersonActor; // `who` is one of them
  const { pack } = await world.deps.database.asInstitution(world.groningen.institutionId, (tx) =>
    findRules(tx, world.groningen.institutionId, 'microcredential', deps.clock.now()),
  );
  const verdicts = listWeighed(pack).map((criterion) => ({ criterion, verdict: 'met' as const, reason: '' }));
  const unmet = verdicts.map((one) => ({ ...one, verdict: 'not-met' as const, reason: 'Not shown.' }));
  switch (name) {
    case 'edit': {
      const content = { ...microcredential, tags: [text] };
      const saved = await saveDraft(deps, actor, {
        design,
        revision: play.revision,
        content,
        partnerUnits: [],
      });
      play.revision = saved.revision;
      return;
    }
    case 'hand-in-idea':
    case 'take-on':
    case 'suspend':
    case 'resume':
    case 'withdraw':
      return await moveDesign(deps, actor, { design, act: name, reason: 'Because.' });
    case 'check':
      return await checkDesign(deps, actor, { design });
    case 'submit':
      return await submitDesign(deps, actor, { design });
    case 'advise':
    case 'ask-changes':
      return await giveOpinion(deps, actor, {
        ...{ design, step: 'expert', summary: 'Read.', verdicts },
        outcome: name === 'advise' ? 'forward' : 'changes',
      });
    case 'open': {
      const { id: meeting } = await callMeeting(deps, actor, { day: '2026-12-01', place: 'Room 1' });
      await putOnAgenda(deps, actor, { meeting, design });
      const present = (await seatCommittee(deps, actor.institutionId ?? '')).map(({ personId }) => personId);
      return await openMeeting(deps, actor, { meeting, present });
    }
    case 'vote':
      return await castVote(deps, actor, { design, vote: vote as 'for', reason: '' });
    case 'approve':
    case 'reject':
      return await decideDesign(deps, actor, {
        ...{ design, summary: 'Decided.', conditions: [] },
        outcome: name === 'approve' ? 'approved' : 'rejected',
        verdicts: name === 'approve' ? verdicts : unmet,
      });
    case 'publish':
      await publishDesign(deps, actor, { design, revision: play.revision });
      return;
    case 'award': {
      const { rows } = await grantAwards(deps, actor, {
        design,
        recipients: [{ email: `${createUuid()}@example.org`, audience: 'professionals' }],
      });
      expect(rows[0]?.fate).toBe('issued');
    }
  }
}

async function play(seed: number): Promise<void> {
  const { deps, groningen } = world;
  const dice = createDice(seed);
  const cast = castEverybody(groningen.institutionId);
  const content = { ...microcredential, tags: ['begun'] };
  const { id: design } = await createDesign(deps, cast[0] as PersonActor, {
    ...{ kind: 'microcredential', unit: 'philosophy', title: content.title, defaultLanguage: 'en', content },
  });
  await saveDossier(deps, cast[0] as PersonActor, { design, revision: 0, dossier: soundDossier });
  const model: Model = {
    ...{ state: 'idea', makers: new Set([0]), advisers: new Set<number>(), votes: new Map<number, string>() },
    ...{ draft: 'begun', proposed: null, approved: null, published: false, awards: 0 },
  };
  const playing: Play = { design, cast, model, dice, revision: 1, dossier: 1 };
  for (let at = 0; at < ACTS; at += 1) {
    world.clock.advance(1000);
    // Half of the acts are ones that may be done, or few sequences would come far.
    const possible = ACT_NAMES.filter(
      (name) => name !== 'edit' && name !== 'withdraw' && cast.some((_, who) => mayDo(name, who, model)),
    );
    const name =
      (dice(2) === 0 && possible[dice(possible.length)]) || (ACT_NAMES[dice(ACT_NAMES.length)] as ActName);
    // An edit of what is offered begins another way; the model follows one.
    if (name === 'edit' && (model.published || model.state === 'rejected' || model.state === 'withdrawn'))
      continue;
    const who = dice(cast.length);
    const vote = dice(4) === 0 ? 'against' : 'for';
    const text = `t${seed}-${at}`;
    const allowed = mayDo(name, who, model);
    const outcome = await perform(playing, name, who, vote, text).then(
      () => 'done',
      (error: unknown) => {
        if (error instanceof Problem && error.status < 500) return error.code;
        throw error;
      },
    );
    expect(
      outcome === 'done',
      `seed ${seed}, act ${at}: ${name} by ${who} at ${model.state}: ${outcome}`,
    ).toBe(allowed);
    if (!allowed) continue;
    if (name === 'edit') {
      model.draft = text;
      model.makers.add(who);
    } else apply(name, who, model, vote);
  }
  await expectInvariants(design, model);
}

async function expectInvariants(design: string, model: Model): Promise<void> {
  // One statement, for the first award may be noticed meanwhile.
  const [cycle] = await world.queryAsSuperuser<{
    id: string;
    state: string;
    round: number;
    awards: string;
    events: { seq: number; act: string; from: string; to: string; round: number; actorId: string | null }[];
  }>(
    `SELECT c.id, c.state, c.round,
       (SELECT count(*) FROM awards a WHERE a.design_id = d.id AND a.state = 'offered') AS awards,
       (SELECT coalesce(json_agg(json_build_object('seq', e.seq, 'act', e.act, 'from', e.from_state, 'to', e.to_state,
          'round', e.round, 'actorId', e.actor_id)), '[]') FROM quality_events e WHERE e.cycle_id = c.id) AS events
     FROM quality_cycles c JOIN designs d ON d.id = c.design_id WHERE d.public_id = $1 ORDER BY c.n LIMIT 1`,
    [design],
  );
  // Jobs may have noticed the first award already.
  const states = model.state === 'published' && model.awards > 0 ? ['published', 'in-use'] : [model.state];
  expect(states).toContain(cycle?.state);
  // Suspension changed no award.
  expect(Number(cycle?.awards)).toBe(model.awards);
  // Replaying the events rebuilds the board.
  const rebuilt = replay(
    'idea',
    (cycle?.events ?? []).map((event) => ({ ...event, at: new Date() })),
  );
  expect(rebuilt).toEqual({ state: cycle?.state, round: cycle?.round });
  // Nobody decided on what they had written in, nor on their own advice.
  const own = await world.queryAsSuperuser(
    `SELECT e.seq FROM quality_events e WHERE e.cycle_id = $1 AND e.act = 'decide' AND (
       EXISTS (SELECT FROM quality_makers m WHERE m.cycle_id = e.cycle_id AND m.maker_id = e.actor_id AND m.since <= e.at)
       OR EXISTS (SELECT FROM quality_events a WHERE a.cycle_id = e.cycle_id AND a.round = e.round AND a.act = 'advise' AND a.actor_id = e.actor_id))`,
    [cycle?.id],
  );
  expect(own).toEqual([]);
  // No award without a decision whose hash is that of the version's facts.
  const versions = await world.queryAsSuperuser<{ facts: string; hash: string; decided: string | null }>(
    `SELECT v.facts, encode(v.facts_hash, 'hex') AS hash, encode(q.facts_hash, 'hex') AS decided FROM design_versions v
     JOIN designs d ON d.id = v.design_id LEFT JOIN quality_decisions q ON q.version_id = v.id WHERE d.public_id = $1`,
    [design],
  );
  for (const { facts, hash, decided } of versions) {
    expect(createHash('sha256').update(facts).digest('hex')).toBe(hash);
    expect(decided).toBe(hash);
  }
}

describe('whatever people try, in whichever order', () => {
  it(`${SEQUENCES} sequences go as the model goes, and its invariants hold`, {
    timeout: 3_600_000,
  }, async () => {
    for (let seed = 1; seed <= SEQUENCES; seed += 1) await play(seed);
  });

  it('a model that lets makers decide would be found out', async () => {
    const model: Model = {
      ...{
        state: 'intake',
        makers: new Set([0]),
        advisers: new Set<number>(),
        votes: new Map<number, string>(),
      },
      ...{ draft: '', proposed: null, approved: null, published: false, awards: 0 },
    };
    expect([mayDo('take-on', 0, model), mayDo('take-on', 1, model)]).toEqual([false, true]);
  });
});
