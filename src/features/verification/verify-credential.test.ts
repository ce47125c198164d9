/** Credentials of others: no register, no database, and an internet of our own making. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { OFFICIAL_DATA } from '../../../test/support/official.ts';
import {
  composeIdList,
  composeStatusList,
  createStatusBits,
  encodeStatusBits,
  formats,
  type JsonObject,
  type Signer,
  secureWithDataIntegrity,
  setStatusBit,
} from '../../formats/index.ts';
import {
  CREATED,
  compression,
  credentialFacts,
  crypto,
  didDocument,
  ed25519Signer,
  issue,
  issuerFacts,
  p256Signer,
  publicKeys,
  rsaSigner,
} from '../../formats/testing.ts';
import type { VerifyOptions } from './inquiry.ts';
import type { VerifyInput } from './open-credential.ts';
import { ask as askIn, makeHolder, outcomes, type Web } from './testing/ask.ts';
import type { VerificationReport } from './verification.schema.ts';

const DID_URL = 'https://waarmerk.example/issuers/k7m2q9x4t1v8b3nw/did.json';
const LIST = credentialFacts.status?.list ?? '';
const INDEX = credentialFacts.status?.index ?? 0;

const home: Web = {
  [DID_URL]: JSON.stringify(didDocument),
  [p256Signer.keyUrl]: JSON.stringify({ ...publicKeys.p256, kid: 'p-1' }),
  [rsaSigner.keyUrl]: JSON.stringify({ ...publicKeys.rsa, kid: 'r-1' }),
  [ed25519Signer.keyUrl]: JSON.stringify({ ...publicKeys.ed25519, kid: 'ed-1' }),
};

async function listOf(
  change: { set?: number; entries?: number; signer?: Signer; issuer?: string; validUntil?: string } = {},
) {
  const bits = change.entries ? new Uint8Array(change.entries / 8) : createStatusBits();
  const document = composeStatusList({
    id: LIST,
    issuer: change.issuer ?? issuerFacts.did,
    purpose: 'revocation',
    encodedList: await encodeStatusBits(
      compression,
      change.set === undefined ? bits : setStatusBit(bits, change.set, 1),
    ),
    validFrom: '2026-11-21T08:00:00Z',
    ttl: 60_000,
    ...(change.validUntil ? { validUntil: change.validUntil } : {}),
  });
  return JSON.stringify(
    await secureWithDataIntegrity(document, {
      signer: change.signer ?? ed25519Signer,
      crypto,
      created: CREATED,
    }),
  );
}

function ask(
  input: VerifyInput | string,
  web: Web = home,
  options: VerifyOptions = {},
): Promise<VerificationReport> {
  return askIn(input, { web, ...options });
}

/** What a foreign credential in perfect order gets: all but a register that knows its issuer. */
const IN_ORDER = {
  readable: 'passed',
  conforms: 'passed',
  proof: 'passed',
  'issuer-binding': 'passed',
  'issuer-known': 'not-checked: no-register',
  validity: 'passed',
  status: 'passed',
};

async function signed(
  change: (document: Record<string, unknown>) => void,
  signer: Signer = ed25519Signer,
  created = CREATED,
): Promise<string> {
  const { document } = await formats['ob3-data-integrity'].compose(credentialFacts, crypto);
  const copy = structuredClone(document) as Record<string, unknown>;
  change(copy);
  return JSON.stringify(await secureWithDataIntegrity(copy as JsonObject, { signer, crypto, created }));
}

const json = await issue(formats['ob3-data-integrity'], credentialFacts);
const jwt = await issue(formats['ob3-jwt'], credentialFacts);
const inOrder: Web = { ...home, [LIST]: await listOf() };

