import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { describe, expect, it } from 'vitest';
import { contexts } from '../../contexts/index.ts';
import { resolveDidKey } from '../../did.ts';
import type { Json, JsonObject, ResolvedMethod, VerifyDeps } from '../../format.ts';
import { parseJsonObject } from '../../json.ts';
import { encodeMultikey } from '../../multikey.ts';
import { compose } from '../../ob3/compose.ts';
import { readObjects } from '../../read-members.ts';
import {
  AT,
  CREATED,
  credentialFacts,
  crypto,
  didDocument,
  ed25519Signer,
  hasShared,
  publicKeys,
  readShared,
  readSharedJson,
  resolveTestMethod,
  verifyDeps,
} from '../../testing.ts';
import { secureWithDataIntegrity } from './create-proof.ts';
import { cryptosuites } from './cryptosuites.ts';
import { hashProofAndDocument } from './hash-data.ts';
import { verifyDataIntegrity } from './verify-proofs.ts';

const didKeyDeps: VerifyDeps = { crypto, resolveMethod: resolveDidKey };

describe.skipIf(!hasShared)('the vectors of W3C', () => {
  it.each(['eddsa-rdfc-2022/signedDataInt.json', 'eddsa-jcs-2022/signedJCS.json'])(
    '%s verifies',
    async (path) => {
      const signed = readSharedJson(`w3c-vectors/${path}`);
      expect(await verifyDataIntegrity(didKeyDeps, signed, { at: AT })).toMatchObject({ outcome: 'passed' });
      const forged = { ...signed, name: 'Another' };
      expect(await verifyDataIntegrity(didKeyDeps, forged, { at: AT })).toMatchObject({
        reason: 'wrong-signature',
      });
    },
  );

  it.each([
    ['eddsa-rdfc-2022', 'DataInt'],
    ['eddsa-jcs-2022', 'JCS'],
  ] as const)('%s makes the same bytes to sign', async (suite, suffix) => {
    const folder = `w3c-vectors/${suite}`;
    const config = readSharedJson(`${folder}/proofConfig${suffix}.json`);
    const bytes = await hashProofAndDocument(crypto, {
      suite: cryptosuites[suite],
      algorithm: 'Ed25519',
      proofConfig: config,
      document: readSharedJson('w3c-vectors/unsigned.json'),
    });
    expect(Buffer.from(bytes).toString('hex')).toBe(readShared(`${folder}/combinedHash${suffix}.txt`).trim());
  });

  it.each(['signedProofSet1', 'signedProofSet2', 'signedProofChain1', 'signedProofChain2'])(
    '%s verifies with all its proofs',
    async (name) => {
      const signed = readSharedJson(`w3c-vectors/proof-set-chain/${name}.json`);
      const verdict = await verifyDataIntegrity(didKeyDeps, signed, { at: AT });
      expect(verdict).toMatchObject({ outcome: 'passed' });
      expect(verdict.outcome === 'passed' && verdict.proofs).toHaveLength(readObjects(signed.proof).length);
    },
  );

  it('a chain whose first link was taken away is refused', async () => {
    const signed = readSharedJson('w3c-vectors/proof-set-chain/signedProofChain1.json');
    const [, ...rest] = readObjects(signed.proof);
    const verdict = await verifyDataIntegrity(didKeyDeps, { ...signed, proof: rest }, { at: AT });
    expect(verdict).toMatchObject({ outcome: 'failed', reason: 'previous-proof-missing' });
  });
});

