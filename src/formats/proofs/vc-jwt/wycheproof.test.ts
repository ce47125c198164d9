import { describe, expect, it } from 'vitest';
import type { VerificationAlgorithm } from '../../format.ts';
import { isJsonObject } from '../../json.ts';
import { encodeBase64url } from '../../multibase.ts';
import { algorithmOf, parsePublicJwk } from '../../public-jwk.ts';
import { readObject, readObjects, readText } from '../../read-members.ts';
import { crypto, hasShared, readSharedJson } from '../../testing.ts';
import { parseCompactJws } from './jws.ts';

/** Headers name what they sign with; a verifier that took their word would accept the first forgery. */
const headerAlgorithms: Readonly<Record<string, VerificationAlgorithm>> = {
  ES256: 'ES256',
  EdDSA: 'Ed25519',
  RS256: 'RS256',
};

async function acceptsJws(text: string, jwk: unknown): Promise<boolean> {
  const key = parsePublicJwk(jwk);
  const algorithm = key && algorithmOf(key);
  if (!key || !algorithm) return false;
  try {
    const { header, signingInput, signature } = parseCompactJws(text);
    if (headerAlgorithms[String(header.alg)] !== algorithm || 'crit' in header) return false;
    return await crypto.verify(algorithm, key, signingInput, signature);
  } catch {
    return false;
  }
}

describe.skipIf(!hasShared)('the vectors of Wycheproof', () => {
  it('JSON Web Signature: nothing invalid is accepted', async () => {
    const groups = readObjects(readSharedJson('wycheproof/json_web_signature_test.json').testGroups);
    let refused = 0;
    for (const group of groups) {
      for (const test of readObjects(group.tests).filter(({ result }) => result === 'invalid')) {
        expect(await acceptsJws(String(test.jws), group.public), `${test.tcId} ${test.comment}`).toBe(false);
        refused += 1;
      }
    }
    expect(refused).toBeGreaterThan(300);
  });

  it.each([
    ['ed25519_test.json', 'Ed25519'],
    ['ecdsa_secp256r1_sha256_p1363_test.json', 'ES256'],
  ] as const)('%s: every verdict is the expected one', async (file, algorithm) => {
    const groups = readObjects(readSharedJson(`wycheproof/${file}`).testGroups);
    let checked = 0;
    for (const group of groups) {
      const jwk = parsePublicJwk(group.publicKeyJwk ?? toJwk(readObject(group.publicKey)));
      for (const test of readObjects(group.tests)) {
        const message = Buffer.from(String(test.msg), 'hex');
        const signature = Buffer.from(String(test.sig), 'hex');
        const accepted = jwk !== undefined && (await crypto.verify(algorithm, jwk, message, signature));
        expect(accepted, `${test.tcId} ${test.comment}`).toBe(test.result === 'valid');
        checked += 1;
      }
    }
    expect(checked).toBeGreaterThan(100);
  });
});

function toJwk(key: Readonly<Record<string, unknown>>): unknown {
  if (!isJsonObject(key)) return undefined;
  const coordinate = (name: string) =>
    Buffer.from((readText(key[name]) ?? '').slice(-64).padStart(64, '0'), 'hex');
  return {
    kty: 'EC',
    crv: 'P-256',
    x: encodeBase64url(coordinate('wx')),
    y: encodeBase64url(coordinate('wy')),
  };
}
