import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AccountWorld, openAccountWorld, type Visitor } from '../../test/support/account-world.ts';
import { createApiClient, grantToken } from '../features/institutions/index.ts';

let world: AccountWorld;
let visitor: Visitor;
let token = '';

beforeAll(async () => {
  world = await openAccountWorld();
  world.settle('learner', { subject: 'sanne' });
  visitor = world.openBrowser();
  await visitor.signIn('learner', 'sanne');
  const client = { clientId: 'program', secret: 'secret' };
  const institutionId = world.institutionId('groningen');
  await createApiClient(world.deps, { ...client, institutionId, name: 'A program', scopes: ['awards.read'] });
  const granted = await grantToken(world.deps, client);
  if (granted.outcome === 'granted') token = granted.token;
});
afterAll(() => world.close());

const ask = async (url: string, headers: Record<string, string>) => world.app.inject({ url, headers });
const cookie = () => `session=${visitor.cookies.get('session')}`;

describe('who acts', () => {
  test('is a person by their session', async () => {
    expect(await visitor.actor()).toMatchObject({ kind: 'person' });
  });

  test('is a program by its token, also beside a cookie', async () => {
    const answer = await ask('/whoami', { authorization: `Bearer ${token}`, cookie: cookie() });
    expect(answer.json()).toMatchObject({
      kind: 'client',
      institutionId: world.institutionId('groningen'),
      permissions: ['awards.read'],
    });
  });

  test('is nobody without either', async () => {
    expect((await ask('/whoami', {})).json()).toMatchObject({ kind: 'anonymous' });
  });

  test.each(['Bearer wrong', 'Bearer', 'bearer  x y', 'Bearer \u00e9'])(
    'is not guessed from a wrong token: %j is refused, also beside a cookie',
    async (authorization) => {
      const answer = await ask('/whoami', { authorization, cookie: cookie() });
      expect(answer.statusCode).toBe(401);
      expect(answer.headers['www-authenticate']).toBe('Bearer error="invalid_token"');
      expect(answer.json().type).toBe('urn:waarmerk:problem:token-refused');
    },
  );

  test('is not a program once its token is over', async () => {
    world.clock.advance(600_000);
    expect((await ask('/whoami', { authorization: `Bearer ${token}` })).statusCode).toBe(401);
  });

  test.each(['/c/x', '/%63/x', '/status/x', '/designs/x', '/issuers/x', '/c/x?a=1'])(
    'at %s depends on no cookie',
    async (url) => {
      expect((await ask(url, { cookie: cookie() })).json()).toEqual((await ask(url, {})).json());
      expect((await ask(url, { cookie: cookie() })).json()).toMatchObject({ kind: 'anonymous' });
    },
  );
});
