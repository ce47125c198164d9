/**
 * Everything that a verdict needs from elsewhere, taken away in turn and in every way that an address can fail: what
 * could not be asked is never counted as answered. The register knows everybody here, so that only that can be why.
 */
import { createPublicKey } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  composeAssertion,
  composeBadgeClass,
  composeCryptographicKey,
  composeEndorsement,
  composeIdList,
  composeIssuer,
  composeOb2RevocationList,
  composeStatusList,
  createStatusBits,
  encodeStatusBits,
  formats,
  type JsonObject,
  parseJsonObject,
  secureWithDataIntegrity,
} from '../../formats/index.ts';
import { encodeMultikey } from '../../formats/multikey.ts';
import {
  AT,
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
  versionFacts,
} from '../../formats/testing.ts';
import { generateKey, importSigner } from '../../platform/crypto/index.ts';
import type { House, Registration } from './house.ts';
import { type Answer, ask } from './testing/ask.ts';
import type { VerificationReport } from './verification.schema.ts';

type Sources = Readonly<Record<string, string>>;
type Plugged = { readonly file: string; readonly web: Sources };

const HOST = 'https://waarmerk.example';
const DID_URL = `${HOST}/issuers/k7m2q9x4t1v8b3nw/did.json`;
const ENDORSER = 'did:web:body.example';
const endorserKeys = generateKey('Ed25519');
const endorserMethod = `${ENDORSER}#${encodeMultikey(endorserKeys.publicJwk)}`;

const registered: Registration = {
  institutionId: '00000000-0000-7000-8000-000000000000',
  issuer: 'Campus Fryslân',
  institution: 'University of Groningen',
  country: 'NL',
  since: AT,
  demo: false,
  identifiers: [],
};

/** Knows everybody and keeps nothing: all else is asked of the network. */
const house: House = {
  isOurs: () => false,
  readOwn: async () => ({ status: 404, text: '' }),
  findDidDocument: async () => undefined,
  findRegistration: async () => registered,
  listKnown: async () => [],
  findRevocation: async () => undefined,
  findStanding: async () => undefined,
  wasSignedBefore: async () => false,
};

const LIST = credentialFacts.status?.list ?? '';
const identity: Sources = { [DID_URL]: JSON.stringify(didDocument) };

async function listOf(): Promise<string> {
  const document = composeStatusList({
    id: LIST,
    issuer: issuerFacts.did,
    purpose: 'revocation',
    encodedList: await encodeStatusBits(compression, createStatusBits()),
    validFrom: '2026-11-21T08:00:00Z',
    ttl: 60_000,
  });
  return JSON.stringify(
    await secureWithDataIntegrity(document, { signer: ed25519Signer, crypto, created: CREATED }),
  );
}

async function endorsed(): Promise<Plugged> {
  const signer = {
    ...ed25519Signer,
    verificationMethod: endorserMethod,
    sign: importSigner(endorserKeys.privateJwk).sign,
  };
  const endorsement = await secureWithDataIntegrity(
    composeEndorsement({
      id: 'https://body.example/endorsements/1',
      issuer: { ...issuerFacts, did: ENDORSER, name: { en: 'Professional body' } },
      language: 'en',
      subject: credentialFacts.version.id,
      name: 'Endorsement',
      comment: 'Sound.',
      validFrom: '2026-11-21T09:00:00Z',
    }),
    { signer, crypto, created: CREATED },
  );
  const file = await issue(formats['ob3-data-integrity'], {
    ...credentialFacts,
    endorsements: { ofAchievement: [endorsement], ofIssuer: [] },
  });
  const method = {
    id: endorserMethod,
    type: 'Multikey',
    controller: ENDORSER,
    publicKeyMultibase: encodeMultikey(endorserKeys.publicJwk),
  };
  const document = { id: ENDORSER, verificationMethod: [method], assertionMethod: [endorserMethod] };
  const body = { 'https://body.example/.well-known/did.json': JSON.stringify(document) };
  return { file, web: { ...identity, [LIST]: await listOf(), ...body } };
}

const OLDER = `${issuerFacts.url}?v=2_0`;
const OLDER_KEY = `${rsaSigner.keyUrl}?v=2_0`;
const OLDER_LIST = `${issuerFacts.url}/revocations?v=2_0`;

function olderIdentity(): Sources {
  const pem = createPublicKey({ key: { ...publicKeys.rsa }, format: 'jwk' }).export({
    type: 'spki',
    format: 'pem',
  });
  return {
    [OLDER]: JSON.stringify(composeIssuer(issuerFacts, 'en', { keyUrls: [rsaSigner.keyUrl] })),
    [OLDER_KEY]: JSON.stringify(composeCryptographicKey(rsaSigner.keyUrl, issuerFacts.url, pem.toString())),
    [OLDER_LIST]: JSON.stringify(composeOb2RevocationList(issuerFacts, [])),
  };
}

