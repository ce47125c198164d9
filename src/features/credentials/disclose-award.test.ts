/** A part of a credential, made by its holder over HTTP and read by a stranger's verifier. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, PUBLIC_URL, type World } from '../../../test/support/world.ts';
import { type JsonObject, parseJsonObject, readOb3 } from '../../formats/index.ts';
import { type App, createServer } from '../../platform/http/index.ts';
import { createLog } from '../../platform/log.ts';
import { type Actor, anonymous } from '../audit/index.ts';
import { claimAward, grantAwards, revokeAward } from '../awards/index.ts';
import { openHouse, type VerificationReport, verifyCredential } from '../verification/index.ts';
import { registerCredentialRoutes } from './credentials.routes.ts';

let world: World;
let app: App;
let design: string;
let actor: Actor = anonymous;
let count = 0;

beforeAll(async () => {
  world = await openWorld();
  design = await world.publish(world.groningen.designer);
  app = await createServer({
    log: createLog({ level: 'silent' }),
    publicUrl: PUBLIC_URL,
    version: 'test',
    development: false,
  });
  app.decorateRequest('actor');
  app.addHook('onRequest', async (request) => {
    request.actor = actor;
  });
  registerCredentialRoutes(app, { ...world.deps, renderPage: async (_, reply) => reply.code(200).send('') });
  await app.ready();
});
afterAll(async () => {
  await app?.close();
  await world?.close();
});

const secrets = (email: string) => ({
  name: 'Sanne Visser',
  email,
  narrative: 'A fine debate.',
  evidence: 'evidence.example',
});

async function settleAward() {
  const email = `disclosing-${++count}@example.org`;
  const { rows } = await grantAwards(world.deps, world.groningen.registrar, {
    design,
    recipients: [
      {
        email,
        name: 'Sanne Visser',
        result: '8',
        narrative: 'A fine debate.',
        evidence: [{ name: 'Essay', url: 'https://evidence.example/1' }],
      },
    ],
  });
  const award = rows[0]?.award ?? '';
  const learner = await world.settleLearner(email);
  await claimAward(world.deps, learner, { award });
  await world.settle();
  actor = learner;
  return { award, learner, email };
}

async function disclose(award: string, parts: readonly string[]) {
  const answer = await app.inject({
    method: 'POST',
    url: `/api/v1/awards/${award}/disclosures`,
    payload: { parts },
  });
  return { status: answer.statusCode, type: answer.headers['content-type'], text: answer.payload };
}

function ask(text: string): Promise<VerificationReport> {
  const deps = { ...world.deps, house: openHouse(world.deps) };
  return verifyCredential(deps, { bytes: new TextEncoder().encode(text) });
}

describe('a part of a credential', () => {
  test('is verified by anyone, and tells what its holder chose', async () => {
    const { award, email } = await settleAward();
    const { status, type, text } = await disclose(award, ['name', 'result']);
    expect([status, type]).toEqual([200, 'application/vc']);
    const report = await ask(text);
    expect(report).toMatchObject({ verdict: 'verified', credential: { recipient: 'Sanne Visser' } });
    expect(readOb3(parseJsonObject(text)).results.map(({ value }) => value)).toEqual(['8']);
    const { narrative, evidence } = secrets(email);
    for (const secret of [narrative, evidence, email]) expect(text).not.toContain(secret);
    expect(await ask(text.replace('"8"', '"10"'))).toMatchObject({ verdict: 'failed' });
  });

  test('with nothing chosen tells what was awarded and by whom, and nothing of the holder', async () => {
    const { award, email } = await settleAward();
    const { text } = await disclose(award, []);
    expect((await ask(text)).verdict).toBe('verified');
    expect(parseJsonObject(text).credentialSubject).not.toHaveProperty('identifier');
    for (const secret of Object.values(secrets(email))) expect(text).not.toContain(secret);
  });

  test('proves an address to who knows it, when its holder chose that', async () => {
    const { award, email } = await settleAward();
    const recipientOf = async (parts: readonly string[]) => {
      const { text } = await disclose(award, parts);
      const deps = { ...world.deps, house: openHouse(world.deps) };
      const as = { kind: 'email', value: email } as const;
      const report = await verifyCredential(deps, { bytes: new TextEncoder().encode(text) }, { as });
      return report.checks.find(({ id }) => id === 'recipient')?.outcome;
    };
    expect(await recipientOf(['email'])).toBe('passed');
    expect(await recipientOf(['name'])).toBe('not-checked');
  });

  test('falls with its credential when that is revoked', async () => {
    const { award } = await settleAward();
    const { text } = await disclose(award, ['name']);
    await revokeAward(world.deps, world.groningen.registrar, { award, reason: 'fraud' });
    await world.settle();
    expect((await ask(text)).verdict).toBe('failed');
  });

  test('leaves a line in the trail of whose it is, with the names of the parts alone', async () => {
    const { award, learner } = await settleAward();
    await disclose(award, ['name', 'name', 'email']);
    const lines = await world.queryAsSuperuser<{ detail: JsonObject; institution_id: string | null }>(
      `SELECT detail, institution_id FROM audit_entries WHERE action = 'credential.disclosed' AND person_id = '${learner.personId}'`,
    );
    expect(lines).toEqual([{ detail: { parts: ['name', 'email'] }, institution_id: null }]);
  });

  test('is made for its holder alone, of parts that there are', async () => {
    const { award, learner } = await settleAward();
    const other = await world.settleLearner('somebody-else@example.org');
    actor = other;
    expect((await disclose(award, ['name'])).status).toBe(404);
    actor = anonymous;
    expect((await disclose(award, ['name'])).status).toBe(401);
    actor = learner;
    expect((await disclose(award, ['identifier'])).status).toBe(400);
    expect((await disclose(award, ['everything'])).status).toBe(400);
  });
});

describe('what parts are made of', () => {
  test('is given to nobody, not to its holder either', async () => {
    const { award } = await settleAward();
    await disclose(award, ['name']);
    for (const extension of ['json', 'jwt', 'png', 'svg', 'pdf']) {
      const url = `/backpack/${award}/download.${extension}?format=ob3-ecdsa-sd`;
      const answer = await app.inject({ method: 'GET', url });
      expect([extension, answer.statusCode]).toEqual([extension, 400]);
    }
    const known = await app.inject({ method: 'GET', url: `/backpack/${award}/download.json?format=ob3-eu` });
    expect(known.statusCode).toBe(200);
  });

  test('is told by its parts, in the order of a form', async () => {
    const { award } = await settleAward();
    const answer = await app.inject({ method: 'GET', url: `/api/v1/awards/${award}/disclosures` });
    expect(answer.json().parts.toSorted()).toEqual(
      ['creditsEarned', 'email', 'evidence', 'name', 'narrative', 'result'].filter((part) =>
        answer.payload.includes(part),
      ),
    );
    expect(answer.json().parts).toEqual(expect.arrayContaining(['name', 'email', 'result', 'evidence']));
  });
});
