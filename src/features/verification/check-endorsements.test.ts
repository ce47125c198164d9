/** Whoever vouches inside a credential of somebody else: judged by the procedure of the credential itself. */
import { describe, expect, test } from 'vitest';
import {
  composeEndorsement,
  formats,
  type IssuerFacts,
  type JsonObject,
  type Signer,
  secureWithDataIntegrity,
} from '../../formats/index.ts';
import {
  CREATED,
  credentialFacts,
  crypto,
  didDocument,
  ed25519Signer,
  issuerFacts,
} from '../../formats/testing.ts';
import { ask as askIn, makeHolder } from './testing/ask.ts';
import type { Check } from './verification.schema.ts';

const DID_URL = 'https://waarmerk.example/issuers/k7m2q9x4t1v8b3nw/did.json';

function settleEndorser(): { facts: IssuerFacts; signer: Signer } {
  const signer = makeHolder();
  return { facts: { ...issuerFacts, did: signer.did, name: { en: 'Professional body' } }, signer };
}

type Change = { readonly subject?: string; readonly signer?: Signer; readonly after?: JsonObject };

async function vouch(change: Change = {}): Promise<JsonObject> {
  const { facts, signer } = settleEndorser();
  const document = composeEndorsement({
    id: 'https://body.example/endorsements/1',
    issuer: facts,
    language: 'en',
    subject: change.subject ?? credentialFacts.version.id,
    name: 'Endorsement',
    comment: 'Sound.',
    validFrom: '2026-11-21T09:00:00Z',
  });
  const options = { signer: change.signer ?? signer, crypto, created: CREATED };
  return { ...(await secureWithDataIntegrity(document, options)), ...change.after };
}

/** The outer credential is in order whatever it holds: its issuer signed what it was given. */
async function ask(
  ofAchievement: readonly JsonObject[],
): Promise<{ verdict: string; check: Check | undefined }> {
  const { status: _, ...facts } = credentialFacts;
  const format = formats['ob3-data-integrity'];
  const { document } = await format.compose(
    { ...facts, endorsements: { ofAchievement, ofIssuer: [] } },
    crypto,
  );
  const text = await format.secure(document, { signer: ed25519Signer, crypto, created: CREATED });
  const report = await askIn(text, { web: { [DID_URL]: JSON.stringify(didDocument) } });
  expect(report.checks.find(({ id }) => id === 'proof')).toMatchObject({ outcome: 'passed' });
  return { verdict: report.verdict, check: report.checks.find(({ id }) => id === 'endorsements') };
}

describe('an endorsement inside of a credential', () => {
  test('that is not there is no check', async () => {
    expect((await ask([])).check).toBeUndefined();
  });

  test('of a body that no register knows is open, though it is signed as it should be', async () => {
    expect((await ask([await vouch()])).check).toMatchObject({
      outcome: 'not-checked',
      detail: { open: ['Professional body: no-register'] },
    });
  });

  test('about another achievement is a warning', async () => {
    const other = await vouch({ subject: 'https://waarmerk.example/designs/other/versions/1' });
    expect((await ask([other])).check).toMatchObject({
      outcome: 'warning',
      detail: { broken: ['Professional body: about-something-else'] },
    });
  });

  test.each<[string, () => Promise<JsonObject>]>([
    ['whose comment was changed', () => vouch({ after: { name: 'Changed' } })],
    ['whose proof was taken out', async () => ({ ...(await vouch()), proof: [] })],
    ['signed with the key of the one who is praised', () => vouch({ signer: ed25519Signer })],
    ['signed with a key of nobody', () => vouch({ signer: settleEndorser().signer })],
    ['that is over', () => vouch({ after: { validUntil: '2026-11-20T00:00:00Z' } })],
  ])('%s is a warning and never a tick', async (_, make) => {
    const { check } = await ask([await make()]);
    expect(check?.outcome).toBe('warning');
  });

  test('of which one is broken and one is open is a warning that names both', async () => {
    const broken = await vouch({ signer: ed25519Signer });
    expect((await ask([await vouch(), broken])).check).toMatchObject({
      outcome: 'warning',
      detail: { broken: [expect.any(String)], open: [expect.any(String)] },
    });
  });

  test('given by more than ten is not read', async () => {
    const many = await Promise.all(Array.from({ length: 11 }, () => vouch()));
    const { check } = await ask(many);
    expect(check).toMatchObject({ outcome: 'not-checked', reason: 'too-many-endorsements' });
  });
});