describe('a credential with a Data Integrity proof', () => {
  it('is verified by the library of Digital Bazaar', async () => {
    const credential = await sign();
    const result = await vc.verifyCredential({
      credential,
      suite: new DataIntegrityProof({ cryptosuite }),
      documentLoader,
      now: AT,
      checkStatus: async () => ({ verified: true }),
    });
    expect(result.error).toBeUndefined();
    expect(result.verified).toBe(true);
  });

  it('is verified by us when that library signed it', async () => {
    const { document } = await compose(credentialFacts, crypto);
    const key = await Ed25519Multikey.generate({ controller: 'did:example:issuer' });
    const id = `did:example:issuer#${key.publicKeyMultibase}`;
    key.id = id;
    const signed = await vc.issue({
      credential: { ...document, issuer: 'did:example:issuer' },
      suite: new DataIntegrityProof({ signer: key.signer(), cryptosuite, date: CREATED }),
      documentLoader,
    });
    const resolveMethod = (): ResolvedMethod => ({
      found: true,
      method: {
        id,
        controller: 'did:example:issuer',
        publicJwk: { kty: 'OKP', crv: 'Ed25519', x: rawKey(key.publicKeyMultibase) },
      },
    });
    expect(await verifyDataIntegrity({ crypto, resolveMethod }, signed, { at: AT })).toMatchObject({
      outcome: 'passed',
    });
  });

  it('with eddsa-jcs-2022 carries its context, and falls with another', async () => {
    const { document } = await compose(credentialFacts, crypto);
    const signed = await secureWithDataIntegrity(document, {
      signer: ed25519Signer,
      crypto,
      created: CREATED,
      cryptosuite: 'eddsa-jcs-2022',
    });
    expect(await verify(signed)).toMatchObject({ outcome: 'passed' });
    const [first] = document['@context'] as readonly string[];
    expect(await verify({ ...signed, '@context': [first ?? ''] })).toMatchObject({
      reason: 'context-mismatch',
    });
  });

  it.each<[string, (proof: JsonObject) => JsonObject, object]>([
    [
      'for another purpose',
      (proof) => ({ ...proof, proofPurpose: 'authentication' }),
      { reason: 'wrong-purpose' },
    ],
    ['without a key', ({ verificationMethod: _, ...proof }) => proof, { reason: 'malformed-proof' }],
    [
      'in the other alphabet',
      (proof) => ({ ...proof, proofValue: `u${'A'.repeat(86)}` }),
      { reason: 'malformed-proof' },
    ],
    ['of another length', (proof) => ({ ...proof, proofValue: 'z3u2' }), { reason: 'malformed-proof' }],
    ['made at no moment', (proof) => ({ ...proof, created: 'yesterday' }), { reason: 'malformed-proof' }],
    [
      'made tomorrow',
      (proof) => ({ ...proof, created: '2026-11-22T10:00:00Z' }),
      { reason: 'proof-from-the-future' },
    ],
    ['that expired', (proof) => ({ ...proof, expires: '2026-11-21T09:59:59Z' }), { reason: 'proof-expired' }],
    [
      'after one that is not there',
      (proof) => ({ ...proof, previousProof: 'urn:x' }),
      { reason: 'previous-proof-missing' },
    ],
    [
      'with a member nobody signed',
      (proof) => ({ ...proof, domain: 'a.example' }),
      { reason: 'wrong-signature' },
    ],
    ['with a term nobody defined', (proof) => ({ ...proof, madeUp: 'x' }), { reason: 'not-canonicalizable' }],
    ['of an unknown suite', (proof) => ({ ...proof, cryptosuite: 'bbs-2023' }), { outcome: 'not-checked' }],
    ['of an older kind', (proof) => ({ ...proof, type: 'Ed25519Signature2020' }), { outcome: 'not-checked' }],
  ])('has a proof %s that does not count', async (_, change, expected) => {
    const signed = await sign();
    const [proof = {}] = readObjects(signed.proof);
    const verdict = await verify({ ...signed, proof: [change(proof)] });
    expect(verdict).toMatchObject({ outcome: 'failed', ...expected });
  });

  it.each<[string, Json | undefined, object]>([
    ['no proof', undefined, { reason: 'no-proof' }],
    ['an empty list of them', [], { reason: 'no-proof' }],
    ['something else in the list', ['proof'], { outcome: 'failed' }],
  ])('is refused with %s', async (_, proof, expected) => {
    const { proof: __, ...unsecured } = await sign();
    expect(await verify(proof === undefined ? unsecured : { ...unsecured, proof })).toMatchObject(expected);
  });

  it('is refused when one of two proofs is wrong, though the other is right', async () => {
    const signed = await sign();
    const [proof = {}] = readObjects(signed.proof);
    const stranger = { ...proof, proofValue: `z${'2'.repeat(87)}` };
    const verdict = await verify({ ...signed, proof: [proof, stranger] });
    expect(verdict).toMatchObject({ outcome: 'failed' });
  });

  it('is unchecked when one of two proofs is of a kind unknown here', async () => {
    const signed = await sign();
    const [proof = {}] = readObjects(signed.proof);
    const other = { ...proof, cryptosuite: 'bbs-2023' };
    expect(await verify({ ...signed, proof: [proof, other] })).toMatchObject({ outcome: 'not-checked' });
  });

  it('is held to the domain and challenge that were asked for', async () => {
    const { document } = await compose(credentialFacts, crypto);
    const options = { signer: ed25519Signer, crypto, created: CREATED };
    const signed = await secureWithDataIntegrity(document, {
      ...options,
      domain: 'a.example',
      challenge: 'c1',
    });
    const ask = (domain: string, challenge: string) =>
      verifyDataIntegrity(verifyDeps, signed, { at: AT, domain, challenge });
    expect(await ask('a.example', 'c1')).toMatchObject({ outcome: 'passed' });
    expect(await ask('b.example', 'c1')).toMatchObject({ reason: 'wrong-domain' });
    expect(await ask('a.example', 'c2')).toMatchObject({ reason: 'wrong-challenge' });
  });

  it('outlives its key, but not the theft of it', async () => {
    const signed = await sign();
    const ask = (life: { expires?: string; revoked?: string }) =>
      verifyDataIntegrity(
        { crypto, resolveMethod: (request) => lived(resolveTestMethod(request), life) },
        signed,
        { at: AT },
      );
    expect(await ask({ expires: '2026-11-21T09:45:00Z' })).toMatchObject({ outcome: 'passed' });
    expect(await ask({ expires: '2026-11-21T09:00:00Z' })).toMatchObject({
      outcome: 'failed',
      reason: 'key-expired',
    });
    expect(await ask({ revoked: '2026-11-21T09:45:00Z' })).toMatchObject({
      outcome: 'not-checked',
      reason: 'key-revoked',
    });
    expect(await ask({ revoked: 'some day' })).toMatchObject({
      outcome: 'not-checked',
      reason: 'key-revoked',
    });
  });

  it('is refused with a key of another kind', async () => {
    const resolveMethod = (): ResolvedMethod => ({
      found: true,
      method: { id: ed25519Signer.verificationMethod, controller: 'did:web:x', publicJwk: publicKeys.p256 },
    });
    expect(await verifyDataIntegrity({ crypto, resolveMethod }, await sign(), { at: AT })).toMatchObject({
      reason: 'wrong-key-type',
    });
  });
});

