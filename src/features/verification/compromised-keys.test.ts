/** A key in other hands from T on: what was honest stays good, and no date that a thief writes makes a forgery good. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../../../test/support/world.ts';
import { tinyPng } from '../../formats/baking/tiny-png.ts';
import {
  bakePng,
  formats,
  type JsonObject,
  parseJsonObject,
  type Signer,
  secureWithDataIntegrity,
} from '../../formats/index.ts';
import { sha256 } from '../../platform/crypto/index.ts';
import { system } from '../audit/index.ts';
import { claimAward, grantAwards } from '../awards/index.ts';
import { issueHolderEdition, readHolderDocument } from '../credentials/index.ts';
import { compromiseKey, type KeyPurpose, listPublicKeys } from '../keys/index.ts';
import { openHouse } from './house.ts';
import { verifyCredential } from './verify-credential.ts';

const MINUTE = 60_000;
const NOT_DATED = { verdict: 'incomplete', proof: 'not-checked: key-revoked' };

let world: World;
let design: string;
beforeAll(async () => {
  world = await openWorld();
  design = await world.publish(world.groningen.designer);
});
afterAll(() => world?.close());

/** Signed in both envelopes, as its holder downloads it. */
async function award() {
  const { deps, groningen } = world;
  const address = `${crypto.randomUUID()}@student.example`;
  const holder = await world.settleLearner(address);
  const granted = await grantAwards(deps, groningen.registrar, {
    design,
    recipients: [{ email: address, name: 'Sanne Visser' }],
  });
  const id = granted.rows[0]?.award ?? '';
  await claimAward(deps, holder, { award: id });
  await world.settle();
  const read = async (format: 'ob3-data-integrity' | 'ob3-jwt' | 'ob2-signed') =>
    (await readHolderDocument(deps, holder, { award: id, format })).document.bytes;
  return {
    id,
    json: await read('ob3-data-integrity'),
    jwt: await read('ob3-jwt'),
    older: await read('ob2-signed'),
  };
}

/** By the server's own clock, and nothing remembered of the question before. */
async function ask(text: string | Uint8Array, at?: string) {
  const { deps } = world;
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const report = await verifyCredential(
    { ...deps, house: openHouse(deps) },
    { bytes },
    at === undefined ? {} : { at: new Date(at) },
  );
  const outcomes = Object.fromEntries(
    report.checks.map(({ id, outcome, reason }) => [id, reason ? `${outcome}: ${reason}` : outcome]),
  );
  return { verdict: report.verdict, ...outcomes };
}

/** The key as a thief has it: it goes on signing whatever is done here. */
function steal(purpose: KeyPurpose): Promise<Signer> {
  const { institutionId, issuer } = world.groningen;
  return world.deps.database.asWorker(institutionId, (tx) => {
    const unit = world.groningen.unit.issuer;
    return world.deps.getSigner(tx, purpose === 'status' ? unit : (unit ?? issuer), purpose);
  });
}

async function compromise(signer: Signer, at: Date = world.clock.now()): Promise<void> {
  await compromiseKey(world.deps, system, {
    institutionId: world.groningen.institutionId,
    kid: signer.keyUrl.split('/').at(-1) ?? '',
    at,
    reason: 'stolen',
  });
  await world.settle();
}

const created = '2026-11-21T09:00:00Z';

async function forge(signer: Signer, honest: string): Promise<string> {
  const { proof: _, ...document } = parseJsonObject(honest);
  const forged: JsonObject = { ...document, name: 'A badge that nobody awarded' };
  return JSON.stringify(
    await secureWithDataIntegrity(forged, { signer, crypto: world.deps.crypto, created }),
  );
}

