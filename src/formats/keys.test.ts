import { createECDH } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  composeDidWeb,
  findVerificationMethod,
  isDid,
  locateDidWeb,
  parseDid,
  resolveDidKey,
} from './did.ts';
import type { JsonObject } from './format.ts';
import { decodeBase58, decodeBase64url, encodeBase58, encodeBase64url } from './multibase.ts';
import { decodeMultikey, encodeMultikey } from './multikey.ts';
import { algorithmOf, isSameKey, parsePublicJwk } from './public-jwk.ts';
import { didDocument, ed25519Signer, publicKeys } from './testing.ts';

describe('multibase', () => {
  it('gives back what was written, in both alphabets', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        expect(decodeBase58(encodeBase58(bytes))).toEqual(bytes);
        expect(decodeBase64url(encodeBase64url(bytes))).toEqual(bytes);
        expect(encodeBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
      }),
    );
  });

  it('writes base58 as the draft’s example', () => {
    expect(encodeBase58(new TextEncoder().encode('Hello World!'))).toBe('2NEpo7TZRRrLZSi2U');
    expect(encodeBase58(Uint8Array.of(0, 0, 0x28, 0x7f, 0xb4, 0xcd))).toBe('11233QC4');
  });

  it.each([
    ['padding', 'AA=='],
    ['unused bits', 'AB'],
    ['white space', 'AA AA'],
    ['the other alphabet', 'AA+/'],
    ['a single letter', 'A'],
  ])('refuses base64url with %s', (_, text) => {
    expect(() => decodeBase64url(text)).toThrow('multibase-malformed');
  });

  it('refuses a letter that base58 leaves out', () => {
    expect(() => decodeBase58('2NEpo7TZRRrLZSi2O')).toThrow('multibase-malformed');
  });
});

describe('public keys', () => {
  it('go from JWK to Multikey and back', () => {
    for (const jwk of [publicKeys.ed25519, publicKeys.p256])
      expect(decodeMultikey(encodeMultikey(jwk))).toEqual(jwk);
    expect(encodeMultikey(publicKeys.ed25519)).toMatch(/^z6Mk/);
    expect(encodeMultikey(publicKeys.p256)).toMatch(/^zDn/);
  });

  it.each([
    ['P-256', 'prime256v1', 32],
    ['P-384', 'secp384r1', 48],
  ] as const)('of %s get back the y they were made with', (crv, curve, size) => {
    for (let round = 0; round < 20; round += 1) {
      const point = createECDH(curve).generateKeys();
      const jwk = {
        kty: 'EC',
        crv,
        x: point.subarray(1, 1 + size).toString('base64url'),
        y: point.subarray(1 + size).toString('base64url'),
      };
      expect(decodeMultikey(encodeMultikey(jwk))).toEqual(jwk);
      expect(parsePublicJwk(jwk)).toEqual(jwk);
    }
  });

  it('of P-384 are told from those of P-256 by their first letters', () => {
    const key = 'z82LkuBieyGShVBhvtE2zoiD6Kma4tJGFtkAhxR5pfkp5QPw4LutoYWhvQCnGjdVn14kujQ';
    expect(decodeMultikey(key)).toMatchObject({ kty: 'EC', crv: 'P-384' });
    expect(algorithmOf(decodeMultikey(key))).toBe('ES384');
    expect(() => encodeMultikey({ ...publicKeys.p256, crv: 'P-384' })).toThrow('multikey-malformed');
    expect(parsePublicJwk({ ...publicKeys.p256, crv: 'P-521' })).toBeUndefined();
  });

  it('are refused when they are not a point of the curve', () => {
    expect(() => encodeMultikey({ ...publicKeys.p256, y: publicKeys.p256.x ?? '' })).toThrow(
      'multikey-malformed',
    );
  });

  it('are refused when their owner published the private part', () => {
    expect(parsePublicJwk({ ...publicKeys.ed25519 })).toEqual(publicKeys.ed25519);
    expect(parsePublicJwk({ ...publicKeys.ed25519, d: 'AA' })).toBeUndefined();
    expect(parsePublicJwk({ kty: 'oct', k: 'AA' })).toBeUndefined();
  });

  it('are the same only when every member is', () => {
    expect(isSameKey(publicKeys.p256, { ...publicKeys.p256 })).toBe(true);
    expect(isSameKey(publicKeys.p256, { ...publicKeys.p256, y: publicKeys.p256.x ?? '' })).toBe(false);
    expect(isSameKey(publicKeys.p256, publicKeys.ed25519)).toBe(false);
  });
});

