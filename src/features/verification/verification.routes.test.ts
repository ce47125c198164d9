/** Our own credentials, and whatever strangers send, through the door of the server. */
import { createHash } from 'node:crypto';
import { createServer as createTcpServer, type Server } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, PUBLIC_URL, type World } from '../../../test/support/world.ts';
import { tinyPng } from '../../formats/baking/tiny-png.ts';
import { bakePng, type JsonObject, secureWithDataIntegrity } from '../../formats/index.ts';
import { type App, createServer } from '../../platform/http/index.ts';
import { createLog } from '../../platform/log.ts';
import { system } from '../audit/index.ts';
import { claimAward, grantAwards, revokeAward } from '../awards/index.ts';
import {
  publishAward,
  readHolderDocument,
  readPublicDocument,
  withdrawPublication,
} from '../credentials/index.ts';
import { rotateKey } from '../keys/index.ts';
import { makeHolder, outcomes } from './testing/ask.ts';
import { registerVerificationRoutes } from './verification.routes.ts';
import { reportSchema, type VerificationReport } from './verification.schema.ts';

let world: World;
let app: App;
let design: string;

beforeAll(async () => {
  world = await openWorld();
  await world.settleOperator();
  app = await createServer({
    log: createLog({ level: 'silent' }),
    publicUrl: PUBLIC_URL,
    version: '0',
    development: false,
  });
  registerVerificationRoutes(app, world.deps);
  await app.ready();
  design = await world.publish(world.groningen.designer);
});
afterAll(async () => {
  await app.close();
  await world.close();
});

type Change = {
  readonly expiresOn?: string;
  readonly publish?: boolean;
  readonly olderPlatforms?: boolean;
  readonly email?: string;
};

async function award(change: Change = {}) {
  const { deps, groningen } = world;
  // One award a person and version: each test has a learner of its own.
  const email = change.email ?? `${crypto.randomUUID()}@student.example`;
  const holder = await world.settleLearner(email);
  const granted = await grantAwards(deps, groningen.registrar, {
    design,
    recipients: [
      { email, name: 'Sanne Visser', ...(change.expiresOn ? { expiresOn: change.expiresOn } : {}) },
    ],
  });
  const id = granted.rows[0]?.award ?? '';
  const claimed = await claimAward(deps, holder, { award: id });
  if (change.publish ?? true) {
    const choice = {
      showName: true,
      showResult: false,
      showEvidence: false,
      olderPlatforms: change.olderPlatforms ?? false,
    };
    await publishAward(deps, holder, { award: id, choice });
  }
  await world.settle();
  return { id, holder, email, publicId: claimed.publicId, url: claimed.url };
}

async function post(payload: string | Uint8Array, type = 'application/vc', query = '') {
  return await app.inject({
    method: 'POST',
    url: `/api/v1/verify${query}`,
    headers: { 'content-type': type },
    payload: typeof payload === 'string' ? payload : Buffer.from(payload),
  });
}

async function ask(payload: string | Uint8Array, type?: string, query?: string): Promise<VerificationReport> {
  const answer = await post(payload, type, query);
  expect(answer.statusCode, answer.body).toBe(200);
  return reportSchema.parse(answer.json());
}

async function publicBytes(
  publicId: string,
  format: 'ob3-data-integrity' | 'ob3-jwt' | 'ob2-hosted' = 'ob3-data-integrity',
) {
  return (await readPublicDocument(world.deps, { publicId, format })).document.bytes;
}

const ALL_PASSED = {
  readable: 'passed',
  conforms: 'passed',
  proof: 'passed',
  'issuer-binding': 'passed',
  'issuer-known': 'passed',
  validity: 'passed',
  status: 'passed',
  'quality-approval': 'passed',
};