describe('a key that is compromised from T on', () => {
  test('leaves good what was signed before, however it is written out, and nothing that a thief dates back', async () => {
    const honest = await award();
    const thief = await steal('award-ed25519');
    const forged = await forge(thief, honest.json);
    // The control: until somebody tells, only the key stands between the thief and a green tick.
    expect(await ask(forged)).toMatchObject({ verdict: 'verified' });

    world.clock.advance(MINUTE);
    await compromise(thief);
    const { proof, ...rest } = parseJsonObject(honest.json);
    for (const copy of [
      honest.json,
      JSON.stringify({ proof, ...Object.fromEntries(Object.entries(rest).reverse()) }, null, 2),
      bakePng(tinyPng, { keyword: 'openbadgecredential', text: honest.json }),
    ])
      expect(await ask(copy)).toMatchObject({ verdict: 'verified', proof: 'passed' });
    for (const at of [undefined, created, '2026-11-21T09:00:30Z', '2027-01-01T00:00:00Z'])
      expect(await ask(forged, at)).toMatchObject(NOT_DATED);
    // The other envelope has a key of its own.
    expect(await ask(honest.jwt)).toMatchObject({ verdict: 'verified' });
  });

  test('is the same for a JWT, whose key stands in no DID URL', async () => {
    const honest = await award();
    const thief = await steal('award-p256');
    const { id: _, ...document } = formats['ob3-jwt'].open(honest.jwt);
    const forged = await formats['ob3-jwt'].secure(
      { ...document, id: 'urn:uuid:0191f7a0-0000-7000-8000-000000000001' },
      { signer: thief, crypto: world.deps.crypto, created },
    );
    expect(await ask(forged)).toMatchObject({ proof: 'passed' });
    world.clock.advance(MINUTE);
    await compromise(thief);
    expect(await ask(` ${honest.jwt}\n`)).toMatchObject({ verdict: 'verified' });
    expect(await ask(forged)).toMatchObject(NOT_DATED);
    const { proof } = NOT_DATED;
    expect(await ask(forged, created)).toMatchObject({ proof });
  });

  test('is the same for an older badge, whose key stands in the profile', async () => {
    const { older } = await award();
    const thief = await steal('award-rsa');
    const forged = await formats['ob2-signed'].secure(
      { ...formats['ob2-signed'].open(older), narrative: 'A badge that nobody awarded' },
      { signer: thief, crypto: world.deps.crypto, created },
    );
    expect(await ask(forged)).toMatchObject({ proof: 'passed' });
    world.clock.advance(MINUTE);
    await compromise(thief);
    expect(await ask(older)).toMatchObject({ verdict: 'verified' });
    expect(await ask(forged)).toMatchObject(NOT_DATED);
  });

  test('leaves good what its holder keeps, also when we keep it no longer', async () => {
    const { id, json } = await award();
    await issueHolderEdition(world.deps, world.groningen.institutionId, {
      ...{ awardIds: [id], format: 'ob3-data-integrity', anew: true },
    });
    await world.queryAsSuperuser(`DELETE FROM documents WHERE award_id = '${id}'`);
    world.clock.advance(MINUTE);
    await compromise(await steal('award-ed25519'));
    expect(await ask(json)).toMatchObject({ verdict: 'verified' });
  });

  test('leaves open what was signed here after T: it cannot be told from a forgery', async () => {
    const thief = await steal('award-ed25519');
    const since = world.clock.now();
    world.clock.advance(MINUTE);
    const { json } = await award();
    await compromise(thief, since);
    expect(await ask(json)).toMatchObject(NOT_DATED);
  });

  test('signs no more, and the next one does', async () => {
    const before = await steal('award-ed25519');
    await compromise(before);
    const after = await steal('award-ed25519');
    expect(after.verificationMethod).not.toBe(before.verificationMethod);
    const { json } = await award();
    expect(json).toContain(after.verificationMethod);
    expect(await ask(json)).toMatchObject({ verdict: 'verified' });
  });

  test('of the status lists has them signed anew', async () => {
    const { json } = await award();
    expect(await ask(json)).toMatchObject({ status: 'passed' });
    const thief = await steal('status');
    const old = thief.verificationMethod;
    await compromise(thief);
    const lists = await world.queryAsSuperuser<{ document: string }>('SELECT document FROM status_lists');
    expect(lists.filter(({ document }) => document.includes(old))).toEqual([]);
    expect(await ask(json)).toMatchObject({ verdict: 'verified', status: 'passed' });
  });

  test('stands in the DID document with its instant', async () => {
    const { issuer } = world.groningen.unit;
    const keys = await world.deps.database.asPublic((tx) => listPublicKeys(tx, issuer.id));
    const versions = await world.queryAsSuperuser<{ bytes: string }>(
      `SELECT bytes FROM did_documents WHERE issuer_id = '${issuer.id}' ORDER BY version DESC LIMIT 1`,
    );
    const { verificationMethod } = JSON.parse(versions[0]?.bytes ?? '{}');
    expect(verificationMethod).toHaveLength(keys.length);
    const revoked = keys.filter(({ compromisedAt }) => compromisedAt);
    expect(revoked.length).toBeGreaterThan(3);
    for (const { verificationMethod: id, compromisedAt } of revoked)
      expect(verificationMethod).toContainEqual(
        expect.objectContaining({ id, revoked: compromisedAt?.toISOString().replace('.000Z', 'Z') }),
      );
  });
});