describe('did:web', () => {
  it.each([
    ['did:web:waarmerk.example', 'https://waarmerk.example/.well-known/did.json'],
    ['did:web:waarmerk.example:issuers:abc', 'https://waarmerk.example/issuers/abc/did.json'],
    ['did:web:localhost%3A3000:issuers:abc', 'http://localhost:3000/issuers/abc/did.json'],
  ])('%s stands at %s', (did, url) => {
    expect(locateDidWeb(did)).toBe(url);
  });

  it.each([
    'did:web:127.0.0.1',
    'did:web:a.example:..:admin',
    'did:web:a.example:%2e%2e',
    'did:web:a.example%2Fx',
    'did:key:z6Mk',
    'https://a.example',
  ])('%s stands nowhere', (did) => {
    expect(() => locateDidWeb(did)).toThrow('did-malformed');
  });

  it('is composed from an origin, loopback as localhost', () => {
    expect(composeDidWeb('https://waarmerk.example', 'issuers', 'abc')).toBe(
      'did:web:waarmerk.example:issuers:abc',
    );
    expect(composeDidWeb('http://127.0.0.1:3000', 'issuers', 'abc')).toBe(
      'did:web:localhost%3A3000:issuers:abc',
    );
  });
});

describe('the key behind a proof', () => {
  const id = ed25519Signer.verificationMethod;
  const did = parseDid(id).did;
  const ask = (document: JsonObject, purpose: 'assertionMethod' | 'authentication' = 'assertionMethod') =>
    findVerificationMethod(document, did, { id, purpose });

  it('is found in the issuer’s document', () => {
    expect(ask(didDocument)).toMatchObject({
      found: true,
      method: { controller: did, publicJwk: publicKeys.ed25519 },
    });
  });

  it.each<[string, JsonObject, string]>([
    ['a document of somebody else', { ...didDocument, id: 'did:web:evil.example' }, 'malformed-document'],
    ['a document that does not list it', { ...didDocument, verificationMethod: [] }, 'not-found'],
    ['a document that lists it for nothing', { ...didDocument, assertionMethod: [] }, 'not-authorized'],
    [
      'a document that says another controls it',
      {
        ...didDocument,
        verificationMethod: [
          {
            id,
            type: 'Multikey',
            controller: 'did:web:evil.example',
            publicKeyMultibase: encodeMultikey(publicKeys.ed25519),
          },
        ],
      },
      'not-authorized',
    ],
    [
      'a document that writes it twice',
      {
        ...didDocument,
        verificationMethod: [
          {
            id,
            controller: did,
            publicKeyMultibase: encodeMultikey(publicKeys.ed25519),
            publicKeyJwk: { ...publicKeys.p256 },
          },
        ],
      },
      'malformed-document',
    ],
  ])('is refused from %s', (_, document, because) => {
    expect(ask(document)).toEqual({ found: false, because });
  });

  it('is refused for a purpose it is not listed for', () => {
    expect(ask(didDocument, 'authentication')).toEqual({ found: false, because: 'not-authorized' });
  });

  it('is the identifier itself in did:key', () => {
    const key = encodeMultikey(publicKeys.ed25519);
    const found = resolveDidKey({ id: `did:key:${key}#${key}`, purpose: 'assertionMethod' });
    expect(found).toMatchObject({
      found: true,
      method: { controller: `did:key:${key}`, publicJwk: publicKeys.ed25519 },
    });
    expect(resolveDidKey({ id: `did:key:${key}#z6MkOther`, purpose: 'assertionMethod' })).toMatchObject({
      found: false,
    });
    expect(isDid(`did:key:${key}`)).toBe(true);
  });
});
