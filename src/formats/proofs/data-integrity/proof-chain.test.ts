import { describe, expect, it } from 'vitest';
import { resolveDidKey } from '../../did.ts';
import type { Json, JsonObject, Signer } from '../../format.ts';
import { encodeMultibase } from '../../multibase.ts';
import { compose } from '../../ob3/compose.ts';
import { readObjects } from '../../read-members.ts';
import {
  AT,
  CREATED,
  credentialFacts,
  crypto,
  ed25519Signer,
  hasShared,
  p256Signer,
  readSharedJson,
  verifyDeps,
} from '../../testing.ts';
import { composeProofMembers } from './create-proof.ts';
import { cryptosuites } from './cryptosuites.ts';
import { hashProofAndDocument } from './hash-data.ts';
import { verifyDataIntegrity } from './verify-proofs.ts';

const FIRST = 'urn:uuid:00000000-0000-4000-8000-000000000001';
const SECOND = 'urn:uuid:00000000-0000-4000-8000-000000000002';

describe('a proof that builds on others', () => {
  it('signs the one that it names by a text, and all that it names in a list', async () => {
    const first = await prove({ id: FIRST });
    const second = await prove({ id: SECOND, signer: p256Signer });
    const onOne = await prove({ previousProof: FIRST, previous: [first] });
    const onBoth = await prove({ previousProof: [FIRST, SECOND], previous: [first, second] });
    expect(await verify([first, onOne])).toMatchObject({ outcome: 'passed' });
    const whole = await verify([first, second, onBoth]);
    expect(whole).toMatchObject({ outcome: 'passed' });
    expect(whole.outcome === 'passed' && whole.proofs).toHaveLength(3);
  });

  it('does not hold over less than what it names', async () => {
    const first = await prove({ id: FIRST });
    const second = await prove({ id: SECOND, signer: p256Signer });
    const shortened = await prove({ previousProof: [FIRST, SECOND], previous: [first] });
    expect(await verify([first, second, shortened])).toMatchObject({ reason: 'wrong-signature' });
    const none = await prove({ previousProof: FIRST });
    expect(await verify([first, none])).toMatchObject({ reason: 'wrong-signature' });
  });

  it('does not hold when the one before it was put in another’s place', async () => {
    const first = await prove({ id: FIRST });
    const other = await prove({ id: FIRST, signer: p256Signer });
    const second = await prove({ previousProof: FIRST, previous: [first] });
    expect(await verify([other, second])).toMatchObject({ reason: 'wrong-signature' });
  });

  it('falls with the one before it', async () => {
    const first = await prove({ id: FIRST });
    const broken = { ...first, created: '2026-11-21T09:31:00Z' };
    const second = await prove({ previousProof: FIRST, previous: [broken] });
    expect(await verify([broken, second])).toMatchObject({ reason: 'wrong-signature' });
    const unknown = { ...first, cryptosuite: 'bbs-2023' };
    const third = await prove({ previousProof: FIRST, previous: [unknown] });
    expect(await verify([unknown, third])).toMatchObject({ outcome: 'not-checked' });
  });

  it.each<[string, Json]>([
    ['one that is not there', 'urn:uuid:00000000-0000-4000-8000-000000000009'],
    ['one that is there and one that is not', [FIRST, SECOND]],
    ['itself', 'urn:uuid:00000000-0000-4000-8000-000000000003'],
    ['one twice', [FIRST, FIRST]],
    ['nothing', []],
    ['something else than a text', [FIRST, 7]],
    ['no value', null],
  ])('is refused when it names %s', async (_, previousProof) => {
    const first = await prove({ id: FIRST });
    const id = 'urn:uuid:00000000-0000-4000-8000-000000000003';
    const second = await prove({ id, previousProof: FIRST, previous: [first] });
    expect(await verify([first, { ...second, previousProof }])).toMatchObject({
      outcome: 'failed',
      reason: 'previous-proof-missing',
    });
  });
});

describe('proofs of one document', () => {
  it('with the same id are refused, though each of them holds', async () => {
    const one = await prove({ id: FIRST });
    const other = await prove({ id: FIRST, signer: p256Signer });
    expect(await verify([one])).toMatchObject({ outcome: 'passed' });
    expect(await verify([other])).toMatchObject({ outcome: 'passed' });
    expect(await verify([one, other])).toMatchObject({ reason: 'malformed-proof', detail: 'id' });
  });

  it.each([7, '', 'first'])('with %s for an id are refused', async (id) => {
    const proof = await prove({});
    expect(await verify([{ ...proof, id }])).toMatchObject({ reason: 'malformed-proof', detail: 'id' });
  });

  it('without order hold in any order', async () => {
    const proofs = [await prove({}), await prove({ signer: p256Signer })];
    expect(await verify(proofs)).toMatchObject({ outcome: 'passed' });
    expect(await verify(proofs.toReversed())).toMatchObject({ outcome: 'passed' });
  });
});

describe.skipIf(!hasShared)('the chains and sets of W3C', () => {
  const read = (name: string) => readSharedJson(`w3c-vectors/proof-set-chain/${name}.json`);
  const ask = (document: JsonObject) =>
    verifyDataIntegrity({ crypto, resolveMethod: resolveDidKey }, document, { at: AT });

  it.each(['signedProofChain1', 'signedProofChain2', 'signedProofSet1', 'signedProofSet2'])(
    '%s hold in any order, and without none of those that others name',
    async (name) => {
      const signed = read(name);
      const proofs = readObjects(signed.proof);
      expect(await ask({ ...signed, proof: proofs.toReversed() })).toMatchObject({ outcome: 'passed' });
      const named = new Set(proofs.flatMap(({ previousProof }) => [previousProof ?? []].flat()));
      for (const { id } of proofs.filter((one) => one.id !== undefined && named.has(one.id))) {
        const rest = proofs.filter((proof) => proof.id !== id);
        expect(await ask({ ...signed, proof: rest })).toMatchObject({ reason: 'previous-proof-missing' });
      }
    },
  );
});

type Making = {
  readonly id?: string;
  readonly previousProof?: string | readonly string[];
  /** What is signed as the proofs before this one. */
  readonly previous?: readonly JsonObject[];
  readonly signer?: Signer;
};

async function prove({
  id,
  previousProof,
  previous = [],
  signer = ed25519Signer,
}: Making): Promise<JsonObject> {
  const badge = await composeBadge();
  const name = signer.algorithm === 'Ed25519' ? 'eddsa-rdfc-2022' : 'ecdsa-rdfc-2019';
  const members = {
    ...(id === undefined ? {} : { id }),
    ...composeProofMembers({ signer, crypto, created: CREATED }, name),
    ...(previousProof === undefined ? {} : { previousProof }),
  };
  const data = await hashProofAndDocument(crypto, {
    suite: cryptosuites[name],
    algorithm: signer.algorithm,
    proofConfig: { '@context': badge['@context'] ?? [], ...members },
    document: previous.length > 0 ? { ...badge, proof: previous } : badge,
  });
  return { ...members, proofValue: encodeMultibase('base58btc', await signer.sign(data)) };
}

async function composeBadge(): Promise<JsonObject> {
  return (await compose(credentialFacts, crypto)).document;
}

async function verify(proof: readonly JsonObject[]) {
  return verifyDataIntegrity(verifyDeps, { ...(await composeBadge()), proof }, { at: AT });
}
