/** Another implementation verifies what we sign, and we what it signs: the libraries of Digital Bazaar. */
import { generateKeyPairSync, sign } from 'node:crypto';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as ecdsaJcs from '@digitalbazaar/ecdsa-jcs-2019-cryptosuite';
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import { cryptosuite as ecdsaRdfc } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import * as ecdsaSd from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import * as eddsaJcs from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import { cryptosuite as eddsaRdfc } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { describe, expect, it } from 'vitest';
import { contexts } from './contexts/index.ts';
import type { JsonObject, PublicJwk, ResolvedMethod } from './format.ts';
import { decodeMultikey, encodeMultikey } from './multikey.ts';
import { compose } from './ob3/compose.ts';
import { listMandatoryPointers } from './ob3/selectable-parts.ts';
import { type ProofSigner, secureWithDataIntegrity } from './proofs/data-integrity/create-proof.ts';
import type { CryptosuiteName } from './proofs/data-integrity/cryptosuites.ts';
import { verifyDataIntegrity } from './proofs/data-integrity/verify-proofs.ts';
import { secureWithBaseProof } from './proofs/selective-disclosure/create-base-proof.ts';
import { deriveDisclosure } from './proofs/selective-disclosure/derive-proof.ts';
import { AT, CREATED, credentialFacts, crypto } from './testing.ts';

const ISSUER = 'did:example:issuer';

type Curve = 'Ed25519' | 'P-256' | 'P-384';
type Theirs = { readonly signs: object; readonly verifies: object };

const both = (cryptosuite: object): Theirs => ({ signs: cryptosuite, verifies: cryptosuite });
const split = (library: typeof ecdsaJcs): Theirs => ({
  signs: library.createSignCryptosuite(),
  verifies: library.createVerifyCryptosuite(),
});

const suites: readonly (readonly [CryptosuiteName, Curve, Theirs])[] = [
  ['eddsa-rdfc-2022', 'Ed25519', both(eddsaRdfc)],
  ['eddsa-jcs-2022', 'Ed25519', split(eddsaJcs)],
  ['ecdsa-rdfc-2019', 'P-256', both(ecdsaRdfc)],
  ['ecdsa-rdfc-2019', 'P-384', both(ecdsaRdfc)],
  ['ecdsa-jcs-2019', 'P-256', split(ecdsaJcs)],
  ['ecdsa-jcs-2019', 'P-384', split(ecdsaJcs)],
];

describe.each(suites)('%s with a key of %s', (name, curve, theirs) => {
  it('signed by us is verified by them, and nothing else is', async () => {
    const { signer, publicJwk } = makeKey(curve);
    const credential = await secureWithDataIntegrity(await composeBadge(), {
      signer,
      crypto,
      created: CREATED,
      cryptosuite: name,
    });
    const ask = (document: JsonObject) =>
      vc.verifyCredential({
        credential: document,
        suite: new DataIntegrityProof({ cryptosuite: theirs.verifies }),
        documentLoader: loaderOf(publicJwk),
        now: AT,
        checkStatus: async () => ({ verified: true }),
      });
    const result = await ask(credential);
    expect(result.error).toBeUndefined();
    expect(result.verified).toBe(true);
    expect((await ask({ ...credential, name: 'Another' })).verified).toBe(false);
  });

  it('signed by them is verified by us, and nothing else is', async () => {
    const key =
      curve === 'Ed25519'
        ? await Ed25519Multikey.generate({ controller: ISSUER })
        : await EcdsaMultikey.generate({ controller: ISSUER, curve });
    key.id = `${ISSUER}#${key.publicKeyMultibase}`;
    const signed = await vc.issue({
      credential: await composeBadge(),
      suite: new DataIntegrityProof({ signer: key.signer(), cryptosuite: theirs.signs, date: CREATED }),
      documentLoader: loaderOf(decodeMultikey(key.publicKeyMultibase)),
    });
    expect(await verify(signed, decodeMultikey(key.publicKeyMultibase))).toMatchObject({ outcome: 'passed' });
    const { publicJwk } = makeKey(curve);
    expect(await verify(signed, publicJwk, key.id)).toMatchObject({ reason: 'wrong-signature' });
    const changed = { ...signed, name: 'Another' };
    expect(await verify(changed, decodeMultikey(key.publicKeyMultibase))).toMatchObject({
      reason: 'wrong-signature',
    });
  });
});

