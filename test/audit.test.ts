/**
 * Every address of the server that changes something leaves a line in the trail when it succeeds, or stands in a short
 * list that says why not. Routes are the running server's; who may come is told by `authorisation/access.ts`.
 */
import { existsSync } from 'node:fs';
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
const SILENT: Readonly<Record<string, string>> = {
  'POST /api/v1/account/stay-notice/later': 'puts off a question to oneself',
  'POST /api/v1/passkeys/start': 'a challenge, which nobody has answered yet',
  'POST /api/v1/verify': 'what is verified is not kept',
  'POST /api/v1/viewing/end':
    'who looks as nobody ends nothing; src/app/watch-viewing.test.ts ends what was begun',
  'POST /api/v1/designs/:id/publish':
    'the sample was published before, and the same draft twice is one version',
};

/** Sample requests do not bring them to an end; the test that is named does. A request to join is told when it is answered. */
const PROVEN_ELSEWHERE: Readonly<Record<string, string>> = {
  'POST /api/v1/account/merge': 'src/features/accounts/merging.test.ts',
  'POST /api/v1/email-codes/open': 'src/features/accounts/code-link.test.ts',
  'POST /api/v1/email-codes/verify': 'src/features/accounts/email-codes.test.ts',
  'POST /api/v1/institution-requests': 'src/features/institutions/organisation.test.ts',
  'POST /api/v1/members/:id/factor-reset': 'src/features/accounts/factor-reset.test.ts',
  'POST /api/v1/operator/institutions': 'src/features/institutions/operator.test.ts',
  'POST /api/v1/operator/institutions/:slug/administrators/:id/factor-reset':
    'src/features/institutions/operator.test.ts',
  'POST /api/v1/operator/requests/:id/approve': 'src/features/institutions/organisation.test.ts',
  'POST /api/v1/passkeys': 'src/features/accounts/passkeys.test.ts',
  'POST /api/v1/passkeys/use': 'src/features/accounts/passkeys.test.ts',
  'POST /api/v1/operator/viewing': 'src/app/watch-viewing.test.ts',
  'PUT /api/v1/institution/provider': 'src/features/institutions/provider.test.ts',
  'PUT /api/v1/units/:id': 'src/features/institutions/organisation.test.ts',
  'DELETE /api/v1/units/:id': 'src/features/institutions/organisation.test.ts',
  'POST /api/v1/designs/:id/quality/check': 'test/quality-way.test.ts',
  'POST /api/v1/designs/:id/quality/conditions/:condition/met': 'src/features/quality/meet-condition.test.ts',
  'POST /api/v1/designs/:id/quality/decision': 'test/quality-way.test.ts',
  'POST /api/v1/designs/:id/quality/opinions': 'test/quality-way.test.ts',
  'POST /api/v1/designs/:id/quality/settlement': 'test/quality-way.test.ts',
  'POST /api/v1/designs/:id/quality/submit': 'test/quality-way.test.ts',
  'POST /api/v1/designs/:id/quality/votes': 'test/quality-way.test.ts',
  'DELETE /api/v1/quality/meetings/:id/agenda/:design': 'src/features/quality/hold-meeting.test.ts',
  'POST /api/v1/quality/meetings/:id/agenda': 'test/quality-way.test.ts',
  'POST /api/v1/quality/meetings/:id/close': 'test/quality-way.test.ts',
  'POST /oauth/token': 'test/audit.test.ts',
};

/** Last, for it takes the holder of everything with it. */
const LAST = 'POST /api/v1/account/erase';
const routes = (await listRoutes())
  .filter((route) => CHANGES.test(route))
  .sort((one, other) => Number(one === LAST) - Number(other === LAST));

/** What no sample can know, beside the fixture's own. */
const BODIES: Readonly<Record<string, object>> = {
  'PATCH /api/v1/session': { language: 'nl' },
  'POST /api/v1/email-codes': { address: 'someone@example.org' },
};

function bodyOf(route: string, fixture: Fixture): ReturnType<typeof sampleBody> {
  const own = BODIES[route];
  return own
    ? { type: 'application/json', payload: JSON.stringify(own) }
    : sampleBody(server.app, route, fixture);
}

async function ask(route: string, somebody: Somebody, fixture: Fixture): Promise<number> {
  const [method = 'GET', path = ''] = route.split(' ');
  const body = bodyOf(route, fixture);
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

/** Asked by whoever may, until one request is told: what changes nothing for one may change something for another. */
async function tryOut(route: string): Promise<'told' | 'silent' | 'never succeeded'> {
  const fixture = await makeFixture(world, cast, route);
  await cast.renew();
  await world.settle();
  let succeeded = false;
  for (const somebody of cast.everyone) {
    const before = await countLines();
    const status = await ask(route, somebody, fixture);
    if (status < 200 || status >= 300) continue;
    if ((await countLines()) > before) return 'told';
    succeeded = true;
  }
  return succeeded ? 'silent' : 'never succeeded';
}

describe('what changes something', () => {
  it.each(routes)('%s is told in the trail', async (route) => {
    const expected = SILENT[route] ? 'silent' : PROVEN_ELSEWHERE[route] ? 'never succeeded' : 'told';
    expect(await tryOut(route)).toBe(expected);
  });

  it('POST /oauth/token is told, and so is a wrong secret', async () => {
    await server.signInClient(world.groningen.institutionId, ['awards.read']);
    const [client] = await world.queryAsSuperuser<{ client_id: string }>(
      'SELECT client_id FROM api_clients ORDER BY created_at DESC LIMIT 1',
    );
    await server.app.inject({
      method: 'POST',
      url: '/oauth/token',
      headers: {
        authorization: `Basic ${btoa(`${client?.client_id}:wrong`)}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: 'grant_type=client_credentials',
    });
    const told = await world.queryAsSuperuser<{ action: string }>(
      "SELECT action FROM audit_entries WHERE action LIKE 'token.%' ORDER BY id DESC LIMIT 2",
    );
    expect(told.map(({ action }) => action)).toEqual(['token.refused', 'token.granted']);
  });

  it('stands in no list of exceptions that is out of date', () => {
    const known = new Set(routes);
    expect(Object.values(PROVEN_ELSEWHERE).filter((file) => !existsSync(file))).toEqual([]);
    expect(
      [...Object.keys(SILENT), ...Object.keys(PROVEN_ELSEWHERE)].filter((route) => !known.has(route)),
    ).toEqual([]);
  });
});
