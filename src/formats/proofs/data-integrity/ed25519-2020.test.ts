import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import * as vc from '@digitalbazaar/vc';
import { contexts as published } from 'ed25519-signature-2020-context';
import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalizeToNQuads } from '../../canonicalize.ts';
import { ED25519_2020 } from '../../contexts/ed25519-2020.ts';
import { CREDENTIALS_V1, contexts } from '../../contexts/index.ts';
import { findVerificationMethod } from '../../did.ts';
import type { JsonObject, MethodRequest } from '../../format.ts';
import { canonicalizeJson } from '../../jcs.ts';
import { AT, CREATED, crypto } from '../../testing.ts';
import { verifyDataIntegrity } from './verify-proofs.ts';

const ISSUER = 'did:example:issuer';
const badge: JsonObject = {
  '@context': [CREDENTIALS_V1, 'https://purl.imsglobal.org/spec/ob/v3p0/context.json', ED25519_2020],
  id: 'urn:uuid:91537dba-56cb-11ec-bf63-0242ac130002',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  name: 'Digital Leadership',
  issuer: { id: ISSUER, type: 'Profile', name: 'An older issuer' },
  issuanceDate: '2022-01-01T00:00:00Z',
  credentialSubject: {
    id: 'did:example:learner',
    type: 'AchievementSubject',
    achievement: {
      id: 'https://older.example/achievements/1',
      type: 'Achievement',
      name: 'Digital Leadership',
      description: 'Leading change.',
      criteria: { narrative: 'Shown in practice.' },
    },
  },
};

describe('an Ed25519Signature2020 of an older badge', () => {
  let signed: JsonObject;
  let controller: JsonObject;

  beforeAll(async () => {
    const key = await Ed25519Multikey.generate({ controller: ISSUER });
    const id = `${ISSUER}#${key.publicKeyMultibase}`;
    key.id = id;
    controller = controllerOf(id, key.publicKeyMultibase);
    signed = await vc.issue({
      credential: badge,
      suite: new Ed25519Signature2020({ signer: key.signer(), date: CREATED }),
      documentLoader: async (url) => ({ documentUrl: url, document: structuredClone(contexts.get(url)) }),
    });
  });

  const verify = (document: JsonObject, keys: JsonObject = controller) =>
    verifyDataIntegrity(
      {
        crypto,
        resolveMethod: (request: MethodRequest) => findVerificationMethod(keys, ISSUER, request),
      },
      document,
      { at: AT },
    );
  const withProof = (change: JsonObject) => ({
    ...signed,
    proof: { ...(signed.proof as JsonObject), ...change }, // the library writes one proof
  });

  it('holds, by a key of the kind of that time', async () => {
    expect(await verify(signed)).toMatchObject({
      outcome: 'passed',
      proofs: [{ method: { controller: ISSUER }, created: CREATED }],
    });
  });

  it.each<[string, JsonObject]>([
    ['the name', { name: 'Another' }],
    ['the issuer', { issuer: { id: 'did:example:other', type: 'Profile', name: 'Another' } }],
    ['the day', { issuanceDate: '2021-01-01T00:00:00Z' }],
  ])('does not hold when %s was changed', async (_, change) => {
    expect(await verify({ ...signed, ...change })).toMatchObject({ reason: 'wrong-signature' });
  });

  it.each<[string, JsonObject, object]>([
    ['for another purpose', { proofPurpose: 'authentication' }, { reason: 'wrong-purpose' }],
    ['with another moment', { created: '2026-11-21T09:30:01Z' }, { reason: 'wrong-signature' }],
    ['made at no moment', { created: 'yesterday' }, { reason: 'malformed-proof' }],
    ['made tomorrow', { created: '2026-11-22T10:00:00Z' }, { reason: 'proof-from-the-future' }],
    ['that expired', { expires: '2026-11-21T09:59:59Z' }, { reason: 'proof-expired' }],
    ['in the other alphabet', { proofValue: `u${'A'.repeat(86)}` }, { reason: 'malformed-proof' }],
    ['that calls itself the newer one', { type: 'DataIntegrityProof' }, { outcome: 'not-checked' }],
    ['with a newer suite’s name', { cryptosuite: 'eddsa-rdfc-2022' }, { outcome: 'not-checked' }],
    ['of an older kind still', { type: 'Ed25519Signature2018' }, { outcome: 'not-checked' }],
  ])('does not count %s', async (_, change, expected) => {
    expect(await verify(withProof(change))).toMatchObject({ outcome: 'failed', ...expected });
  });

  it('does not count by a key that its controller lists for nothing', async () => {
    expect(await verify(signed, { ...controller, assertionMethod: [] })).toMatchObject({
      outcome: 'failed',
      reason: 'key-not-authorized',
    });
  });
});

describe('the context of Ed25519Signature2020', () => {
  it('says what the published one says', async () => {
    const theirs = published.get(ED25519_2020) ?? {};
    expect(canonicalizeJson(contexts.get(ED25519_2020) ?? {})).toEqual(canonicalizeJson(theirs));
    const proof = {
      '@context': ED25519_2020,
      type: 'Ed25519Signature2020',
      created: CREATED,
      verificationMethod: `${ISSUER}#key`,
      proofPurpose: 'assertionMethod',
      domain: 'a.example',
      challenge: 'c1',
    };
    const official = new Map([...contexts, [ED25519_2020, theirs] as const]);
    expect(await canonicalizeToNQuads(proof, official)).toBe(await canonicalizeToNQuads(proof));
  });
});

function controllerOf(id: string, publicKeyMultibase: string): JsonObject {
  return {
    id: ISSUER,
    verificationMethod: [{ id, type: 'Ed25519VerificationKey2020', controller: ISSUER, publicKeyMultibase }],
    assertionMethod: [id],
  };
}