describe('a credential of ours', () => {
  test('is verified in every format, from bytes, form and address', async () => {
    const { publicId, url } = await award();
    const json = await publicBytes(publicId);
    const report = await ask(json);
    expect(outcomes(report)).toEqual(ALL_PASSED);
    expect(report).toMatchObject({
      verdict: 'verified',
      format: 'ob3-data-integrity',
      credential: { recipient: 'Sanne Visser', id: url },
    });
    expect(await ask(await publicBytes(publicId, 'ob3-jwt'), 'text/plain')).toMatchObject({
      verdict: 'verified',
      format: 'ob3-jwt',
    });
    const png = bakePng(tinyPng, { keyword: 'openbadgecredential', text: json });
    expect(await ask(png, 'image/png')).toMatchObject({ verdict: 'verified', container: 'png' });
    const form = new Response(
      (() => {
        const data = new FormData();
        data.append('file', new Blob([Uint8Array.from(png)]), 'badge.png');
        return data;
      })(),
    );
    const type = form.headers.get('content-type') ?? '';
    expect(await ask(new Uint8Array(await form.arrayBuffer()), type)).toMatchObject({ verdict: 'verified' });
    for (const address of [url, `${url}.json`, `${url}.jwt`, url.replace('localhost', '127.0.0.1')])
      expect(await ask(JSON.stringify({ url: address }), 'application/json', '?offline=1')).toMatchObject({
        verdict: 'verified',
      });
  });

  test('is verified while it is the learner’s alone, and by the address of whom it is about', async () => {
    const { id, holder, email } = await award({ publish: false });
    const { document } = await readHolderDocument(world.deps, holder, {
      award: id,
      format: 'ob3-data-integrity',
    });
    expect(await ask(document.bytes)).toMatchObject({ verdict: 'verified' });
    const asked = await ask(
      document.bytes,
      'application/vc',
      `?as=${encodeURIComponent(`email:${email.toUpperCase()}`)}`,
    );
    expect(outcomes(asked).recipient).toBe('passed');
    expect(await ask(document.bytes, 'application/vc', '?as=email:other@student.example')).toMatchObject({
      verdict: 'failed',
    });
  });

  test('falls in every format when it is revoked, with day and reason', async () => {
    const { id, holder, publicId, url } = await award({ olderPlatforms: true });
    const before = world.deps.clock.now();
    const files = [await publicBytes(publicId), await publicBytes(publicId, 'ob3-jwt')];
    const { document } = await readHolderDocument(world.deps, holder, {
      award: id,
      format: 'ob3-data-integrity',
    });
    expect(await ask(await publicBytes(publicId, 'ob2-hosted'))).toMatchObject({
      verdict: 'verified',
      format: 'ob2-hosted',
    });
    world.clock.advance(3_600_000);
    await revokeAward(world.deps, world.groningen.registrar, { award: id, reason: 'fraud' });
    await world.settle();
    for (const file of [...files, document.bytes]) {
      const report = await ask(file);
      expect(report.verdict).toBe('failed');
      expect(report.checks.find((check) => check.id === 'status')).toMatchObject({
        reason: 'revoked',
        detail: { revocationReason: 'fraud', revokedAt: '2026-11-21T10:00:00Z' },
      });
      const then = await ask(file, 'application/vc', `?at=${encodeURIComponent(before.toISOString())}`);
      expect(outcomes(then).status).toBe('warning: revoked-later');
    }
    const older = await ask(JSON.stringify({ url: `${url}/ob2` }), 'application/json');
    expect(outcomes(older).status).toBe('failed: revoked');
    expect(older.verdict).toBe('failed');
  });

  test('has a report that can be kept: signed by the operator, about just these bytes', async () => {
    const { publicId } = await award();
    const bytes = await publicBytes(publicId);
    expect((await ask(bytes)).signed).toBeUndefined();
    const { signed, input, verdict } = await ask(bytes, 'application/vc', '?sign=1');
    expect(input?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(signed).toMatchObject({
      credentialSubject: { input, report: { verdict, checks: expect.any(Array) } },
    });
    const kept = JSON.stringify(signed);
    const again = await ask(kept);
    expect(again, JSON.stringify(again.checks)).toMatchObject({ verdict: 'verified', format: 'vc' });
    const flattered = kept.replace('"verdict":"verified"', '"verdict":"failed"');
    expect(flattered).not.toBe(kept);
    expect(await ask(flattered)).toMatchObject({ verdict: 'failed' });
  });

  test('expires at the end of its day', async () => {
    const { publicId } = await award({ expiresOn: '2027-01-31' });
    const file = await publicBytes(publicId);
    expect(await ask(file, 'application/vc', '?at=2027-01-31')).toMatchObject({
      checks: expect.arrayContaining([expect.objectContaining({ id: 'validity', outcome: 'passed' })]),
    });
    expect(outcomes(await ask(file, 'application/vc', '?at=2027-02-01')).validity).toBe('failed: expired');
  });

  test('goes on verifying after its key was rotated', async () => {
    const { publicId } = await award();
    const file = await publicBytes(publicId);
    await rotateKey(world.deps, system, {
      issuer: world.groningen.issuer,
      purpose: 'award-ed25519',
      when: 'at-once',
    });
    expect(await ask(file)).toMatchObject({ verdict: 'verified' });
  });

  test('fails when a letter was changed, and is incomplete without its list', async () => {
    const { publicId } = await award();
    const file = await publicBytes(publicId);
    expect(outcomes(await ask(file.replace('Sanne', 'Susan'))).proof).toBe('failed: wrong-signature');
    await world.queryAsSuperuser("UPDATE status_lists SET public_id = public_id || '-away'");
    const report = await ask(file);
    await world.queryAsSuperuser("UPDATE status_lists SET public_id = replace(public_id, '-away', '')");
    expect(outcomes(report).status).toBe('not-checked: list-unavailable');
    expect(report.verdict).toBe('incomplete');
  });
});

describe('what others say in our name', () => {
  async function forge(change: (document: Record<string, unknown>) => void, did?: string): Promise<string> {
    const { publicId } = await award();
    const { proof: _, ...document } = JSON.parse(await publicBytes(publicId));
    change(document);
    const signer = makeHolder('Ed25519', did);
    const secured = await secureWithDataIntegrity(document as JsonObject, {
      signer,
      crypto: world.deps.crypto,
      created: '2026-11-21T09:00:00Z',
    });
    return JSON.stringify(secured);
  }

  test('with a key of their own fails, though the id is one of ours', async () => {
    const report = await ask(await forge(() => undefined));
    expect(outcomes(report)).toMatchObject({ proof: 'passed', 'issuer-binding': 'failed: wrong-controller' });
    expect(report.verdict).toBe('failed');
  });

  test('with our DID before a key of their own fails', async () => {
    const did = (await world.deps.database.asPublic(async () => world.groningen.issuer.did)) ?? '';
    expect(outcomes(await ask(await forge(() => undefined, did))).proof).toBe('failed: key-not-found');
  });

  test('of a DID under our address that we never gave out fails without a fetch', async () => {
    const did = 'did:web:localhost%3A3999:issuers:0000000000000000';
    const text = await forge((document) => {
      document.issuer = { id: did, type: ['Profile'], name: 'University of Groningen' };
    }, did);
    expect(outcomes(await ask(text)).proof).toBe('failed: key-not-found');
  });

  test('one of our issuers about another’s award fails', async () => {
    const { deps, groningen, oosterdiep } = world;
    const signer = await deps.database.asWorker(oosterdiep.institutionId, (tx) =>
      deps.getSigner(tx, oosterdiep.issuer, 'award-ed25519'),
    );
    const { publicId } = await award();
    const { proof: _, ...document } = JSON.parse(await publicBytes(publicId));
    const text = JSON.stringify(
      await secureWithDataIntegrity(document, {
        signer,
        crypto: deps.crypto,
        created: '2026-11-21T09:00:00Z',
      }),
    );
    const report = await ask(text);
    expect(outcomes(report)['issuer-binding']).toBe('failed: wrong-controller');
    expect(groningen.issuer.did).not.toBe(oosterdiep.issuer.did);
  });

  test('as a university of their own making is incomplete: it stands in no register', async () => {
    const signer = makeHolder();
    const { did } = signer;
    const { publicId } = await award();
    const { proof: _, credentialStatus: _s, ...document } = JSON.parse(await publicBytes(publicId));
    const secured = await secureWithDataIntegrity(
      { ...document, issuer: { id: did, type: ['Profile'], name: 'University of Groningen' } },
      { signer, crypto: world.deps.crypto, created: '2026-11-21T09:00:00Z' },
    );
    const report = await ask(JSON.stringify(secured));
    expect(outcomes(report)).toMatchObject({
      'issuer-binding': 'passed',
      'issuer-known': 'not-checked: issuer-in-no-register',
    });
    expect(report.verdict).toBe('incomplete');
  });
});

describe('the report of a published credential', () => {
  const report = (publicId: string) => app.inject({ url: `/api/v1/credentials/${publicId}/report` });

  test('is that of its public bytes', async () => {
    const { publicId } = await award();
    const answer = await report(publicId);
    expect(reportSchema.parse(answer.json())).toMatchObject({
      verdict: 'verified',
      checkedAt: expect.any(String),
    });
  });

  test('is the one 404 for what is private, withdrawn, unknown or malformed', async () => {
    const secret = await award({ publish: false });
    const withdrawn = await award();
    expect((await report(withdrawn.publicId)).statusCode).toBe(200);
    await withdrawPublication(world.deps, withdrawn.holder, { award: withdrawn.id });
    const answers = await Promise.all(
      [secret.publicId, withdrawn.publicId, '0'.repeat(26), 'nothing'].map(report),
    );
    expect(answers.map((answer) => answer.statusCode)).toEqual([404, 404, 404, 404]);
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1);
    const asked = await ask(JSON.stringify({ url: secret.url }), 'application/json');
    expect(outcomes(asked).readable).toBe('failed: nothing-there');
  });
});

