import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openServer } from '../../../test/support/server.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import { claimAward, grantAwards, revokeAward } from '../awards/index.ts';
import { permissionsOf } from '../institutions/index.ts';
import type { PersonActor } from './actor.ts';
import { auditQuerySchema, historyQuerySchema } from './audit.schema.ts';
import { readHistory, readWho, searchAudit } from './read-trail.ts';

let world: World;
let server: Awaited<ReturnType<typeof openServer>>;
let token: string;
let learner: PersonActor;
let award: string;

const search = (actor: PersonActor, query: object = {}) =>
  searchAudit(world.deps, actor, auditQuerySchema.parse(query));
const history = (actor: PersonActor, query: object = {}) =>
  readHistory(world.deps, actor, historyQuerySchema.parse(query));

beforeAll(async () => {
  world = await openWorld();
  server = await openServer(world);
  const { deps, groningen } = world;
  token = await server.signInClient(groningen.institutionId, ['awards.read', 'awards.grant']);
  const design = await world.publish(groningen.designer);
  const granted = await grantAwards(deps, groningen.registrar, {
    design,
    recipients: [{ email: 'lena@example.org', name: 'Lena Lezer' }],
  });
  award = granted.rows[0]?.award ?? '';
  await world.settle();
  learner = await world.settleLearner('lena@example.org', 'Lena Lezer');
});
afterAll(async () => {
  await world?.settle();
  await server?.app.close();
  await world?.close();
});

const read = (url: string) => server.app.inject({ url, headers: { authorization: `Bearer ${token}` } });

describe('what staff and programs read', () => {
  it('leaves a line for each time: a hundred readings, a hundred lines', async () => {
    const count = async () =>
      (
        await world.queryAsSuperuser<{ n: number }>(
          "SELECT count(*)::int AS n FROM audit_entries WHERE action = 'award.read'",
        )
      )[0]?.n ?? 0;
    const before = await count();
    for (let time = 0; time < 100; time += 1)
      expect((await read(`/api/v1/awards/${award}`)).statusCode).toBe(200);
    expect((await count()) - before).toBe(100);
  });

  it('leaves a line for each award that a list shows', async () => {
    const design = await world.publish(world.groningen.designer);
    await grantAwards(world.deps, world.groningen.registrar, {
      design,
      recipients: Array.from({ length: 20 }, (_, n) => ({ email: `r${n}@example.org` })),
    });
    const answer = await read('/api/v1/awards?q=@example.org');
    const shown = answer.json().awards.map(({ id }: { id: string }) => id);
    const lines = await world.queryAsSuperuser<{ subject_id: string }>(
      "SELECT subject_id FROM audit_entries WHERE action = 'award.listed'",
    );
    expect(lines.map((line) => line.subject_id).sort()).toEqual([...shown].sort());
    expect(shown.length).toBeGreaterThan(20);
  });

  it('is seen by the learner, also what was read before it was theirs', async () => {
    expect((await history(learner)).entries.filter(({ action }) => action === 'award.read')).toEqual([]);
    await claimAward(world.deps, learner, { award });
    const { entries } = await history(learner, { limit: 200 });
    const told = entries.filter(({ action }) => action === 'award.read');
    expect(told).toHaveLength(100);
    expect(told[0]).toMatchObject({
      actor: { kind: 'program', name: null },
      institution: { en: 'University of Groningen' },
      subject: { name: 'Two is One' },
    });
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['awards.granted', 'credential.signed']),
    );
  });
});

