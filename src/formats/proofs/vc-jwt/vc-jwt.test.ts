import { generateKeyPairSync, sign } from 'node:crypto';
import { base64url, CompactSign, compactVerify, importJWK } from 'jose';
import { describe, expect, it } from 'vitest';
import type { JsonObject, PublicJwk, ResolvedMethod, Signer, VerifyDeps } from '../../format.ts';
import { parseJsonObject } from '../../json.ts';
import { ob3VcJwt } from '../../ob3/format.ts';
import { formats } from '../../registry.ts';
import {
  AT,
  CREATED,
  credentialFacts,
  crypto,
  ed25519Signer,
  issue,
  p256Signer,
  publicKeys,
  rsaSigner,
  verifyDeps,
} from '../../testing.ts';
import { signCompactJws } from './jws.ts';
import { secureAsJwt } from './secure-jwt.ts';
import { secureAsVcJose } from './secure-vc-jose.ts';
import { verifyJwt } from './verify-jwt.ts';

const signers: readonly (readonly [alg: string, Signer, PublicJwk])[] = [
  ['ES256', p256Signer, publicKeys.p256],
  ['RS256', rsaSigner, publicKeys.rsa],
  ['EdDSA', ed25519Signer, publicKeys.ed25519],
];
const profiles = [
  ['Open Badges', secureAsJwt],
  ['VC-JOSE-COSE', secureAsVcJose],
] as const;

describe.each(signers)('a badge as JWT with %s', (alg, signer, publicJwk) => {
  it.each(profiles)('in the profile of %s is verified by us and by jose', async (_, secure) => {
    const token = await secure(await composeBadge(), { signer, crypto, created: CREATED });
    expect(await verifyJwt(verifyDeps, token, { at: AT })).toMatchObject({ outcome: 'passed' });
    const { protectedHeader } = await compactVerify(token, await importJWK({ ...publicJwk }, alg));
    expect(protectedHeader.alg).toBe(alg);
  });

  it.each(profiles)('in the profile of %s falls with another letter in it', async (_, secure) => {
    const token = await secure(await composeBadge(), { signer, crypto, created: CREATED });
    const [header = '', payload = '', signature = ''] = token.split('.');
    const changed = JSON.stringify({ ...decode(payload), name: 'Another' });
    const forged = `${header}.${base64url.encode(changed)}.${signature}`;
    expect(await verifyJwt(verifyDeps, forged, { at: AT })).toMatchObject({ reason: 'wrong-signature' });
  });

  it('signed by jose is verified by us', async () => {
    const { privateKey, key } = makeKey(alg);
    const bytes = new TextEncoder().encode(JSON.stringify(await composeBadge()));
    const token = await new CompactSign(bytes)
      .setProtectedHeader({ alg, kid: 'did:example:issuer#k', typ: 'vc+jwt', cty: 'vc' })
      .sign(privateKey);
    expect(await verifyJwt(knowing(key), token, { at: AT })).toMatchObject({ outcome: 'passed' });
    expect(await verifyJwt(knowing(makeKey(alg).key), token, { at: AT })).toMatchObject({
      reason: 'wrong-signature',
    });
  });

  it('is refused when its header names another algorithm than the key has', async () => {
    const other = alg === 'ES256' ? 'RS256' : 'ES256';
    const header = { alg: other, kid: signer.verificationMethod, typ: 'vc+jwt' };
    const token = await signCompactJws(header, await composeBadge(), signer.sign);
    expect(await verifyJwt(verifyDeps, token, { at: AT })).toMatchObject({ reason: 'wrong-key-type' });
  });
});

