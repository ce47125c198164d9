import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../format.ts';
import { decodeMultibase, encodeMultibase } from '../../multibase.ts';
import { compose } from '../../ob3/compose.ts';
import { listMandatoryPointers } from '../../ob3/selectable-parts.ts';
import { readObjects } from '../../read-members.ts';
import {
  AT,
  CREATED,
  credentialFacts,
  crypto,
  ed25519Signer,
  p256Signer,
  verifyDeps,
} from '../../testing.ts';
import { secureWithBaseProof } from '../selective-disclosure/create-base-proof.ts';
import { deriveDisclosure } from '../selective-disclosure/derive-proof.ts';
import { secureWithDataIntegrity } from './create-proof.ts';
import { type VerifyProofsOptions, verifyDataIntegrity } from './verify-proofs.ts';

const audience = { domain: 'a.example', challenge: 'c1' };

/** One badge for each suite, for one audience. */
const makers: readonly (readonly [string, () => Promise<JsonObject>])[] = [
  ...(['eddsa-rdfc-2022', 'eddsa-jcs-2022', 'ecdsa-rdfc-2019', 'ecdsa-jcs-2019'] as const).map(
    (cryptosuite) =>
      [
        cryptosuite,
        async () => {
          const signer = cryptosuite.startsWith('eddsa') ? ed25519Signer : p256Signer;
          const options = { signer, crypto, created: CREATED, cryptosuite, ...audience };
          return secureWithDataIntegrity(await composeBadge(), options);
        },
      ] as const,
  ),
  [
    'ecdsa-sd-2023',
    async () => {
      const badge = await composeBadge();
      const mandatoryPointers = listMandatoryPointers(badge);
      const options = { signer: p256Signer, crypto, created: CREATED, mandatoryPointers, ...audience };
      return deriveDisclosure(crypto, await secureWithBaseProof(badge, options), ['/evidence']);
    },
  ],
];

describe.each(makers)('a proof of %s', (_, make) => {
  it('holds for its audience, and for those who ask for none', async () => {
    const signed = await make();
    expect(await verify(signed)).toMatchObject({ outcome: 'passed' });
    expect(await verify(signed, audience)).toMatchObject({ outcome: 'passed' });
    expect(await verify(signed, { domain: 'b.example' })).toMatchObject({ reason: 'wrong-domain' });
    expect(await verify(signed, { challenge: 'c2' })).toMatchObject({ reason: 'wrong-challenge' });
    expect(await verify(signed, { proofPurpose: 'authentication' })).toMatchObject({
      reason: 'wrong-purpose',
    });
  });

  it.each<[string, JsonObject, object]>([
    ['another domain', { domain: 'b.example' }, { reason: 'wrong-signature' }],
    ['one domain more', { domain: ['a.example', 'b.example'] }, { reason: 'wrong-signature' }],
    ['a number for a domain', { domain: 7 }, { reason: 'malformed-proof' }],
    ['no domain in its list', { domain: [] }, { reason: 'malformed-proof' }],
    ['another challenge', { challenge: 'c2' }, { reason: 'wrong-signature' }],
    ['a list for a challenge', { challenge: ['c1'] }, { reason: 'malformed-proof' }],
    ['another moment', { created: '2026-11-21T09:30:01Z' }, { reason: 'wrong-signature' }],
    ['a moment without a zone', { created: '2026-11-21T09:30:00' }, { reason: 'malformed-proof' }],
    ['a day for a moment', { created: '2026-11-21' }, { reason: 'malformed-proof' }],
    ['a day that never was', { created: '2026-02-30T09:30:00Z' }, { reason: 'malformed-proof' }],
    ['a number for a moment', { created: 1_795_251_600 }, { reason: 'malformed-proof' }],
    ['an end that is none', { expires: 'never' }, { reason: 'malformed-proof' }],
    ['an end that nobody signed', { expires: '2036-11-21T09:30:00Z' }, { reason: 'wrong-signature' }],
    ['an end in the past', { expires: '2026-11-21T09:59:59Z' }, { reason: 'proof-expired' }],
    ['another purpose', { proofPurpose: 'authentication' }, { reason: 'wrong-purpose' }],
    ['two purposes', { proofPurpose: ['assertionMethod'] }, { reason: 'wrong-purpose' }],
    ['no purpose', { proofPurpose: null }, { reason: 'wrong-purpose' }],
    ['a suite from the future', { cryptosuite: 'mldsa44-rdfc-2030' }, { outcome: 'not-checked' }],
    ['a suite by an inherited name', { cryptosuite: 'toString' }, { outcome: 'not-checked' }],
    ['a list of suites', { cryptosuite: ['eddsa-rdfc-2022'] }, { outcome: 'not-checked' }],
    ['two types', { type: ['DataIntegrityProof'] }, { reason: 'malformed-proof' }],
    ['a context of its own', { '@context': 'https://www.w3.org/ns/credentials/examples/v2' }, {}],
    ['a number for a value', { proofValue: 7 }, { reason: 'malformed-proof' }],
    ['an empty value', { proofValue: '' }, { reason: 'malformed-proof' }],
  ])('does not pass with %s', async (_name, change, expected) => {
    const signed = await make();
    const changed = readObjects(signed.proof).map((proof) => ({ ...proof, ...change }));
    const verdict = await verify({ ...signed, proof: changed });
    expect(verdict).toMatchObject({ outcome: 'failed', ...expected });
  });

  it.each<[string, (value: string) => string]>([
    ['in upper case', (value) => value.toUpperCase()],
    ['in base 16', (value) => `f${Buffer.from(decodeMultibase(value)).toString('hex')}`],
    [
      'in the other of the two alphabets',
      (value) =>
        encodeMultibase(
          value.startsWith('z') ? 'base64url' : 'base58btc',
          decodeMultibase(value).slice(0, 900),
        ),
    ],
    ['with a sign of another alphabet', (value) => `${value.slice(0, -1)}+`],
    ['with white space after it', (value) => `${value}\n`],
    ['with padding', (value) => `${value}=`],
    ['with a nought before its bytes', (value) => `${value.charAt(0)}1${value.slice(1)}`],
    ['of half its length', (value) => value.slice(0, Math.floor(value.length / 2))],
  ])('has one spelling of its value: %s it is malformed', async (_name, respell) => {
    const signed = await make();
    const changed = readObjects(signed.proof).map((proof) => ({
      ...proof,
      proofValue: respell(String(proof.proofValue)),
    }));
    expect(await verify({ ...signed, proof: changed })).toMatchObject({
      outcome: 'failed',
      reason: 'malformed-proof',
    });
  });
});

describe('a proof that names a context', () => {
  it('holds when it is that of its document, in the same order, and with no other', async () => {
    const [, make] = makers[0] ?? [];
    const signed = (await make?.()) ?? {};
    const ask = (context: Json) =>
      verify({
        ...signed,
        proof: readObjects(signed.proof).map((proof) => ({ ...proof, '@context': context })),
      });
    const contexts = [signed['@context'] ?? []].flat();
    expect(await ask(contexts)).toMatchObject({ outcome: 'passed' });
    expect(await ask(contexts.toReversed())).toMatchObject({ reason: 'context-mismatch' });
    expect(await ask(contexts.slice(0, 1))).toMatchObject({ reason: 'context-mismatch' });
  });
});

async function composeBadge(): Promise<JsonObject> {
  return (await compose(credentialFacts, crypto)).document;
}

function verify(document: JsonObject, options: Partial<VerifyProofsOptions> = {}) {
  return verifyDataIntegrity(verifyDeps, document, { at: AT, ...options });
}
