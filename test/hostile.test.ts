/** Whatever comes in by HTTP gets a clear answer: never a fault of ours, never a thing of someone else. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { grantAwards } from '../src/features/awards/index.ts';
import { openServer } from './support/server.ts';
import { openWorld, type World } from './support/world.ts';

let world: World;
let server: Awaited<ReturnType<typeof openServer>>;
let token: string;
let theirs: { design: string; award: string; batch: string };

const SCOPES = [
  'designs.read',
  'designs.write',
  'designs.publish',
  'awards.read',
  'awards.grant',
  'awards.revoke',
  'members.read',
] as const;

beforeAll(async () => {
  world = await openWorld();
  server = await openServer(world);
  token = await server.signInClient(world.groningen.institutionId, SCOPES);
  const design = await world.publish(world.oosterdiep.designer);
  const granted = await grantAwards(world.deps, world.oosterdiep.registrar, {
    design,
    recipients: [{ email: 'kees@example.org' }],
  });
  theirs = { design, award: granted.rows[0]?.award ?? '', batch: granted.batchId ?? '' };
});
afterAll(async () => {
  await server?.app.close();
  await world?.close();
});

/** Texts that break things which were not made for them. */
const NAUGHTY = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  '\udfff\ud800',
  '\u202Ereversed',
  '﷽'.repeat(200),
  'Ω≈ç√∫˜µ',
  '🏳️‍🌈'.repeat(50),
  '../../etc/passwd',
  '%00',
  '%2e%2e%2f',
  "' OR 1=1 --",
  '<script>alert(1)</script>',
  '{{7*7}}',
  '#{7*7}',
  '__proto__',
  'constructor',
  'NaN',
  '1e309',
  '-0',
  '9'.repeat(400),
  'x'.repeat(100_001),
  'javascript:alert(1)',
  'data:text/html,x',
  '00000000-0000-7000-8000-000000000000',
  '2026-02-30',
  'null',
  'true',
  '[]',
  'İstanbul',
  'ß',
  '\r\nBcc: a@b.c',
  'a@b',
  '=1+1',
];

type Operation = { readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'; readonly path: string };

function listOperations(): Operation[] {
  const { paths } = server.app.swagger() as { paths: Record<string, Record<string, unknown>> };
  const hidden: Operation[] = [
    '/c/{id}',
    '/c/{id}.json',
    '/c/{id}/ob2',
    '/status/{id}',
    '/designs/{id}',
    '/designs/{id}/versions/{n}',
    '/designs/{id}/versions/{n}/image.png',
    '/issuers/{id}',
    '/issuers/{id}/did.json',
    '/issuers/{id}/keys/{k}',
    '/backpack/{id}/download.json',
  ].map((path) => ({ method: 'GET', path }));
  const documented = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ method: method.toUpperCase() as Operation['method'], path })),
  );
  return [...documented, ...hidden];
}

const naughty = fc.constantFrom(...NAUGHTY);
/** Members that our schemas know, with values that they do not. */
const body = fc.dictionary(
  fc.constantFrom(
    'design',
    'version',
    'recipients',
    'undo',
    'dryRun',
    'email',
    'name',
    'content',
    'revision',
    'partnerUnits',
    'kind',
    'title',
    'reason',
    'note',
    'showName',
    'address',
    'code',
    'url',
    'slug',
    'unit',
    'defaultLanguage',
    'language',
    '__proto__',
    'returnTo',
  ),
  fc.oneof(
    naughty,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(fc.dictionary(naughty, naughty, { maxKeys: 3 }), { maxLength: 3 }),
    fc.dictionary(naughty, naughty, { maxKeys: 4 }),
  ),
  { maxKeys: 8 },
);

