import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { JsonObject, PublicJwk, ResolvedMethod } from '../../format.ts';
import { decodeMultibase, encodeMultibase } from '../../multibase.ts';
import { compose } from '../../ob3/compose.ts';
import { readObjects } from '../../read-members.ts';
import { AT, CREATED, credentialFacts, crypto, ed25519Signer, publicKeys } from '../../testing.ts';
import { type ProofSigner, secureWithDataIntegrity } from './create-proof.ts';
import { verifyDataIntegrity } from './verify-proofs.ts';

const CONTROLLER = 'did:example:issuer';
const suites = ['ecdsa-rdfc-2019', 'ecdsa-jcs-2019'] as const;
const p256 = makeSigner('ES256', 'prime256v1', 'sha256');
const p384 = makeSigner('ES384', 'secp384r1', 'sha384');

describe.each(suites)('a proof of %s', (cryptosuite) => {
  it.each([
    ['P-256', p256, 88],
    ['P-384', p384, 131],
  ] as const)('with a key of %s holds, and a changed document does not', async (_, key, length) => {
    const signed = await secure(key.signer, cryptosuite);
    expect(proofValueOf(signed).length).toBeGreaterThanOrEqual(length - 3);
    expect(await verify(signed, key.publicJwk)).toMatchObject({ outcome: 'passed' });
    expect(await verify({ ...signed, name: 'Another' }, key.publicJwk)).toMatchObject({
      reason: 'wrong-signature',
    });
  });

  it('takes the hash from the key: SHA-256 under P-384 is a wrong signature', async () => {
    const weak = makeSigner('ES256', 'secp384r1', 'sha384');
    const signed = await secure(weak.signer, cryptosuite);
    expect(await verify(signed, weak.publicJwk)).toMatchObject({ reason: 'wrong-signature' });
  });

  it('is refused with a signature of the other curve’s length', async () => {
    const signed = await secure(p384.signer, cryptosuite);
    expect(await verify(signed, p256.publicJwk)).toMatchObject({ reason: 'wrong-signature' });
  });

  it.each([
    ['Ed25519', publicKeys.ed25519],
    ['RSA', { kty: 'RSA', n: 'AQAB', e: 'AQAB' }],
  ])('is refused with a key of %s', async (_, publicJwk) => {
    const signed = await secure(p256.signer, cryptosuite);
    expect(await verify(signed, publicJwk)).toMatchObject({ reason: 'wrong-key-type' });
  });

  it('is no one’s to make with Ed25519', async () => {
    await expect(secure(ed25519Signer, cryptosuite)).rejects.toThrow('ES256 or ES384');
  });

  it.each([
    ['of neither length', encodeMultibase('base58btc', new Uint8Array(80).fill(7))],
    ['in the other alphabet', encodeMultibase('base64url', new Uint8Array(64).fill(7))],
    ['of nothing', 'z'],
  ])('is malformed with a value %s', async (_, proofValue) => {
    const signed = await secure(p256.signer, cryptosuite);
    const [proof = {}] = readObjects(signed.proof);
    const verdict = await verify({ ...signed, proof: { ...proof, proofValue } }, p256.publicJwk);
    expect(verdict).toMatchObject({ outcome: 'failed', reason: 'malformed-proof' });
  });

  // Data Integrity ECDSA 1.0 asks nobody for low s: refusing the half of sound signatures would call them forged.
  it('holds with s and with n − s, as ECDSA has it', async () => {
    const signed = await secure(p256.signer, cryptosuite);
    const [proof = {}] = readObjects(signed.proof);
    const proofValue = encodeMultibase('base58btc', mirror(proofValueOf(signed)));
    expect(proofValue).not.toBe(proof.proofValue);
    const mirrored = { ...signed, proof: [{ ...proof, proofValue }] };
    expect(await verify(mirrored, p256.publicJwk)).toMatchObject({ outcome: 'passed' });
  });
});

async function secure(signer: ProofSigner, cryptosuite: (typeof suites)[number]): Promise<JsonObject> {
  const { document } = await compose(credentialFacts, crypto);
  return secureWithDataIntegrity(document, { signer, crypto, created: CREATED, cryptosuite });
}

function verify(document: JsonObject, publicJwk: PublicJwk) {
  const resolveMethod = ({ id = '' }): ResolvedMethod => ({
    found: true,
    method: { id, controller: CONTROLLER, publicJwk },
  });
  return verifyDataIntegrity({ crypto, resolveMethod }, document, { at: AT });
}

const ORDER_OF_P256 = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** The other signature of the same bytes under the same key: r and n − s. */
function mirror(proofValue: string): Uint8Array {
  const signature = decodeMultibase(proofValue);
  const s = BigInt(`0x${Buffer.from(signature.subarray(32)).toString('hex')}`);
  const other = (ORDER_OF_P256 - s).toString(16).padStart(64, '0');
  return Uint8Array.from([...signature.subarray(0, 32), ...Buffer.from(other, 'hex')]);
}

function proofValueOf({ proof }: JsonObject): string {
  const [first] = readObjects(proof);
  return typeof first?.proofValue === 'string' ? first.proofValue : '';
}

function makeSigner(algorithm: ProofSigner['algorithm'], curve: string, digest: string) {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: curve });
  const { kty = '', crv = '', x = '', y = '' } = privateKey.export({ format: 'jwk' });
  const signer: ProofSigner = {
    algorithm,
    verificationMethod: `${CONTROLLER}#key`,
    sign: (bytes) => sign(digest, bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' }),
  };
  return { signer, publicJwk: { kty, crv, x, y } };
}