describe('a credential of an issuer elsewhere', () => {
  test('passes every check but the register, and is incomplete for that', async () => {
    const report = await ask(json, inOrder);
    expect(outcomes(report)).toEqual(IN_ORDER);
    expect(report).toMatchObject({
      verdict: 'incomplete',
      format: 'ob3-data-integrity',
      credential: { title: 'Digital Leadership', recipient: 'Søren Kjærgaard' },
    });
  });

  test('as JWT binds by a key address that the issuer’s own document lists', async () => {
    expect(outcomes(await ask(jwt, inOrder))).toEqual(IN_ORDER);
    const unlisted = {
      ...inOrder,
      [DID_URL]: JSON.stringify({ ...didDocument, assertionMethod: [ed25519Signer.verificationMethod] }),
    };
    expect(outcomes(await ask(jwt, unlisted))).toMatchObject({
      proof: 'passed',
      'issuer-binding': 'failed: wrong-controller',
    });
    const silent = { ...inOrder };
    Reflect.deleteProperty(silent, DID_URL);
    expect(outcomes(await ask(jwt, silent))).toMatchObject({
      'issuer-binding': 'not-checked: issuer-unavailable',
    });
  });

  test('that was changed fails, and nothing after it is asked', async () => {
    const report = await ask(json.replace('Digital Leadership', 'Digital Leadershib'), inOrder);
    expect(outcomes(report)).toEqual({
      readable: 'passed',
      conforms: 'passed',
      proof: 'failed: wrong-signature',
      'issuer-binding': 'not-checked: stopped',
      'issuer-known': 'not-checked: stopped',
      validity: 'not-checked: stopped',
      status: 'not-checked: stopped',
    });
    expect(report.verdict).toBe('failed');
  });

  test('signed with a key that the issuer does not list fails', async () => {
    const text = await signed(() => undefined, makeHolder('Ed25519', issuerFacts.did));
    expect(outcomes(await ask(text, inOrder)).proof).toBe('failed: key-not-found');
  });

  test('signed with a did:key of someone else fails at the name, whatever it says', async () => {
    const report = await ask(await signed(() => undefined, makeHolder()), inOrder);
    expect(outcomes(report)).toMatchObject({
      proof: 'passed',
      'issuer-binding': 'failed: wrong-controller',
      'issuer-known': 'not-checked: stopped',
    });
    expect(report.verdict).toBe('failed');
  });

  test('whose key’s fragment is a key of another, in a document that does not list it, fails', async () => {
    const thief = makeHolder('Ed25519', 'https://rug.example');
    const web = {
      ...inOrder,
      'https://rug.example': JSON.stringify({
        id: 'https://rug.example',
        type: 'Profile',
        name: 'University of Groningen',
      }),
    };
    const text = await signed((document) => {
      document.issuer = { id: 'https://rug.example', type: ['Profile'], name: 'University of Groningen' };
    }, thief);
    const report = await ask(text, web);
    expect(report.verdict).toBe('failed');
    expect(outcomes(report).proof).toMatch(/^failed/);
  });

  test('of a did:key that calls itself a university is incomplete', async () => {
    const signer = makeHolder();
    const text = await signed((document) => {
      document.issuer = {
        id: signer.verificationMethod.split('#')[0],
        type: ['Profile'],
        name: 'University of Groningen',
      };
      document.credentialStatus = undefined;
    }, signer);
    const report = await ask(text.replace(',"credentialStatus":null', ''), home);
    expect(outcomes(report)).toMatchObject({
      proof: 'passed',
      'issuer-binding': 'passed',
      'issuer-known': 'not-checked: no-register',
    });
    expect(report.verdict).toBe('incomplete');
  });

  test('whose issuer does not answer is not checked, not failed', async () => {
    const report = await ask(json, {});
    expect(outcomes(report)).toMatchObject({
      proof: 'not-checked: key-unavailable',
      'issuer-binding': 'not-checked: proof-not-checked',
    });
    expect(report.verdict).toBe('incomplete');
    expect(outcomes(await ask(json, { [DID_URL]: { status: 503, body: '' } })).proof).toBe(
      'not-checked: key-unavailable',
    );
    expect(outcomes(await ask(json, { [DID_URL]: { status: 404, body: '' } })).proof).toBe(
      'failed: key-not-found',
    );
  });

  test('is not fetched for when one asks so', async () => {
    const report = await ask(json, inOrder, { offline: true });
    expect(outcomes(report)).toMatchObject({
      proof: 'not-checked: key-unavailable',
      status: 'not-checked: offline',
    });
    expect(outcomes(await ask({ url: LIST }, inOrder, { offline: true })).readable).toBe(
      'not-checked: offline',
    );
  });

  test('that is too much work is not checked and does not keep the server busy', async () => {
    const { document } = await formats['ob3-data-integrity'].compose(credentialFacts, crypto);
    const [base, badges] = document['@context'] as string[];
    const heavy = { ...JSON.parse(json), '@context': [base, ...Array.from({ length: 4_000 }, () => badges)] };
    const began = performance.now();
    expect(outcomes(await ask(JSON.stringify(heavy), inOrder)).proof).toBe('not-checked: too-complex');
    expect(performance.now() - began).toBeLessThan(1_500);
  });

  test('in a vocabulary that we do not bring along is not checked', async () => {
    const text = JSON.stringify({
      ...JSON.parse(json),
      '@context': [...JSON.parse(json)['@context'], 'https://elsewhere.example/context.json'],
    });
    expect(outcomes(await ask(text, inOrder)).proof).toBe('not-checked: unsupported-context');
  });
});