describe('addresses that must not be asked', () => {
  let connections = 0;
  let port = 0;
  let canary: Server;
  beforeAll(async () => {
    canary = createTcpServer((socket) => {
      connections += 1;
      socket.destroy();
    });
    await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve));
    const address = canary.address();
    port = typeof address === 'object' && address ? address.port : 0;
  });
  afterAll(() => void canary.close());

  test.each([
    'https://127.0.0.1:PORT/',
    'http://127.0.0.1:PORT/',
    'https://localhost:PORT/',
    'https://2130706433:PORT/',
    'https://[::ffff:127.0.0.1]:PORT/',
    'https://169.254.169.254/latest/meta-data',
    'http://metadata.google.internal/',
    'https://10.0.0.1/',
    'file:///etc/passwd',
    'gopher://127.0.0.1:PORT/',
    'https://user:pw@127.0.0.1:PORT/',
    'javascript:alert(1)',
    'not an address',
    '',
  ])('%s is not checked, and nobody is called', async (template) => {
    connections = 0;
    const url = template.replace('PORT', String(port));
    const report = await ask(JSON.stringify({ url }), 'application/json');
    expect(outcomes(report).readable).toBe('not-checked: unreachable');
    expect(report.verdict).toBe('incomplete');
    expect(connections).toBe(0);
  });

  test('nor when a credential names them for its key, its issuer, its list', async () => {
    connections = 0;
    const { publicId } = await award();
    const document = JSON.parse(await publicBytes(publicId));
    const inside = `https://127.0.0.1:${port}/`;
    const did = `did:web:localhost%3A${port}`;
    for (const change of [
      { proof: [{ ...document.proof[0], verificationMethod: `${inside}#key` }] },
      { proof: [{ ...document.proof[0], verificationMethod: `${did}#key` }] },
      { credentialStatus: { ...document.credentialStatus, statusListCredential: inside } },
    ])
      expect((await ask(JSON.stringify({ ...document, ...change }))).verdict).not.toBe('verified');
    const hosted = {
      '@context': 'https://w3id.org/openbadges/v2',
      id: inside,
      type: 'Assertion',
      badge: inside,
      verification: { type: 'hosted' },
    };
    expect((await ask(JSON.stringify(hosted))).verdict).not.toBe('verified');
    expect(connections).toBe(0);
  });
});

