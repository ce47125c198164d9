/**
 * Every address of the server × everyone who could come: anonymous, learners, each role of the own and of another
 * institution, one unit beside, expired, programs. What is not said in `authorisation/access.ts` is refused.
 */
import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listRoutes } from '../src/app/describe-api.ts';
import {
  namesOf,
  PERMISSIONS,
  type Permission,
  permissionsOf,
  ROLES,
} from '../src/features/institutions/index.ts';
import { ACCESS, type Access, compareWithRoutes } from './authorisation/access.ts';
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
  await server?.app.close();
  await world?.close();
});

const BY_A_PERSON = ' by a person';
const REFUSED = new Set([401, 403, 404]);

/** A body that names a thing of this institution names nothing elsewhere: the API says 422 of it. */
function isRefused(status: number, access: Access, { place }: Somebody): boolean {
  return REFUSED.has(status) || (status === 422 && place === 'elsewhere' && access.endsWith('@place'));
}

/** Erasing ends its people, so it comes when nobody is needed any more. */
const routes = (await listRoutes()).sort((left, right) => Number(isTheEnd(left)) - Number(isTheEnd(right)));

function isTheEnd(route: string): boolean {
  return route === 'POST /api/v1/account/erase';
}

/** May this somebody come to what stands in the fixture: at Groningen, in its faculty of philosophy? */
function mayCome(access: Access, somebody: Somebody): boolean {
  if (access === 'everyone') return true;
  if (access === 'themselves') return somebody.kind === 'person';
  if (access === 'holder') return somebody.name === 'the holder';
  if (access === 'operator') return somebody.name === 'the operator';
  const [permission, where] = access.replace(BY_A_PERSON, '').split('@') as [Permission, string | undefined];
  if (access.endsWith(BY_A_PERSON) && somebody.kind !== 'person') return false;
  if (!somebody.permissions.has(permission)) return false;
  // Of another institution one reaches one's own lists, and nothing that has an address here.
  if (somebody.place === 'elsewhere') return where !== 'place';
  return somebody.place === 'institution' || where === undefined;
}

async function ask(route: string, somebody: Somebody, fixture: Fixture) {
  const [method = 'GET', path = ''] = route.split(' ');
  const body = sampleBody(server.app, route, fixture);
  return await server.app.inject({
    method: method as NonNullable<InjectOptions['method']>, // routes have methods
    url: fillIn(path, fixture),
    headers: { ...somebody.headers, ...(body ? { 'content-type': body.type } : {}) },
    ...(body ? { payload: body.payload } : {}),
  });
}

describe('the table of who may come where', () => {
  it('has a row for every route of the server, and no other', () => {
    expect(compareWithRoutes(routes, ACCESS)).toEqual([]);
  });

  it('misses a route that nobody wrote down', () => {
    expect(compareWithRoutes([...routes, 'POST /api/v1/new'], ACCESS)).toEqual([
      'nobody said who may come to POST /api/v1/new',
    ]);
  });
});

let kept: Promise<Fixture> | undefined;

/** What is only read stays as it is, so one will do for all. */
function readFixture(): Promise<Fixture> {
  kept ??= makeFixture(world, cast, '');
  return kept;
}

/** Who came in against the row, or was turned away against it. */
async function findWrong(route: string, access: Access): Promise<string[]> {
  // A status list is there once somebody asked for one of its entries.
  const isReading = route.startsWith('GET ') && !route.startsWith('GET /status/');
  const fixture = isReading ? await readFixture() : await makeFixture(world, cast, route);
  await cast.renew();
  const wrong: string[] = [];
  for (const somebody of cast.everyone.filter((one) => !mayCome(access, one))) {
    const { statusCode } = await ask(route, somebody, fixture);
    if (!isRefused(statusCode, access, somebody)) wrong.push(`${somebody.name} got ${statusCode}`);
  }
  const welcome = cast.everyone.filter((one) => mayCome(access, one));
  if (welcome.length === 0) wrong.push('nobody may come');
  for (const [at, somebody] of welcome.entries()) {
    const { statusCode } = await ask(route, somebody, fixture);
    // What the first of them ended is not there for the next.
    const isTurnedAway = at === 0 ? REFUSED.has(statusCode) : statusCode === 401 || statusCode === 403;
    if (isTurnedAway || statusCode >= 500) wrong.push(`${somebody.name} was turned away with ${statusCode}`);
  }
  return wrong;
}

describe('every route', () => {
  it('that opens for more people than its row says is found, and one that opens for fewer', async () => {
    expect(await findWrong('GET /api/v1/catalogue', 'operator')).toContain('nobody got 200');
    expect(await findWrong('GET /api/v1/designs', 'designs.write')).toContain('reader here got 200');
    expect(await findWrong('GET /api/v1/members', 'themselves')).toContain(
      'the holder was turned away with 404',
    );
  });

  it.each(routes)('%s opens for those of its row and for nobody else', async (route) => {
    expect(await findWrong(route, ACCESS[route] ?? 'operator')).toEqual([]);
  });
});

describe('the table of role and permission', () => {
  it('gives every permission to somebody, and none that does not exist', () => {
    const given = new Set(ROLES.flatMap((role) => [...permissionsOf([role])]));
    expect(namesOf(given)).toEqual([...PERMISSIONS].sort());
  });
});