describe('its dates', () => {
  const at = (text: string) => ask(json, inOrder, { at: new Date(text) });

  test('decide on the instant that is asked', async () => {
    expect(outcomes(await at('2026-11-21T09:00:00Z')).validity).toBe('passed');
    expect(outcomes(await at('2026-11-21T08:59:59Z')).validity).toBe('failed: not-yet-valid');
    expect(outcomes(await at('2031-11-21T22:59:59Z')).validity).toBe('passed');
    const expired = await at('2031-11-21T23:00:00Z');
    expect(outcomes(expired).validity).toBe('failed: expired');
    expect(expired.verdict).toBe('failed');
  });

  test('must have a zone, and each boundary one name', async () => {
    const zoneless = await signed((document) => {
      document.validUntil = '2031-11-21T23:59:59';
    });
    expect(outcomes(await ask(zoneless, inOrder))).toMatchObject({
      conforms: 'failed: not-conforming',
      validity: 'failed: malformed-date',
    });
  });
});

describe('its status list', () => {
  test.each([
    ['has its bit set', { set: INDEX }, 'failed: revoked'],
    ['has another bit set', { set: INDEX + 1 }, 'passed'],
    ['is too short to hide anyone', { entries: 1_024 }, 'not-checked: list-too-short'],
    ['has expired', { validUntil: '2026-11-21T09:59:59Z' }, 'not-checked: list-expired'],
    [
      'is signed by a stranger in the issuer’s name',
      { signer: makeHolder() },
      'not-checked: list-not-verified',
    ],
  ])('%s', async (_what, change, expected) => {
    const report = await ask(json, { ...home, [LIST]: await listOf(change) });
    expect(outcomes(report).status).toBe(expected);
    expect(report.verdict).toBe(expected.startsWith('failed') ? 'failed' : 'incomplete');
  });

  test('of another issuer says nothing, though it is signed as it should be', async () => {
    const other = makeHolder();
    const list = await listOf({ signer: other, issuer: other.verificationMethod.split('#')[0] ?? '' });
    expect(outcomes(await ask(json, { ...home, [LIST]: list })).status).toBe(
      'not-checked: list-of-another-issuer',
    );
  });

  test('that is missing, no list, or not there leaves it open', async () => {
    for (const [answer, expected] of [
      [{ status: 404, body: '' }, 'not-checked: list-unavailable'],
      ['<html>', 'not-checked: list-malformed'],
      [JSON.stringify({ list: 'none' }), 'not-checked: list-not-verified'],
      [json, 'not-checked: list-malformed'],
    ] as const) {
      expect(outcomes(await ask(json, { ...home, [LIST]: answer })).status).toBe(expected);
    }
    expect(outcomes(await ask(json, home)).status).toBe('not-checked: list-unavailable');
  });

  test('of a kind we do not know leaves it open', async () => {
    const text = await signed((document) => {
      document['@context'] = [
        document['@context'],
        'https://www.w3.org/ns/credentials/undefined-terms/v2',
      ].flat();
      document.credentialStatus = { id: 'https://waarmerk.example/odd', type: 'OddStatus2030' };
    });
    expect(outcomes(await ask(text, inOrder))).toMatchObject({
      proof: 'passed',
      status: 'not-checked: unsupported-status',
    });
  });

  test('by id, as older readers know it, tells whether it is revoked', async () => {
    const list = `${issuerFacts.url}/revocations`;
    const text = await issue(formats['ob3-id-list'], credentialFacts);
    const listed = (document: object): Web => ({ ...home, [list]: JSON.stringify(document) });
    const statusOf = async (web: Web) => outcomes(await ask(text, web)).status;
    expect(await statusOf(listed(composeIdList(issuerFacts, [])))).toBe('passed');
    const revoked = composeIdList(issuerFacts, [{ id: credentialFacts.id, reason: 'fraud' }]);
    expect(await statusOf(listed(revoked))).toBe('failed: revoked');
    const { revokedCredentials: _, ...asInspectorReads } = revoked;
    expect(await statusOf(listed(asInspectorReads))).toBe('failed: revoked');
    expect(await statusOf(listed({ ...revoked, issuer: 'did:web:else.example' }))).toBe(
      'not-checked: list-of-another-issuer',
    );
    expect(await statusOf(listed({ id: list, issuer: issuerFacts.did }))).toBe('not-checked: list-malformed');
    expect(await statusOf(home)).toBe('not-checked: list-unavailable');
  });

  test('of a past date: what stands now stood then; what fell since cannot be dated', async () => {
    const past = { at: new Date('2026-11-21T09:10:00Z') };
    expect(outcomes(await ask(json, inOrder, past)).status).toBe('passed');
    const fallen = { ...home, [LIST]: await listOf({ set: INDEX }) };
    expect(outcomes(await ask(json, fallen, past)).status).toBe('not-checked: as-of-unknown');
    expect(outcomes(await ask(json, inOrder, { at: new Date('2027-01-01T00:00:00Z') })).status).toBe(
      'not-checked: as-of-unknown',
    );
  });
});