describe('a learner', () => {
  it('reads by period, and their own acts when they ask for them', async () => {
    const own = await history(learner, { own: '1', limit: 500 });
    expect(own.entries.filter(({ actor }) => actor.kind === 'you').map(({ action }) => action)).toContain(
      'award.claimed',
    );
    expect((await history(learner, { limit: 500 })).entries.some(({ actor }) => actor.kind === 'you')).toBe(
      false,
    );
    expect((await history(learner, { from: '2027-01-01' })).entries).toEqual([]);
    expect((await history(learner, { until: '2026-11-21', limit: 1 })).entries).toHaveLength(1);
  });

  it('reads nothing about anybody else', async () => {
    const other = await world.settleLearner('other@example.org', 'Other');
    const { entries } = await history(other, { own: '1', limit: 500 });
    expect(entries.every(({ subject }) => subject.kind !== 'award')).toBe(true);
    const seen = await world.deps.database.asPerson(other.personId, (tx) =>
      tx.selectFrom('auditEntries').select('subjectId').where('subjectId', '=', award).execute(),
    );
    expect(seen).toEqual([]);
  });
});

describe('an institution', () => {
  it('searches its own trail and no other', async () => {
    const theirs = await search(world.oosterdiep.administrator, { limit: 1000 });
    expect(theirs.entries.some(({ action }) => action.startsWith('award'))).toBe(false);
    const entries = (await search(world.groningen.administrator, { about: 'lena lezer' })).entries;
    expect(entries.length).toBeGreaterThan(0);
    expect(new Set(entries.map(({ subject }) => subject.id))).toEqual(new Set([award]));
    expect((await search(world.oosterdiep.administrator, { about: award })).entries).toEqual([]);
  });

  it('opens it to those who may read all of it: not to a registrar, a learner, or an auditor of one unit', async () => {
    const { groningen } = world;
    const ofUnit: PersonActor = {
      ...groningen.reader,
      permissions: new Set([...permissionsOf(['auditor'])].map((name) => `${name}@${groningen.unit.unitId}`)),
    };
    for (const actor of [groningen.registrar, ofUnit])
      expect(() => search(actor)).toThrow(expect.objectContaining({ status: 403 }));
    expect(() => search(learner)).toThrow(expect.objectContaining({ status: 404 }));
  });

  it('finds by what was done, by whom and page by page, and misses nothing between two pages', async () => {
    const { administrator } = world.groningen;
    const all = await search(administrator, { limit: 1000 });
    const paged: string[] = [];
    let before: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof search>> = await search(administrator, {
        limit: 7,
        ...(before ? { before } : {}),
      });
      paged.push(...page.entries.map(({ id }) => id));
      before = page.next;
    } while (before);
    expect(paged).toEqual(all.entries.map(({ id }) => id));
    const granted = await search(administrator, { action: 'awards.granted' });
    expect(new Set(granted.entries.map(({ action }) => action))).toEqual(new Set(['awards.granted']));
    expect(
      (await search(administrator, { who: 'software', limit: 1000 })).entries.every(
        ({ actor }) => actor.kind === 'software',
      ),
    ).toBe(true);
    expect((await search(administrator, { who: 'nobody of that name' })).entries).toEqual([]);
  });

  it('sees its programs by name, and never the name of a learner', async () => {
    await revokeAward(world.deps, world.groningen.registrar, { award, reason: 'fraud' });
    const { entries } = await search(world.groningen.administrator, { about: award, limit: 1000 });
    const actors = new Map(entries.map(({ action, actor }) => [action, actor]));
    expect(actors.get('award.read')).toEqual({ kind: 'program', name: 'test' });
    expect(actors.get('award.claimed')).toEqual({ kind: 'learner', name: null });
    expect(JSON.stringify(entries)).not.toContain('Lena');
  });
});

it('who is meant: a part of a name, the software, the learner, or nobody', () => {
  const names = { people: new Map([['p1', 'Aukje Hiddema']]), programs: new Map([['c1', 'Register']]) };
  expect(readWho(undefined, names)).toEqual({});
  expect(readWho('hidd', names)).toEqual({ actorIds: { any: ['p1'] } });
  expect(readWho('learner', names)).toEqual({ actorKind: 'person', actorIds: { none: ['p1'] } });
  expect(readWho('xyz', names)).toBe('nobody');
});