async function sign(): Promise<JsonObject> {
  const { document } = await compose(credentialFacts, crypto);
  return secureWithDataIntegrity(document, { signer: ed25519Signer, crypto, created: CREATED });
}

function verify(document: JsonObject) {
  return verifyDataIntegrity(verifyDeps, document, { at: AT });
}

function lived(resolved: ResolvedMethod, life: { expires?: string; revoked?: string }): ResolvedMethod {
  return resolved.found ? { found: true, method: { ...resolved.method, ...life } } : resolved;
}

function rawKey(multikey: string): string {
  const found = resolveDidKey({ id: `did:key:${multikey}#${multikey}`, purpose: 'assertionMethod' });
  if (!found.found || found.method.publicJwk.x === undefined) throw new TypeError('no key');
  return found.method.publicJwk.x;
}

/** What the library fetches: contexts, the issuer's document, and the method in it. */
async function documentLoader(url: string) {
  const [did] = url.split('#');
  const known = contexts.get(url);
  if (known) return { contextUrl: null, documentUrl: url, document: structuredClone(known) };
  if (did === didDocument.id) {
    const method = readObjects(didDocument.verificationMethod).find(({ id }) => id === url);
    const document = method
      ? {
          '@context': 'https://w3id.org/security/multikey/v1',
          ...method,
          publicKeyMultibase: encodeMultikey(publicKeys.ed25519),
        }
      : { ...didDocument };
    return { contextUrl: null, documentUrl: url, document: parseJsonObject(JSON.stringify(document)) };
  }
  throw new Error(`nothing at ${url}`);
}