describe('its recipient', () => {
  const as = (kind: 'email' | 'id', value: string) => ask(json, inOrder, { as: { kind, value } });

  test('is checked when asked, however the address is written', async () => {
    expect(outcomes(await as('email', ' Soren@Example.ORG ')).recipient).toBe('passed');
    const other = await as('email', 'someone@example.org');
    expect(outcomes(other).recipient).toBe('failed: recipient-differs');
    expect(other.verdict).toBe('failed');
    expect(outcomes(await as('id', 's1234567')).recipient).toBe('not-checked: no-such-identifier');
    expect(outcomes(await ask(json, inOrder)).recipient).toBeUndefined();
  });
});

describe('Open Badges 2.0 at its own address', () => {
  const folder = join(import.meta.dirname, '../../../vectors/valid');
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const assertion = JSON.parse(read('assertion.json'));
  const badge = JSON.parse(read('badgeclass.json'));
  const issuer = JSON.parse(read('issuer.json'));
  const hosted: Web = {
    [assertion.id]: JSON.stringify(assertion),
    [assertion.badge]: JSON.stringify(badge),
    [badge.issuer.id ?? badge.issuer]: JSON.stringify(issuer),
  };

  test('is proven by standing there', async () => {
    const report = await ask(JSON.stringify(assertion), hosted);
    expect(outcomes(report)).toEqual({
      readable: 'passed',
      conforms: 'passed',
      proof: 'passed: hosted',
      'issuer-binding': 'passed: hosted',
      'issuer-known': 'not-checked: no-register',
      validity: 'passed',
      status: 'passed: hosted',
    });
  });

  test('is judged by what stands there, not by what was handed in', async () => {
    const report = await ask(
      JSON.stringify({
        ...assertion,
        expires: '2099-01-01T00:00:00Z',
        badge: { ...badge, name: 'Doctor of everything' },
      }),
      hosted,
    );
    expect(report.credential?.title).toBe(badge.name);
  });

  test.each([
    [
      'Gone',
      { status: 410, body: JSON.stringify({ id: assertion.id, revoked: true, revocationReason: 'fraud' }) },
    ],
    ['says revoked', JSON.stringify({ ...assertion, revoked: true })],
  ])('is revoked when the server is or %s', async (_what, answer) => {
    const report = await ask(JSON.stringify(assertion), { ...hosted, [assertion.id]: answer });
    expect(outcomes(report).status).toBe('failed: revoked');
    expect(report.verdict).toBe('failed');
  });

  test('fails when nothing stands there, or something else', async () => {
    expect(
      outcomes(await ask(JSON.stringify(assertion), { ...hosted, [assertion.id]: { status: 404, body: '' } }))
        .proof,
    ).toBe('failed: not-at-its-address');
    expect(
      outcomes(
        await ask(JSON.stringify(assertion), {
          ...hosted,
          [assertion.id]: JSON.stringify({ ...assertion, id: 'https://x.example' }),
        }),
      ).proof,
    ).toBe('failed: id-differs');
    expect(outcomes(await ask(JSON.stringify(assertion), {})).proof).toBe('not-checked: unreachable');
  });

  test('fails outside of the addresses for which its issuer may speak', async () => {
    const id = 'https://attacker.example/assertion';
    const forged = { ...assertion, id };
    const report = await ask(JSON.stringify(forged), { ...hosted, [id]: JSON.stringify(forged) });
    expect(outcomes(report)['issuer-binding']).toBe('failed: outside-hosted-scope');
    expect(report.verdict).toBe('failed');
  });
});

