/** Open Badges 2.0 as JWS of an issuer elsewhere: no register, no database, and an internet of our own making. */
import { createPublicKey } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { tinyPng } from '../../formats/baking/tiny-png.ts';
import {
  bakePng,
  composeCryptographicKey,
  composeIssuer,
  composeOb2RevocationList,
  formats,
  type JsonObject,
  type PublicJwk,
  parseJsonObject,
} from '../../formats/index.ts';
import { signCompactJws } from '../../formats/proofs/vc-jwt/jws.ts';
import { credentialFacts, issue, issuerFacts, publicKeys, rsaSigner } from '../../formats/testing.ts';
import { generateKey, importSigner } from '../../platform/crypto/index.ts';
import type { VerifyOptions } from './inquiry.ts';
import { ask as askIn, outcomes } from './testing/ask.ts';
import type { VerificationReport } from './verification.schema.ts';

type Documents = Readonly<Record<string, JsonObject>>;

const ISSUER = `${issuerFacts.url}?v=2_0`;
const KEY = `${rsaSigner.keyUrl}?v=2_0`;
const LIST = `${issuerFacts.url}/revocations?v=2_0`;
const profile = composeIssuer(issuerFacts, 'en', { keyUrls: [rsaSigner.keyUrl] });

function keyDocument(publicJwk: PublicJwk, change: JsonObject = {}): JsonObject {
  const pem = createPem(publicJwk);
  return { ...composeCryptographicKey(rsaSigner.keyUrl, issuerFacts.url, pem), ...change };
}

const home: Documents = {
  [ISSUER]: profile,
  [KEY]: keyDocument(publicKeys.rsa),
  [LIST]: composeOb2RevocationList(issuerFacts, []),
};

function ask(
  input: string | Uint8Array,
  documents: Documents = home,
  options: VerifyOptions = {},
): Promise<VerificationReport> {
  const web = Object.fromEntries(
    Object.entries(documents).map(([url, document]) => [url, JSON.stringify(document)]),
  );
  return askIn(input, { web, ...options });
}

const badge = formats['ob2-signed'];
const jws = await issue(badge, credentialFacts);
const assertion = badge.open(jws);
const id = String(assertion.id);

/** Signed by the issuer's own key, and yet not as it should be. */
function sign(payload: JsonObject, header: JsonObject = { alg: 'RS256' }): Promise<string> {
  return signCompactJws(header, payload, rsaSigner.sign);
}

