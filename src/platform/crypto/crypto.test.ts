import { createPrivateKey, randomBytes, sign } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { OFFICIAL_DATA } from '../../../test/support/official.ts';
import type { PublicJwk } from './index.ts';
import {
  CompressionRefusal,
  createCapabilityId,
  createPublicId,
  EnvelopeRefusal,
  encodeCrockford,
  equalsInConstantTime,
  generateKey,
  gunzipBytes,
  gzipBytes,
  importSigner,
  inflateBytes,
  isCapabilityId,
  isPublicId,
  loadMasterKey,
  openBytes,
  parseMasterKey,
  sealBytes,
  verifySignature,
} from './index.ts';

const text = (words: string) => new TextEncoder().encode(words);

describe.each(['Ed25519', 'ES256'] as const)('a key of %s', (algorithm) => {
  const pair = generateKey(algorithm);
  const signer = importSigner(pair.privateJwk);
  const signature = signer.sign(text('granted'));

  test('signs what its public half verifies', () => {
    expect(signer.algorithm).toBe(algorithm);
    expect(signature).toHaveLength(64);
    expect(verifySignature(algorithm, signer.publicJwk, text('granted'), signature)).toBe(true);
  });

  test('does not verify a changed byte, a changed signature or a cut one', () => {
    const changed = Uint8Array.from(signature);
    changed[10] = (changed[10] ?? 0) ^ 1;
    expect(verifySignature(algorithm, pair.publicJwk, text('granteD'), signature)).toBe(false);
    expect(verifySignature(algorithm, pair.publicJwk, text('granted'), changed)).toBe(false);
    expect(verifySignature(algorithm, pair.publicJwk, text('granted'), signature.subarray(0, 63))).toBe(
      false,
    );
  });

  test('does not verify under another algorithm or with another spelling of the key', () => {
    const other = algorithm === 'Ed25519' ? 'ES256' : 'Ed25519';
    expect(verifySignature(other, pair.publicJwk, text('granted'), signature)).toBe(false);
    const padded: PublicJwk = { ...pair.publicJwk, x: `${pair.publicJwk.x}=` };
    expect(verifySignature(algorithm, padded, text('granted'), signature)).toBe(false);
  });

  test('shows no private part', () => {
    expect(JSON.stringify(signer)).not.toContain(pair.privateJwk.d);
    expect(Object.keys(pair.publicJwk)).not.toContain('d');
  });
});

describe('Ed25519', () => {
  const pair = generateKey('Ed25519');
  const signer = importSigner(pair.privateJwk);
  const nodeKey = createPrivateKey({ key: { ...pair.privateJwk }, format: 'jwk' });

  test('is signed as OpenSSL signs it, and what OpenSSL signs verifies', () => {
    for (const length of [0, 1, 64, 5_000]) {
      const bytes = randomBytes(length);
      const theirs = sign(null, bytes, nodeKey);
      expect(Buffer.from(signer.sign(bytes)).equals(theirs)).toBe(true);
      expect(verifySignature('Ed25519', pair.publicJwk, bytes, theirs)).toBe(true);
    }
  });

  test('takes no key of small order, under which one signature fits many messages', () => {
    // With R neutral and S zero the equation holds for every message whose hash is a multiple of the order.
    const neutral = Buffer.from('01'.padEnd(64, '0'), 'hex');
    const signature = Buffer.concat([neutral, Buffer.alloc(32)]);
    const ofOrderEight = Buffer.from(
      '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
      'hex',
    );
    for (const key of [neutral, Buffer.alloc(32), ofOrderEight]) {
      const publicJwk = { kty: 'OKP', crv: 'Ed25519', x: key.toString('base64url') };
      for (let i = 0; i < 64; i += 1)
        expect(verifySignature('Ed25519', publicJwk, text(`message ${i}`), signature)).toBe(false);
    }
  });

  test('takes no key of another length or spelling', () => {
    const signature = signer.sign(text('granted'));
    for (const x of [
      '',
      'AA',
      `${pair.publicJwk.x}A`,
      ` ${pair.publicJwk.x}`,
      pair.publicJwk.x?.slice(0, -2),
    ])
      expect(
        verifySignature('Ed25519', { kty: 'OKP', crv: 'Ed25519', x: x ?? '' }, text('granted'), signature),
      ).toBe(false);
  });

  test('does not sign with a public key that is not its own', () => {
    const { x } = generateKey('Ed25519').publicJwk;
    expect(() => importSigner({ ...pair.privateJwk, x: x ?? '' })).toThrow(TypeError);
  });
});

const WYCHEPROOF = join(OFFICIAL_DATA, 'wycheproof');
type Vectors = {
  testGroups: {
    publicKeyJwk?: PublicJwk;
    publicKey?: { pk?: string; wx?: string; wy?: string };
    tests: { tcId: number; msg: string; sig: string; result: string }[];
  }[];
};