describe('hostile files', () => {
  const deep = `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`;

  test.each([
    ['a deep document', deep, 'application/json'],
    ['a deep list', '['.repeat(100_000), 'application/json'],
    ['NULs', '{"a":"\\u0000","b":"\0"}', 'application/json'],
    ['half a surrogate', '{"a":"\\ud800"}', 'application/json'],
    ['a prototype', '{"__proto__":{"verdict":"verified"}}', 'application/json'],
    [
      'a form without a file',
      '--x\r\ncontent-disposition: form-data; name="other"\r\n\r\n1\r\n--x--\r\n',
      'multipart/form-data; boundary=x',
    ],
    ['a broken form', 'nothing', 'multipart/form-data; boundary=x'],
    ['an odd type', 'hello', 'application/x-odd'],
    [
      'entities',
      '<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
      'image/svg+xml',
    ],
    ['a form as text', 'a=1&b=2', 'application/x-www-form-urlencoded'],
  ])('%s is a report or a refusal', async (_what, payload, type) => {
    const answer = await post(payload, type);
    expect([200, 400, 413, 415]).toContain(answer.statusCode);
    if (answer.statusCode === 200) expect(answer.json().verdict).not.toBe('verified');
  });

  test('nothing at all is refused', async () => {
    expect((await post('', 'application/json')).statusCode).toBe(400);
    expect((await app.inject({ method: 'POST', url: '/api/v1/verify' })).statusCode).toBe(400);
  });

  test('more than two mebibytes is too large, as a body and in a form', async () => {
    expect((await post('a'.repeat(2 * 1024 * 1024 + 1), 'text/plain')).statusCode).toBe(413);
    const form = `--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\n${'a'.repeat(2 * 1024 * 1024 + 1)}\r\n--x--\r\n`;
    expect((await post(form, 'multipart/form-data; boundary=x')).statusCode).toBe(413);
    expect((await post('a'.repeat(2 * 1024 * 1024), 'text/plain')).statusCode).toBe(200);
  });

  test('an image that unpacks to a gibibyte, or stops halfway, says so', async () => {
    const { deflateSync } = await import('node:zlib');
    const bomb = bakePng(tinyPng, { keyword: 'openbadgecredential', text: 'x' });
    // A compressed iTXt chunk, as others write it, of a hundred mebibytes.
    const packed = deflateSync(Buffer.alloc(100 * 1024 * 1024));
    const chunk = Buffer.concat([Buffer.from('openbadgecredential\0\x01\0\0\0', 'latin1'), packed]);
    const { crc32 } = await import('node:zlib');
    const named = Buffer.concat([Buffer.from('iTXt'), chunk]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    const check = Buffer.alloc(4);
    check.writeUInt32BE(crc32(named));
    const end = tinyPng.length - 12;
    const png = Buffer.concat([tinyPng.subarray(0, end), length, named, check, tinyPng.subarray(end)]);
    expect(outcomes(await ask(png, 'image/png')).readable).toMatch(/^failed/);
    expect(outcomes(await ask(bomb.subarray(0, bomb.length - 20), 'image/png')).readable).toMatch(/^failed/);
  });

  test('a question that cannot be read is refused', async () => {
    for (const query of [
      '?at=yesterday',
      '?at=2026-02-30',
      '?as=phone:1',
      '?as=email:',
      `?as=email:${'a'.repeat(400)}`,
    ])
      expect((await post('{}', 'application/json', query)).statusCode).toBe(400);
  });

  test('any bytes are a report, and never a verified one', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 1, maxLength: 1_000 }),
        fc.constantFrom('application/json', 'image/png', 'text/plain'),
        async (bytes, type) => {
          const answer = await post(bytes, type);
          expect(answer.statusCode).toBe(200);
          expect(answer.json().verdict).not.toBe('verified');
        },
      ),
      { numRuns: 200 },
    );
  });

  test('any document in the dress of a badge is a report, and never a verified one', async () => {
    const { publicId } = await award();
    const document = JSON.parse(await publicBytes(publicId));
    const names = [...Object.keys(document), 'verification', 'badge', 'recipient', 'proof'];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.jsonValue({ maxDepth: 3 }),
        fc.boolean(),
        async (name, value, older) => {
          const base = older
            ? { '@context': 'https://w3id.org/openbadges/v2', type: 'Assertion', id: 'urn:x' }
            : document;
          fc.pre(JSON.stringify(base[name]) !== JSON.stringify(value));
          const answer = await post(JSON.stringify({ ...base, [name]: value }));
          expect(answer.statusCode, answer.body).toBe(200);
          expect(answer.json().verdict).not.toBe('verified');
        },
      ),
      { numRuns: 300 },
    );
  });
});
