/**
 * Every address of the server that changes something leaves a line in the trail when it succeeds, or stands in a short
 * list that says why not. Routes are the running server's; who may come is told by `authorisation/access.ts`.
 */
import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listRoutes } from '../src/app/describe-api.ts';
import { type Cast, castEveryone, type Somebody } from './authorisation/cast.ts';
import { type Fixture, fillIn, makeFixture, sampleBody } from './authorisation/fixture.ts';
import { openServer } from './support/server.ts';
import { openWorld, type World } from './support/world.ts';

let world: World;
let server: Awaited<ReturnType<typeof openServer>>;
let cast: Cast;

beforeAll(async () => {
  world = await openWorld();
  server = await openServer(world);
  cast = await castEveryone(world, server);
});
afterAll(async () => {
  await world?.settle();
  await server?.app.close();
  await world?.close();
});

const CHANGES = /^(?:POST|PUT|PATCH|DELETE) /;

/** They succeed and change nothing that anyone would ask about afterwards. */
const SILENT: Readonly<Record<string, string>> = {};

/** Sample requests do not bring them to an end; each is proven in the test that is named. */
const PROVEN_ELSEWHERE: Readonly<Record<string, string>> = {};

/** Last, for it takes the holder of everything with it. */
const LAST = 'POST /api/v1/account/erase';
const routes = (await listRoutes())
  .filter((route) => CHANGES.test(route))
  .sort((one, other) => Number(one === LAST) - Number(other === LAST));

async function ask(route: string, somebody: Somebody, fixture: Fixture): Promise<number> {
  const [method = 'GET', path = ''] = route.split(' ');
  const body = sampleBody(server.app, route, fixture);
  const answer = await server.app.inject({
    method: method as NonNullable<InjectOptions['method']>, // routes have methods
    url: fillIn(path, fixture),
    headers: { ...somebody.headers, ...(body ? { 'content-type': body.type } : {}) },
    ...(body ? { payload: body.payload } : {}),
  });
  return answer.statusCode;
}

async function countLines(): Promise<number> {
  const [row] = await world.queryAsSuperuser<{ n: number }>('SELECT count(*)::int AS n FROM audit_entries');
  return row?.n ?? 0;
}

/** What became of the first request that succeeded, by whoever may. */
async function tryOut(route: string): Promise<'told' | 'silent' | 'never succeeded'> {
  const fixture = await makeFixture(world, cast);
  await cast.renew();
  await world.settle();
  for (const somebody of cast.everyone) {
    const before = await countLines();
    const status = await ask(route, somebody, fixture);
    if (status >= 200 && status < 300) return (await countLines()) > before ? 'told' : 'silent';
  }
  return 'never succeeded';
}

describe('what changes something', () => {
  it.each(routes)('%s is told in the trail', async (route) => {
    const expected = SILENT[route] ? 'silent' : PROVEN_ELSEWHERE[route] ? 'never succeeded' : 'told';
    expect(await tryOut(route)).toBe(expected);
  });

  it('stands in no list of exceptions that is out of date', () => {
    const known = new Set(routes);
    expect(
      [...Object.keys(SILENT), ...Object.keys(PROVEN_ELSEWHERE)].filter((route) => !known.has(route)),
    ).toEqual([]);
  });
});