async function hosted(): Promise<Plugged> {
  const assertion = (await composeAssertion(credentialFacts, crypto)) as {
    readonly document?: JsonObject;
  } & JsonObject;
  const document = assertion.document ?? assertion;
  const file = JSON.stringify(document);
  const badge = composeBadgeClass(versionFacts, 'en');
  const [profile = ''] = [olderIdentity()[OLDER]];
  return {
    file,
    web: {
      [String(document.id)]: file,
      [String(document.badge)]: JSON.stringify(badge),
      [String(badge.issuer)]: profile,
    },
  };
}

async function settleKinds(): Promise<Readonly<Record<string, Plugged>>> {
  const list = { ...identity, [LIST]: await listOf() };
  const json = await issue(formats['ob3-data-integrity'], credentialFacts);
  const byId = await issue(formats['ob3-id-list'], credentialFacts);
  const ids = composeIdList({ url: issuerFacts.url, did: issuerFacts.did }, []);
  return {
    'Data Integrity, with a Bitstring list': { file: json, web: list },
    'JWT with the address of a key': {
      file: await issue(formats['ob3-jwt'], credentialFacts),
      web: { ...list, [p256Signer.keyUrl]: JSON.stringify({ ...publicKeys.p256, kid: 'p-1' }) },
    },
    'JWT with a key in a did:web': { file: await issue(formats['ob3-vc-jwt'], credentialFacts), web: list },
    'a list by id of 1EdTech': {
      file: byId,
      web: {
        ...identity,
        [String((parseJsonObject(byId).credentialStatus as JsonObject).id)]: JSON.stringify(ids),
      },
    },
    'an endorsement inside': await endorsed(),
    'Open Badges 2.0, hosted': await hosted(),
    'Open Badges 2.0, signed': {
      file: await issue(formats['ob2-signed'], credentialFacts),
      web: olderIdentity(),
    },
  };
}

const WAYS: Readonly<Record<string, Exclude<Answer, string>>> = {
  'refuses the connection': { refused: 'egress.unreachable' },
  'does not answer in time': { refused: 'egress.timeout' },
  'is in trouble': { status: 500, body: 'Internal Server Error' },
  'is too busy': { status: 429, body: '' },
  'has nothing there': { status: 404, body: '' },
  'asks who is there': { status: 401, body: '' },
  'answers with nothing': { status: 200, body: '' },
  'answers with a page': { status: 200, body: '<!doctype html><title>Welcome</title>' },
  'answers with half of it': { status: 200, body: '{"id":"https://waarmerk.example/' },
  'answers with an empty object': { status: 200, body: '{}' },
  'answers with an empty list': { status: 200, body: '[]' },
  'sends one elsewhere': { status: 302, body: '' },
  'has nothing new': { status: 304, body: '' },
};

/** Green, and nothing beside it that says otherwise: a broken endorsement is a warning (DECISIONS 24). */
function isTicked({ verdict, checks }: VerificationReport): boolean {
  return verdict === 'verified' && checks.every(({ outcome }) => outcome === 'passed');
}

let kinds: Readonly<Record<string, Plugged>> = {};
beforeAll(async () => {
  kinds = await settleKinds();
});

describe.each([
  'Data Integrity, with a Bitstring list',
  'JWT with the address of a key',
  'JWT with a key in a did:web',
  'a list by id of 1EdTech',
  'an endorsement inside',
  'Open Badges 2.0, hosted',
  'Open Badges 2.0, signed',
])('%s', (kind) => {
  const plugged = () => kinds[kind] ?? { file: '', web: {} };

  test('is verified with everybody there', async () => {
    const report = await ask(plugged().file, { web: plugged().web, house });
    expect(isTicked(report), JSON.stringify(report.checks)).toBe(true);
  });

  test('is not verified when one address fails, in whatever way', async () => {
    const { file, web } = plugged();
    const wrong: string[] = [];
    const another = Object.values(kinds).flatMap((other) => Object.entries(other.web));
    for (const url of Object.keys(web)) {
      const documents = another
        .filter(([, body]) => body !== web[url])
        .map(([at, body]) => [`is given ${at}`, { status: 200, body }] as const);
      for (const [way, answer] of [...Object.entries(WAYS), ...documents]) {
        const report = await ask(file, { web: { ...web, [url]: answer }, house });
        if (isTicked(report)) wrong.push(`${url} ${way}`);
        // An answer that nobody could have is no fault of the credential.
        if ('refused' in answer && report.checks.some(({ outcome }) => outcome === 'failed'))
          wrong.push(`${url} ${way}: failed`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('is not verified when nobody answers, or nobody may be asked', async () => {
    const { file } = plugged();
    expect((await ask(file, { house })).verdict).toBe('incomplete');
  });
});