describe('a signed badge of Open Badges 2.0', () => {
  test('of an issuer elsewhere is in order, but for a register that knows the issuer', async () => {
    const report = await ask(jws);
    expect(report).toMatchObject({ verdict: 'incomplete', format: 'ob2-signed' });
    expect(outcomes(report)).toEqual({
      readable: 'passed',
      conforms: 'passed',
      proof: 'passed',
      'issuer-binding': 'passed',
      'issuer-known': 'not-checked: no-register',
      validity: 'passed',
      status: 'passed',
    });
    expect(report.credential).toMatchObject({ title: 'Digital Leadership', issuer: 'Campus Fryslân (demo)' });
  });

  test('is the same inside a picture', async () => {
    const report = await ask(bakePng(tinyPng, { keyword: 'openbadges', text: jws }));
    expect(report).toMatchObject({ format: 'ob2-signed', container: 'png' });
    expect(outcomes(report)).toMatchObject({ proof: 'passed', status: 'passed' });
  });

  test('is about the person whose address it holds', async () => {
    const about = async (value: string) => outcomes(await ask(jws, home, { as: { kind: 'email', value } }));
    expect(await about('soren@example.org')).toMatchObject({ recipient: 'passed' });
    expect(await about('else@example.org')).toMatchObject({ recipient: 'failed: recipient-differs' });
  });

  test.each<[string, JsonObject]>([
    ['as text', { revokedAssertions: [id] }],
    ['with its reason', { revokedAssertions: [{ id, revocationReason: 'fraud' }] }],
    ['by its uid', { revokedAssertions: [{ uid: id }] }],
  ])('in the list of revoked ones %s is revoked', async (_, change) => {
    const list = { ...composeOb2RevocationList(issuerFacts, []), ...change };
    expect(outcomes(await ask(jws, { ...home, [LIST]: list }))).toMatchObject({ status: 'failed: revoked' });
  });

  test('whose list cannot be had is unchecked, and so is one whose list is no list or another issuer’s', async () => {
    const { [LIST]: _, ...without } = home;
    expect(outcomes(await ask(jws, without))).toMatchObject({ status: 'not-checked: list-unavailable' });
    const odd = { ...home, [LIST]: { type: 'RevocationList' } };
    expect(outcomes(await ask(jws, odd))).toMatchObject({ status: 'not-checked: list-malformed' });
    const foreign = { ...home, [LIST]: { issuer: 'https://else.example/issuer', revokedAssertions: [] } };
    expect(outcomes(await ask(jws, foreign))).toMatchObject({
      status: 'not-checked: list-of-another-issuer',
    });
  });

  test('asked as of a day before it was revoked is unchecked: the list names no day', async () => {
    const revoked = { ...home, [LIST]: composeOb2RevocationList(issuerFacts, [{ id }]) };
    const report = await ask(jws, revoked, { at: new Date('2026-11-21T09:30:00Z') });
    expect(outcomes(report)).toMatchObject({ status: 'not-checked: as-of-unknown' });
  });

  test('of which one byte was changed is refused', async () => {
    const [header, payload = '', signature] = jws.split('.');
    const changed = `${header}.${payload.slice(0, 400)}${payload[400] === 'A' ? 'B' : 'A'}${payload.slice(401)}.${signature}`;
    const report = await ask(changed);
    expect(report.verdict).toBe('failed');
  });

  test('whose key the issuer does not list is refused, and nothing after it is asked', async () => {
    const { publicKey: _, ...silent } = profile;
    const report = await ask(jws, { ...home, [ISSUER]: silent });
    expect(outcomes(report)).toMatchObject({
      proof: 'failed: key-not-found',
      'issuer-binding': 'not-checked: stopped',
      validity: 'not-checked: stopped',
    });
  });

  test('whose key names another owner is refused', async () => {
    const theirs = keyDocument(publicKeys.rsa, { owner: 'https://else.example/issuer' });
    expect(outcomes(await ask(jws, { ...home, [KEY]: theirs }))).toMatchObject({
      proof: 'failed: key-not-authorized',
    });
  });

  test('signed with another key than the one it names is refused', async () => {
    const other = generateKey('RS256');
    const report = await ask(jws, { ...home, [KEY]: keyDocument(other.publicJwk) });
    expect(outcomes(report)).toMatchObject({ proof: 'failed: wrong-signature' });
    const forged = await signCompactJws({ alg: 'RS256' }, assertion, importSigner(other.privateJwk).sign);
    expect(outcomes(await ask(forged))).toMatchObject({ proof: 'failed: wrong-signature' });
  });

  test('that brings its key along in its header, or wants no signature, is refused', async () => {
    const withKey = await sign(assertion, {
      alg: 'RS256',
      jwk: parseJsonObject(JSON.stringify(publicKeys.rsa)),
    });
    expect(outcomes(await ask(withKey))).toMatchObject({ proof: 'failed: forbidden-header' });
    for (const alg of ['none', 'HS256'])
      expect(outcomes(await ask(await sign(assertion, { alg })))).toMatchObject({
        proof: 'failed: forbidden-algorithm',
      });
  });

  test('signed as this software cannot check is unchecked, never passed', async () => {
    const report = await ask(await sign(assertion, { alg: 'PS256' }));
    expect(report.verdict).toBe('incomplete');
    expect(outcomes(report)).toMatchObject({
      proof: 'not-checked: unsupported-proof',
      'issuer-binding': 'not-checked: proof-not-checked',
    });
  });

  test('while the issuer cannot be reached is unchecked', async () => {
    expect(outcomes(await ask(jws, {}))).toMatchObject({
      conforms: 'not-checked: issuer-unavailable',
      proof: 'not-checked: key-unavailable',
      'issuer-known': 'not-checked: no-register',
    });
    const { [KEY]: _, ...without } = home;
    expect(outcomes(await ask(jws, without))).toMatchObject({ proof: 'not-checked: key-unavailable' });
  });

  test('names the badge class inside, or leads to it; what the address gives must be what was named', async () => {
    const inside = assertion.badge as JsonObject;
    const url = String(inside.id);
    const led = await sign({ ...assertion, badge: url });
    expect(outcomes(await ask(led, { ...home, [url]: inside }))).toMatchObject({ proof: 'passed' });
    const other = { ...inside, id: 'https://else.example/badge' };
    expect(outcomes(await ask(led, { ...home, [url]: other }))).toMatchObject({
      conforms: 'failed: not-conforming',
      proof: 'failed: key-not-found',
    });
  });

  test('that has expired says so', async () => {
    const report = await ask(await sign({ ...assertion, expires: '2026-11-20T00:00:00Z' }));
    expect(outcomes(report)).toMatchObject({ proof: 'passed', validity: 'failed: malformed-date' });
    const past = { ...assertion, issuedOn: '2026-11-01T00:00:00Z', expires: '2026-11-20T00:00:00Z' };
    expect(outcomes(await ask(await sign(past)))).toMatchObject({ validity: 'failed: expired' });
  });
});

function createPem(publicJwk: PublicJwk): string {
  return String(
    createPublicKey({ key: { ...publicJwk }, format: 'jwk' }).export({ type: 'spki', format: 'pem' }),
  );
}