describe('hostile input', () => {
  it('never causes a fault, on any address, by whoever', async () => {
    const operations = listOperations();
    expect(operations.length).toBeGreaterThan(40);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...operations),
        naughty,
        naughty,
        body,
        fc.boolean(),
        async (operation, piece, query, payload, known) => {
          const path = operation.path.replace(
            /\{[^}]+\}/g,
            encodeURIComponent(piece.toWellFormed()).slice(0, 400) || 'x',
          );
          const answer = await server.app.inject({
            method: operation.method,
            url: `${path}?q=${encodeURIComponent(query.toWellFormed()).slice(0, 400)}&page=${encodeURIComponent(query.toWellFormed()).slice(0, 100)}`,
            headers: known ? { authorization: `Bearer ${token}` } : {},
            ...(operation.method === 'GET' || operation.method === 'DELETE'
              ? {}
              : {
                  payload: JSON.stringify(payload),
                  headers: {
                    ...(known ? { authorization: `Bearer ${token}` } : {}),
                    'content-type': 'application/json',
                  },
                }),
          });
          if (answer.statusCode >= 500)
            throw new Error(
              `${operation.method} ${path} ${JSON.stringify(payload).slice(0, 300)} → ${answer.statusCode} ${answer.body.slice(0, 300)}`,
            );
        },
      ),
      { numRuns: 2_000 },
    );
  }, 180_000);

  it('that is no JSON, or no text, or too deep, is called that', async () => {
    const send = (payload: string | Buffer, type = 'application/json') =>
      server.app.inject({
        method: 'POST',
        url: '/api/v1/awards',
        headers: { authorization: `Bearer ${token}`, 'content-type': type },
        payload,
      });
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const cases: [string | Buffer, string?][] = [
      ['{'],
      ['{"a":1}}'],
      ['"\\ud800"'],
      ['{"design":"\\u0000"}'],
      [deep],
      [Buffer.from([0xff, 0xfe, 0x00])],
      ['a=b', 'application/x-www-form-urlencoded'],
      ['<x/>', 'text/xml'],
    ];
    for (const [payload, type] of cases) {
      const answer = await send(payload, type);
      expect([400, 413, 415]).toContain(answer.statusCode);
      expect(answer.headers['content-type']).toContain('application/problem+json');
    }
  });

  it('that is too large is refused before it is read', async () => {
    const answer = await server.app.inject({
      method: 'POST',
      url: '/api/v1/designs',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      payload: `{"title":"${'x'.repeat(3_000_000)}"}`,
    });
    expect(answer.statusCode).toBe(413);
  });

  it('that pollutes a prototype pollutes nothing', async () => {
    await server.app.inject({
      method: 'POST',
      url: '/api/v1/designs',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      payload: '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
    });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('too many requests', () => {
  it('from one address are told to wait, and others go on', async () => {
    const ask = (remoteAddress: string) =>
      server.app.inject({ method: 'GET', url: '/api/v1/providers', remoteAddress });
    let last = 200;
    for (let count = 0; count < 1_300 && last === 200; count += 1)
      last = (await ask('203.0.113.7')).statusCode;
    const refused = await ask('203.0.113.7');
    expect([refused.statusCode, refused.json().type]).toEqual([429, 'urn:waarmerk:problem:too-many']);
    expect((await ask('203.0.113.8')).statusCode).toBe(200);
  });
});

describe('a program of one institution', () => {
  it('finds nothing of another: not to read, not to change, not whether it is there', async () => {
    const at = (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) =>
      server.app.inject({
        method,
        url,
        headers: { authorization: `Bearer ${token}` },
        ...(payload ? { payload } : {}),
      });
    const answers = await Promise.all([
      at('GET', `/api/v1/designs/${theirs.design}`),
      at('GET', `/api/v1/designs/${theirs.design}/image.png`),
      at('POST', `/api/v1/designs/${theirs.design}/publish`, { revision: 1 }),
      at('POST', `/api/v1/designs/${theirs.design}/retire`),
      at('GET', `/api/v1/awards/${theirs.award}`),
      at('POST', `/api/v1/awards/${theirs.award}/revoke`, { reason: 'fraud' }),
      at('POST', `/api/v1/awards/${theirs.award}/undo`),
      at('GET', `/api/v1/batches/${theirs.batch}`),
      at('POST', `/api/v1/batches/${theirs.batch}/undo`),
    ]);
    expect(answers.map((answer) => answer.statusCode)).toEqual(answers.map(() => 404));
    const never = await at('GET', '/api/v1/awards/00000000-0000-7000-8000-000000000000');
    expect(answers[4]?.body).toBe(never.body);
  });

  it('may do only what its scopes say', async () => {
    const reader = await server.signInClient(world.groningen.institutionId, ['awards.read']);
    const design = await world.publish(world.groningen.designer);
    const grant = await server.app.inject({
      method: 'POST',
      url: '/api/v1/awards',
      headers: { authorization: `Bearer ${reader}` },
      payload: { design, recipients: [{ email: 'x@example.org' }] },
    });
    expect(grant.statusCode).toBe(403);
    const publishing = await server.app.inject({
      method: 'PUT',
      url: `/api/v1/awards/${theirs.award}/publication`,
      headers: { authorization: `Bearer ${token}` },
      payload: { showName: true, showResult: true, showEvidence: true },
    });
    expect(publishing.statusCode).toBe(404);
  });

  it('is refused with a token that is wrong, and told so', async () => {
    const answer = await server.app.inject({
      method: 'GET',
      url: '/api/v1/designs',
      headers: { authorization: 'Bearer wrong' },
    });
    expect([answer.statusCode, answer.headers['www-authenticate']]).toEqual([
      401,
      'Bearer error="invalid_token"',
    ]);
  });

  it('grants over HTTP as the interface says: one, many, dry, repeated', async () => {
    const design = await world.publish(world.groningen.designer);
    const send = (payload: object, key?: string) =>
      server.app.inject({
        method: 'POST',
        url: '/api/v1/awards',
        headers: { authorization: `Bearer ${token}`, ...(key ? { 'idempotency-key': key } : {}) },
        payload: { design, ...payload },
      });
    const one = await send({ recipients: [{ email: 'one@example.org', reference: 'r-1' }] }, 'key-1');
    expect([one.statusCode, one.json().state, one.json().reference]).toEqual([201, 'offered', 'r-1']);
    expect(
      (await send({ recipients: [{ email: 'one@example.org', reference: 'r-1' }] }, 'key-1')).json().id,
    ).toBe(one.json().id);
    expect((await send({ recipients: [{ email: 'one@example.org' }] })).statusCode).toBe(409);
    const many = await send({
      recipients: [{ email: 'two@example.org' }, { email: 'one@example.org' }],
      undo: 'PT30M',
    });
    expect([many.statusCode, many.headers.location, many.json().counts]).toEqual([
      202,
      `/api/v1/batches/${many.json().id}`,
      { pending: 1, duplicate: 1 },
    ]);
    const undone = await server.app.inject({
      method: 'POST',
      url: `/api/v1/batches/${many.json().id}/undo`,
      headers: { authorization: `Bearer ${token}` },
    });
    expect(undone.json()).toEqual({ undone: 1 });
    const after = await server.app.inject({
      method: 'GET',
      url: `/api/v1/batches/${many.json().id}`,
      headers: { authorization: `Bearer ${token}` },
    });
    expect(after.json().rows.map((row: { fate: string }) => row.fate)).toEqual(['undone', 'duplicate']);
    expect(
      (await send({ recipients: [{ email: 'three@example.org' }], dryRun: true })).json().rows[0].fate,
    ).toBe('ready');
  });
});