describe('the list of what was signed', () => {
  test('answers whoever holds the document, and shows a stranger nothing', async () => {
    const { json, jwt } = await award();
    const { database } = world.deps;
    const [row] = await world.queryAsSuperuser<{ n: number }>(
      'SELECT count(*)::int AS n FROM signed_digests',
    );
    expect(row?.n).toBeGreaterThan(2);
    expect(
      await database.asPublic((tx) => tx.selectFrom('signedDigests').select('digest').execute()),
    ).toEqual([]);
    const digest = sha256(Buffer.from(jwt));
    const seen = await database.asPublic(
      (tx) => tx.selectFrom('signedDigests').select(['digest', 'verificationMethod']).execute(),
      digest,
    );
    expect(seen).toEqual([
      { digest: Buffer.from(digest), verificationMethod: expect.stringContaining('/keys/') },
    ]);
    const house = openHouse(world.deps);
    const now = world.clock.now();
    expect(await house.wasSignedBefore(digest, now)).toBe(false);
    expect(await house.wasSignedBefore(digest, new Date(now.getTime() + 1))).toBe(true);
    expect(await house.wasSignedBefore(sha256(Buffer.from(json)), new Date(now.getTime() + 1))).toBe(false);
  });

  test('is for no institution to read or write, and nobody changes it', async () => {
    const { database } = world.deps;
    const { institutionId } = world.groningen;
    await expect(
      database.asInstitution(institutionId, (tx) =>
        tx.selectFrom('signedDigests').select('digest').execute(),
      ),
    ).rejects.toMatchObject({ code: '42501' });
    const forged = {
      ...{ institutionId, verificationMethod: 'x', signedAt: new Date(0) },
      digest: Buffer.from(sha256(Buffer.from('forged'))),
    };
    await expect(
      database.asInstitution(institutionId, (tx) => tx.insertInto('signedDigests').values(forged).execute()),
    ).rejects.toMatchObject({ code: '42501' });
    for (const change of ["UPDATE signed_digests SET signed_at = '2020-01-01'", 'DELETE FROM signed_digests'])
      await expect(world.queryAsSuperuser(change)).rejects.toMatchObject({ code: '23001' });
  });
});

describe('telling that a key is compromised', () => {
  const tell = (actor: Parameters<typeof compromiseKey>[1], kid: string, at: Date) =>
    compromiseKey(world.deps, actor, {
      ...{ kid, at, reason: 'exposed' },
      institutionId: world.groningen.institutionId,
    });
  const kidOf = async (purpose: KeyPurpose) => (await steal(purpose)).keyUrl.split('/').at(-1) ?? '';

  test('asks for a fresh proof of somebody who manages the institution', async () => {
    const { groningen, oosterdiep, clock } = world;
    const kid = await kidOf('award-p256');
    const now = clock.now();
    const fresh = { sessionProvenAt: now };
    await expect(tell(groningen.administrator, kid, now)).rejects.toMatchObject({
      code: 'accounts/prove-again',
    });
    await expect(tell({ ...groningen.designer, ...fresh }, kid, now)).rejects.toMatchObject({ status: 403 });
    await expect(tell({ ...oosterdiep.administrator, ...fresh }, kid, now)).rejects.toMatchObject({
      status: 404,
    });
    const program = {
      ...({ kind: 'client', clientId: crypto.randomUUID(), institutionId: groningen.institutionId } as const),
      permissions: groningen.administrator.permissions,
    };
    await expect(tell(program, kid, now)).rejects.toMatchObject({ status: 401 });
    await tell({ ...groningen.administrator, ...fresh }, kid, now);
    expect(await kidOf('award-p256')).not.toBe(kid);
  });

  test('can be corrected to earlier, never to later, and never lies in the future', async () => {
    const kid = await kidOf('award-p256');
    const now = world.clock.now();
    const soon = new Date(now.getTime() + MINUTE);
    await expect(tell(system, kid, soon)).rejects.toMatchObject({ code: 'keys/in-the-future' });
    await tell(system, kid, new Date(now.getTime() - MINUTE));
    await expect(tell(system, kid, now)).rejects.toMatchObject({ code: 'keys/already-compromised' });
    await tell(system, kid, new Date(now.getTime() - 2 * MINUTE));
    await expect(
      world.queryAsSuperuser(`UPDATE signing_keys SET compromised_at = now() WHERE kid = '${kid}'`),
    ).rejects.toThrow('one way');
  });

  test('reaches every administrator, and the trail', async () => {
    const { institutionId } = world.groningen;
    const leader = await world.settleLearner('leader@groningen.example', 'Lea Leader');
    await world.queryAsSuperuser(
      `INSERT INTO members (id, institution_id, person_id, identifier, name, role, created_at)
       VALUES (gen_random_uuid(), '${institutionId}', '${leader.personId}', 'leader@groningen.example', 'Lea', 'administrator', now())`,
    );
    const kid = await kidOf('status');
    await tell(system, kid, world.clock.now());
    await world.settle();
    const letters = world.mailSink
      .listLetters()
      .filter(({ subject }) => subject.startsWith('A signing key of'));
    expect(letters).toHaveLength(1);
    expect(JSON.stringify(letters)).toContain('leader@groningen.example');
    const told = await world.queryAsSuperuser<{ detail: object }>(
      "SELECT detail FROM audit_entries WHERE action = 'key.compromised' ORDER BY id DESC LIMIT 1",
    );
    expect(told[0]?.detail).toMatchObject({ kid, purpose: 'status', reason: 'exposed' });
  });
});