describe('ecdsa-sd-2023', () => {
  const derivable = (document: JsonObject, pointers: readonly string[], publicJwk: PublicJwk) =>
    vc.derive({
      verifiableCredential: document,
      suite: new DataIntegrityProof({
        cryptosuite: ecdsaSd.createDiscloseCryptosuite({ selectivePointers: pointers }),
      }),
      documentLoader: loaderOf(publicJwk),
    });
  const theyVerify = (credential: JsonObject, publicJwk: PublicJwk) =>
    vc.verifyCredential({
      credential,
      suite: new DataIntegrityProof({ cryptosuite: ecdsaSd.createVerifyCryptosuite() }),
      documentLoader: loaderOf(publicJwk),
      now: AT,
      checkStatus: async () => ({ verified: true }),
    });
  const chosen = ['/credentialSubject/identifier/0', '/credentialSubject/result', '/evidence'];

  it('secured by us is derived from by them and by us, and both verify with both', async () => {
    const { signer, publicJwk } = makeKey('P-256');
    const badge = await composeBadge();
    const mandatoryPointers = listMandatoryPointers(badge);
    const base = await secureWithBaseProof(badge, { signer, crypto, created: CREATED, mandatoryPointers });
    for (const derived of [
      await deriveDisclosure(crypto, base, chosen),
      await derivable(base, chosen, publicJwk),
    ]) {
      expect(derived.credentialSubject).not.toHaveProperty('narrative');
      expect(await verify(derived, publicJwk)).toMatchObject({ outcome: 'passed' });
      const result = await theyVerify(derived, publicJwk);
      expect(result.error).toBeUndefined();
      expect(result.verified).toBe(true);
    }
  });

  it('secured by them is derived from by us and by them, and both verify with both', async () => {
    const key = await EcdsaMultikey.generate({ controller: ISSUER, curve: 'P-256' });
    key.id = `${ISSUER}#${key.publicKeyMultibase}`;
    const publicJwk = decodeMultikey(key.publicKeyMultibase);
    const badge = await composeBadge();
    const base = await vc.issue({
      credential: badge,
      suite: new DataIntegrityProof({
        signer: key.signer(),
        date: CREATED,
        cryptosuite: ecdsaSd.createSignCryptosuite({ mandatoryPointers: listMandatoryPointers(badge) }),
      }),
      documentLoader: loaderOf(publicJwk),
    });
    expect(await verify(base, publicJwk)).toMatchObject({ outcome: 'not-checked', reason: 'base-proof' });
    for (const derived of [
      await deriveDisclosure(crypto, base, chosen),
      await derivable(base, chosen, publicJwk),
    ]) {
      expect(await verify(derived, publicJwk)).toMatchObject({ outcome: 'passed' });
      const result = await theyVerify(derived, publicJwk);
      expect(result.error).toBeUndefined();
      expect(result.verified).toBe(true);
      expect(await verify({ ...derived, name: 'Another' }, publicJwk)).toMatchObject({ outcome: 'failed' });
    }
  });
});

async function composeBadge(): Promise<JsonObject> {
  const { document } = await compose(credentialFacts, crypto);
  return { ...document, issuer: ISSUER };
}

function makeKey(curve: Curve): { readonly signer: ProofSigner; readonly publicJwk: PublicJwk } {
  const { privateKey } =
    curve === 'Ed25519'
      ? generateKeyPairSync('ed25519')
      : generateKeyPairSync('ec', { namedCurve: curve === 'P-256' ? 'prime256v1' : 'secp384r1' });
  const { kty = '', crv = '', x = '', y } = privateKey.export({ format: 'jwk' });
  const publicJwk = { kty, crv, x, ...(y === undefined ? {} : { y }) };
  const digest = { Ed25519: null, 'P-256': 'sha256', 'P-384': 'sha384' }[curve];
  const algorithm = ({ Ed25519: 'Ed25519', 'P-256': 'ES256', 'P-384': 'ES384' } as const)[curve];
  return {
    publicJwk,
    signer: {
      algorithm,
      verificationMethod: `${ISSUER}#${encodeMultikey(publicJwk)}`,
      sign: (bytes) => sign(digest, bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' }),
    },
  };
}

function verify(document: JsonObject, publicJwk: PublicJwk, id = `${ISSUER}#${encodeMultikey(publicJwk)}`) {
  const resolveMethod = (): ResolvedMethod => ({
    found: true,
    method: { id, controller: ISSUER, publicJwk },
  });
  return verifyDataIntegrity({ crypto, resolveMethod }, document, { at: AT });
}

/** What their library fetches: contexts, the issuer's document, and the method in it. */
function loaderOf(publicJwk: PublicJwk) {
  const publicKeyMultibase = encodeMultikey(publicJwk);
  const method = {
    '@context': 'https://w3id.org/security/multikey/v1',
    id: `${ISSUER}#${publicKeyMultibase}`,
    type: 'Multikey',
    controller: ISSUER,
    publicKeyMultibase,
  };
  const controller = {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: ISSUER,
    verificationMethod: [method],
    assertionMethod: [method.id],
  };
  const documents = new Map<string, object>([...contexts, [ISSUER, controller], [method.id, method]]);
  return async (url: string) => {
    const document = documents.get(url);
    if (!document) throw new Error(`nothing at ${url}`);
    return { contextUrl: null, documentUrl: url, document: structuredClone(document) };
  };
}