describe('other files', () => {
  test.each([
    ['nothing that can be read', 'hello', 'failed: not-recognised'],
    ['a page', '<!doctype html><p>Badge', 'failed: not-recognised'],
    ['another document', '{"a":1}', 'failed: not-recognised'],
    ['a broken document', '{"a":', 'failed: malformed'],
    ['a document that can be read in two ways', '{"a":1,"a":2}', 'failed: malformed'],
    ['a PDF that ends at once', '%PDF-1.7', 'failed: malformed'],
    ['a broken SD-JWT', 'eyJhIjoxfQ.eyJhIjoxfQ.AAAA~WyJhIl0~', 'failed: malformed'],
    ['an image without a badge', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'failed: empty-image'],
    ['an address that gives nothing', 'https://nothing.example/', 'not-checked: unreachable'],
  ])('%s is a report that says so', async (_what, text, expected) => {
    const report = await ask(text);
    expect(outcomes(report).readable).toBe(expected);
    expect(outcomes(report).proof).toBe('not-checked: stopped');
    expect(report.verdict).not.toBe('verified');
  });

  test('an address gives what stands there, and one address does not lead to a third', async () => {
    const web: Web = {
      ...inOrder,
      'https://a.example/c': json,
      'https://b.example/': 'https://a.example/c',
      'https://d.example/': 'https://b.example/',
    };
    expect(outcomes(await ask({ url: 'https://a.example/c' }, web))).toEqual(IN_ORDER);
    expect(outcomes(await ask({ url: 'https://b.example/' }, web))).toEqual(IN_ORDER);
    expect(outcomes(await ask({ url: 'https://d.example/' }, web)).readable).toBe('failed: nothing-there');
  });
});

describe('our own conformance files', () => {
  const root = join(import.meta.dirname, '../../../vectors');
  const { vectors }: { vectors: { file: string; expected: string; reason?: string }[] } = JSON.parse(
    readFileSync(join(root, 'index.json'), 'utf8'),
  );
  // A reader that asks the issuer finds the key of this one in its document; the next test has both cases.
  const askable = vectors.filter(({ file }) => file !== 'invalid/own-key.jwt');

  test.each(askable.filter(({ expected }) => expected === 'valid'))('$file holds', async ({ file }) => {
    const report = await ask({ bytes: readFileSync(join(root, file)) }, inOrder);
    expect(outcomes(report)).toMatchObject({
      conforms: 'passed',
      proof: 'passed',
      'issuer-binding': 'passed',
    });
  });

  test.each(askable.filter(({ expected }) => ['failed', 'refused'].includes(expected)))(
    '$file fails: $reason',
    async ({ file, reason }) => {
      const report = await ask({ bytes: readFileSync(join(root, file)) }, inOrder);
      expect(report.verdict).toBe('failed');
      const { readable, proof } = outcomes(report);
      expect([readable, proof]).toContain(readable === 'passed' ? `failed: ${reason}` : readable);
      expect(readable).toMatch(/^(passed|failed: malformed|failed: not-recognised)$/);
    },
  );

  test('a key in a JWT’s header counts only when the issuer lists it', async () => {
    const own = readFileSync(join(root, 'invalid/own-key.jwt'), 'utf8');
    expect(outcomes(await ask(own, inOrder)).proof).toBe('failed: key-not-found');
    const { jwk } = JSON.parse(Buffer.from(own.split('.')[0] ?? '', 'base64url').toString());
    const id = `${didDocument.id}#brought-along`;
    const listing = {
      ...didDocument,
      verificationMethod: [{ id, type: 'JsonWebKey', controller: didDocument.id, publicKeyJwk: jwk }],
      assertionMethod: [id],
    };
    const listed = await ask(own, { ...inOrder, [DID_URL]: JSON.stringify(listing) });
    expect(outcomes(listed)).toMatchObject({ proof: 'passed', 'issuer-binding': 'passed' });
  });
});

const W3C = join(OFFICIAL_DATA, 'w3c-vectors');
describe.skipIf(!existsSync(W3C))('the vectors of the W3C', () => {
  test.each(['eddsa-rdfc-2022/signedDataInt.json', 'eddsa-jcs-2022/signedJCS.json'])(
    '%s holds, and fails when changed',
    async (file) => {
      const text = readFileSync(join(W3C, file), 'utf8');
      const report = await ask(text);
      expect(outcomes(report).proof).not.toMatch(/^failed/);
      expect(
        outcomes(await ask(text.replace('"The School of Examples"', '"The School of Others"'))).proof,
      ).toMatch(/^(failed|not-checked: unsupported-context)/);
    },
  );
});