describe.skipIf(!existsSync(WYCHEPROOF))('the Wycheproof vectors', () => {
  test.each([
    ['Ed25519', 'ed25519_test.json'],
    ['ES256', 'ecdsa_secp256r1_sha256_p1363_test.json'],
  ] as const)('of %s have the verdict they name', (algorithm, file) => {
    const vectors: Vectors = JSON.parse(readFileSync(join(WYCHEPROOF, file), 'utf8'));
    const wrong: number[] = [];
    let verified = 0;
    for (const group of vectors.testGroups) {
      for (const { tcId, msg, sig, result } of group.tests) {
        const jwk = group.publicKeyJwk ?? composeJwk(group.publicKey ?? {});
        const passed = verifySignature(algorithm, jwk, Buffer.from(msg, 'hex'), Buffer.from(sig, 'hex'));
        if (passed !== (result === 'valid')) wrong.push(tcId);
        if (passed) verified += 1;
      }
    }
    expect(wrong).toEqual([]);
    expect(verified).toBeGreaterThan(50);
  });
});

/** Some groups give their key in hex only. */
function composeJwk({ pk, wx = '', wy = '' }: { pk?: string; wx?: string; wy?: string }): PublicJwk {
  const base64url = (hex: string) => Buffer.from(hex, 'hex').toString('base64url');
  if (pk) return { kty: 'OKP', crv: 'Ed25519', x: base64url(pk) };
  return { kty: 'EC', crv: 'P-256', x: base64url(wx), y: base64url(wy) };
}

describe('a sealed secret', () => {
  const master = parseMasterKey('a1'.repeat(32));
  const sealed = sealBytes(master, { bytes: text('a private key'), boundTo: 'key_1' });

  test('opens under the same key and name', () => {
    expect(openBytes(master, { sealed, boundTo: 'key_1' })).toEqual(Buffer.from('a private key'));
    expect(Buffer.from(sealed).includes('a private key')).toBe(false);
  });

  test('is never sealed twice alike', () => {
    expect(sealBytes(master, { bytes: text('a private key'), boundTo: 'key_1' })).not.toEqual(sealed);
  });

  test('does not open under another name, another master key, with a changed byte or a short tag', () => {
    const refused = (act: () => unknown) => expect(act).toThrow(EnvelopeRefusal);
    refused(() => openBytes(master, { sealed, boundTo: 'key_2' }));
    refused(() => openBytes(parseMasterKey('b2'.repeat(32)), { sealed, boundTo: 'key_1' }));
    refused(() => openBytes(master, { sealed: sealed.subarray(0, 20), boundTo: 'key_1' }));
    for (let i = 0; i < sealed.length; i++) {
      const changed = Uint8Array.from(sealed);
      changed[i] = (changed[i] ?? 0) ^ 1;
      refused(() => openBytes(master, { sealed: changed, boundTo: 'key_1' }));
    }
  });
});

describe('the master key file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'waarmerk-master-'));
  const file = join(folder, 'secrets', 'master.key');

  test('is made once, readable by its owner only, and read again afterwards', () => {
    const first = loadMasterKey({ file });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(loadMasterKey({ file }).equals(first)).toBe(true);
  });

  test('is refused when others can read it', () => {
    const open = join(folder, 'open.key');
    writeFileSync(open, 'c3'.repeat(32), { mode: 0o644 });
    expect(() => loadMasterKey({ file: open })).toThrow('others can read');
  });

  test('is not touched when the environment brings the key', () => {
    const unused = join(folder, 'none', 'master.key');
    loadMasterKey({ file: unused, fromEnvironment: 'd4'.repeat(32) });
    expect(existsSync(unused)).toBe(false);
    expect(() => parseMasterKey('too short')).toThrow('32 bytes');
    rmSync(folder, { recursive: true });
  });
});

describe('identifiers', () => {
  test('have the lengths and the alphabet of DECISIONS 5, and do not repeat', () => {
    const capabilities = Array.from({ length: 2000 }, createCapabilityId);
    const ids = Array.from({ length: 2000 }, createPublicId);
    expect(capabilities.every(isCapabilityId) && ids.every(isPublicId)).toBe(true);
    expect(new Set([...capabilities, ...ids]).size).toBe(4000);
    expect(isCapabilityId('8'.repeat(26))).toBe(false);
    expect(isPublicId('l'.repeat(16))).toBe(false);
  });

  test('write every bit', () => {
    expect(encodeCrockford(new Uint8Array(16).fill(255))).toBe(`7${'z'.repeat(25)}`);
    expect(encodeCrockford(Uint8Array.of(0, 0, 0, 0, 1))).toBe('00000001');
  });

  test('compare as texts do', () => {
    expect(equalsInConstantTime('secret', 'secret')).toBe(true);
    expect(equalsInConstantTime('secret', 'secre')).toBe(false);
  });
});

describe('unpacking', () => {
  test('gives back what was packed', () => {
    expect(gunzipBytes(gzipBytes(text('status')), 100)).toEqual(Buffer.from('status'));
  });

  test('refuses a bomb and names it', () => {
    const bomb = gzipSync(new Uint8Array(8 * 1024 * 1024));
    expect(() => gunzipBytes(bomb, 1024)).toThrow(
      expect.objectContaining({ reason: 'compression.too-large' }),
    );
  });

  test('refuses what is not packed', () => {
    expect(() => inflateBytes(text('plain'), 1024)).toThrow(CompressionRefusal);
    expect(() => gunzipBytes(gzipBytes(text('cut off')).subarray(0, 12), 1024)).toThrow(
      expect.objectContaining({ reason: 'compression.malformed' }),
    );
  });
});