describe('a badge as JWT with ES384', () => {
  const { privateKey, key } = makeKey('ES384');
  const secure = (header: JsonObject, payload: JsonObject) =>
    signCompactJws({ alg: 'ES384', kid: 'did:example:issuer#k', ...header }, payload, (bytes) =>
      sign('sha384', bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' }),
    );

  it('by another issuer is verified in both profiles', async () => {
    const ours = await secureAsJwt(await composeBadge(), { signer: p256Signer, crypto, created: CREATED });
    const claims = decode(ours.split('.')[1] ?? '');
    for (const token of [
      await secure({ typ: 'JWT' }, claims),
      await secure({ typ: 'vc+jwt' }, await composeBadge()),
    ]) {
      expect(await verifyJwt(knowing(key), token, { at: AT })).toMatchObject({ outcome: 'passed' });
      expect(await verifyJwt(knowing(publicKeys.p256), token, { at: AT })).toMatchObject({
        reason: 'wrong-key-type',
      });
    }
  });
});

describe('a badge in the profile of VC-JOSE-COSE', () => {
  const verify = (token: string) => verifyJwt(verifyDeps, token, { at: AT });

  it('says in its header who signed what, and in its payload the credential alone', async () => {
    const [header = '', payload = ''] = (await issue(ob3VcJwt, credentialFacts)).split('.');
    expect(decode(header)).toEqual({
      alg: 'ES256',
      kid: p256Signer.verificationMethod,
      typ: 'vc+jwt',
      cty: 'vc',
    });
    expect(decode(payload)).toEqual(await composeBadge());
  });

  it('holds no second credential, neither as claim nor as proof', async () => {
    const options = { signer: p256Signer, crypto, created: CREATED };
    for (const claim of ['vc', 'vp', 'proof'])
      await expect(secureAsVcJose({ ...(await composeBadge()), [claim]: {} }, options)).rejects.toMatchObject(
        { reason: 'jwt-malformed' },
      );
  });

  it.each<[string, JsonObject, JsonObject, object]>([
    ['with claims that repeat it', {}, { iss: issuerId(), jti: credentialFacts.id }, { outcome: 'passed' }],
    ['with headers that nobody knows', { 'x-note': 'a' }, {}, { outcome: 'passed' }],
    ['signed before its validity ends', {}, { exp: seconds(60), iat: seconds(-60) }, { outcome: 'passed' }],
    ['with a vc claim', {}, { vc: {} }, { reason: 'forbidden-header' }],
    ['with a vp claim', {}, { vp: {} }, { reason: 'forbidden-header' }],
    ['of another issuer by its claim', {}, { iss: 'did:web:other' }, { detail: 'iss' }],
    ['of another issuer by its header', { iss: 'did:web:other' }, {}, { detail: 'iss' }],
    ['of another id', {}, { jti: 'urn:other' }, { detail: 'jti' }],
    ['about somebody else', {}, { sub: 'urn:other' }, { detail: 'sub' }],
    ['of which the signature expired', {}, { exp: seconds(0) }, { reason: 'proof-expired' }],
    ['signed tomorrow', {}, { iat: seconds(86_400) }, { reason: 'proof-from-the-future' }],
    ['not to be used yet', {}, { nbf: seconds(86_400) }, { reason: 'proof-from-the-future' }],
    ['that expires at no moment', {}, { exp: 'never' }, { reason: 'malformed-jwt' }],
    ['with a critical header', { crit: ['exp'] }, {}, { reason: 'forbidden-header', detail: 'crit' }],
    ['with an unencoded payload', { b64: false }, {}, { reason: 'forbidden-header', detail: 'b64' }],
    ['of another content', { cty: 'vp' }, {}, { reason: 'forbidden-header', detail: 'cty' }],
    ['signed with nothing', { alg: 'none' }, {}, { reason: 'forbidden-algorithm' }],
    ['signed with a shared secret', { alg: 'HS256' }, {}, { reason: 'forbidden-algorithm' }],
    ['signed with what is unknown here', { alg: 'PS256' }, {}, { outcome: 'not-checked' }],
    ['without a key', { kid: null }, {}, { reason: 'forbidden-header' }],
    ['with the claims of Open Badges under its own type', { typ: 'JWT' }, {}, { outcome: 'failed' }],
  ])('%s is judged by its own rules', async (_, header, claims, expected) => {
    const full = { alg: 'ES256', kid: p256Signer.verificationMethod, typ: 'vc+jwt', cty: 'vc', ...header };
    const token = await signCompactJws(full, { ...(await composeBadge()), ...claims }, p256Signer.sign);
    expect(await verify(token)).toMatchObject({ outcome: 'failed', ...expected });
  });

  it('does not take a key from its own header', async () => {
    const header = { alg: 'ES256', typ: 'vc+jwt', jwk: { ...publicKeys.p256 } };
    const token = await signCompactJws(header, await composeBadge(), p256Signer.sign);
    expect(await verify(token)).toMatchObject({ outcome: 'failed', reason: 'key-not-found' });
  });
});

it('every format in a JWT is signed with its own kind of key', async () => {
  const algorithms = [];
  for (const id of ['ob3-jwt', 'ob3-jwt-rs256', 'ob3-jwt-eddsa', 'ob3-vc-jwt'] as const) {
    const [header = ''] = (await issue(formats[id], credentialFacts)).split('.');
    algorithms.push([id, formats[id].keyPurpose, decode(header).alg]);
  }
  expect(algorithms).toEqual([
    ['ob3-jwt', 'award-p256', 'ES256'],
    ['ob3-jwt-rs256', 'award-rsa', 'RS256'],
    ['ob3-jwt-eddsa', 'award-ed25519', 'EdDSA'],
    ['ob3-vc-jwt', 'award-p256', 'ES256'],
  ]);
});

async function composeBadge(): Promise<JsonObject> {
  return (await ob3VcJwt.compose(credentialFacts, crypto)).document;
}

function decode(part: string): JsonObject {
  return parseJsonObject(new TextDecoder().decode(base64url.decode(part)));
}

function issuerId(): string {
  return credentialFacts.version.issuer.did;
}

/** From the instant of the question. */
function seconds(from: number): number {
  return AT.getTime() / 1000 + from;
}

function knowing(publicJwk: PublicJwk): VerifyDeps {
  const resolveMethod = ({ id = '' }): ResolvedMethod => ({
    found: true,
    method: { id, controller: 'did:example:issuer', publicJwk },
  });
  return { crypto, resolveMethod };
}

function makeKey(alg: string) {
  const { privateKey, publicKey } =
    alg === 'EdDSA'
      ? generateKeyPairSync('ed25519')
      : alg === 'RS256'
        ? generateKeyPairSync('rsa', { modulusLength: 2048 })
        : generateKeyPairSync('ec', { namedCurve: alg === 'ES384' ? 'secp384r1' : 'prime256v1' });
  const { kty = '', crv, x, y, n, e } = publicKey.export({ format: 'jwk' });
  const present = Object.fromEntries(
    Object.entries({ crv, x, y, n, e }).filter(([, member]) => member !== undefined),
  );
  const key: PublicJwk = { kty, ...present };
  return { privateKey, key };
}
