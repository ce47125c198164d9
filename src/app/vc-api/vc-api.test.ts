/** What the W3C's test suites do with an implementation, played from the text of the standards. */
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as ecdsaJcs from '@digitalbazaar/ecdsa-jcs-2019-cryptosuite';
import { cryptosuite as ecdsaRdfc } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import * as ecdsaSd from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import * as eddsaJcs from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import { cryptosuite as eddsaRdfc } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  CREDENTIALS_V1,
  CREDENTIALS_V2,
  composeStatusList,
  contexts,
  encodeStatusBits,
  type JsonObject,
  secureWithDataIntegrity,
  setStatusBit,
} from '../../formats/index.ts';
import { compression, crypto } from '../../formats/testing.ts';
import { createFixedClock } from '../../platform/clock.ts';
import { EgressRefusal } from '../../platform/egress/index.ts';
import { type App, createServer } from '../../platform/http/index.ts';
import { createLog } from '../../platform/log.ts';
import { createPdfReader } from '../../platform/pdf/index.ts';
import { makeHarnessIssuers } from './issuer-keys.ts';
import { registerVcApi } from './vc-api.routes.ts';

const EXAMPLES = 'https://www.w3.org/ns/credentials/examples/v2';
const NOW = new Date('2026-11-22T09:00:00Z');
const CREATED = '2026-11-22T08:00:00Z';
const LIST = 'https://issuer.example/status/1';

const issuers = makeHarnessIssuers();
const [ed25519, p256, p384] = issuers as [
  (typeof issuers)[number],
  (typeof issuers)[number],
  (typeof issuers)[number],
];
const web = new Map<string, string>();
let app: App;

beforeAll(async () => {
  app = await createServer({
    log: createLog({ level: 'silent' }),
    publicUrl: 'http://localhost:3999',
    version: 'test',
    development: false,
  });
  const fetch = async ({ url }: { url: string }) => {
    const body = web.get(url);
    if (body === undefined) throw new EgressRefusal('egress.unreachable');
    return { url, status: 200, headers: {}, bytes: new TextEncoder().encode(body) };
  };
  registerVcApi(app, {
    clock: createFixedClock(NOW),
    ...{ crypto, compression, issuers, egress: { fetch } },
    readPdf: createPdfReader(),
    house: undefined,
  });
  await app.ready();
  return () => app.close();
});

async function post(path: string, body: unknown) {
  const answer = await app.inject({ method: 'POST', url: `/vc-api/${path}`, payload: body as object });
  return { status: answer.statusCode, body: answer.json() };
}

type Change = Record<string, unknown>;

function credentialOf(change: Change = {}): Record<string, unknown> {
  const credential: Record<string, unknown> = {
    '@context': [CREDENTIALS_V2, EXAMPLES],
    type: ['VerifiableCredential'],
    issuer: ed25519.did,
    credentialSubject: { id: 'did:example:subject', alumniOf: 'The School of Examples' },
    ...change,
  };
  // A member that is told to be undefined is not there.
  return Object.fromEntries(Object.entries(credential).filter(([, value]) => value !== undefined));
}

const issue = (change: Change = {}, options: Change = {}) =>
  post('credentials/issue', { credential: credentialOf(change), options });
const verify = (verifiableCredential: unknown, options: Change = {}) =>
  post('credentials/verify', { verifiableCredential, options });

/** As somebody signs who checks nothing: what `verify` has to refuse by itself. */
const signAnything = (change: Change, cryptosuite: 'eddsa-jcs-2022' = 'eddsa-jcs-2022') =>
  secureWithDataIntegrity(JSON.parse(JSON.stringify(credentialOf(change))) as JsonObject, {
    ...{ signer: ed25519.signer, crypto, created: CREATED, cryptosuite },
  });

const en = { '@value': 'Statistics', '@language': 'en' };
const ar = { '@value': 'HTML و CSS', '@language': 'ar', '@direction': 'rtl' };
const IMAGE = 'https://issuer.example/mark.png';
const SRI = 'sha384-S57yQDg1MTzF56Oi9DbSQ14u7jBy0RDdx0YbeV7shwhCS88G8SCXeFq82PafhCrW';

/** Sections 4.3 to 5.6 and 11.1 of the VC Data Model 2.0. */
const CASES: readonly (readonly [what: string, change: Change, accepted: boolean])[] = [
  ['the least that a credential has', {}, true],
  ['no context', { '@context': undefined }, false],
  ['a context that is no list', { '@context': CREDENTIALS_V2 }, false],
  ['an empty list of contexts', { '@context': [] }, false],
  ['the base context in second place', { '@context': [EXAMPLES, CREDENTIALS_V2] }, false],
  ['no base context', { '@context': [EXAMPLES] }, false],
  ['a context that is no URL', { '@context': [CREDENTIALS_V2, 'examples'] }, false],
  ['a context that is a number', { '@context': [CREDENTIALS_V2, 42] }, false],
  ['a context that nobody brought', { '@context': [CREDENTIALS_V2, 'https://a.example/c'] }, false],
  ['a context named twice', { '@context': [CREDENTIALS_V2, EXAMPLES, EXAMPLES] }, false],
  [
    'a context that changes a protected word',
    { '@context': [CREDENTIALS_V2, 'https://w3id.org/openbadges/v2'] },
    false,
  ],
  ['an id that is a URL', { id: 'https://issuer.example/c/1' }, true],
  ['an id that is a URN', { id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33' }, true],
  ['an id that is no URL', { id: 'one' }, false],
  ['an id of two URLs', { id: ['https://a.example/1', 'https://a.example/2'] }, false],
  ['an id that is null', { id: null }, false],
  ['an id with a space', { id: ' https://a.example/1' }, false],
  ['a type that is text', { type: 'VerifiableCredential' }, true],
  ['a second type of its contexts', { type: ['VerifiableCredential', 'ExampleCredential'] }, true],
  ['no type', { type: undefined }, false],
  ['another type alone', { type: ['ExampleCredential'] }, false],
  ['an empty list of types', { type: [] }, false],
  ['a type that is an object', { type: { id: 'VerifiableCredential' } }, false],
  [
    'a type that no context knows',
    {
      '@context': [CREDENTIALS_V2],
      type: ['VerifiableCredential', 'Unknown'],
      credentialSubject: { id: 'did:example:a' },
    },
    false,
  ],
  ['a type that is a URL', { type: ['VerifiableCredential', 'https://a.example/Type'] }, true],
  ['an issuer with a name', { issuer: { id: ed25519.did, name: 'School' } }, true],
  ['an issuer whose name has a language', { issuer: { id: ed25519.did, name: en } }, true],
  [
    'an issuer whose name has something else',
    { issuer: { id: ed25519.did, name: { ...en, url: 'a' } } },
    false,
  ],
  ['an issuer whose description is a number', { issuer: { id: ed25519.did, description: 1 } }, false],
  ['no issuer', { issuer: undefined }, false],
  ['an issuer that is null', { issuer: null }, false],
  ['an issuer that is no URL', { issuer: 'school' }, false],
  ['an issuer without an id', { issuer: { name: 'School' } }, false],
  ['an issuer whose id is null', { issuer: { id: null } }, false],
  ['a list of issuers', { issuer: [ed25519.did] }, false],
  ['an issuer that is somebody else', { issuer: 'did:example:other' }, false],
  ['no subject', { credentialSubject: undefined }, false],
  ['an empty subject', { credentialSubject: {} }, false],
  ['an empty list of subjects', { credentialSubject: [] }, false],
  ['one of two subjects empty', { credentialSubject: [{ id: 'did:example:a' }, {}] }, false],
  ['two subjects', { credentialSubject: [{ id: 'did:example:a' }, { id: 'did:example:b' }] }, true],
  ['a subject that is text', { credentialSubject: 'did:example:a' }, false],
  ['a subject whose id is no URL', { credentialSubject: { id: 'a', alumniOf: 'b' } }, false],
  ['a subject without an id', { credentialSubject: { alumniOf: 'The School of Examples' } }, true],
  ['a name', { name: 'Statistics' }, true],
  ['a name with a language', { name: en }, true],
  ['a name in two languages', { name: [en, ar] }, true],
  ['a name that is a number', { name: 1 }, false],
  ['a name that is an object of something else', { name: { en: 'Statistics' } }, false],
  ['a name with something more', { name: { ...en, extra: true } }, false],
  ['a name whose language is no language', { name: { ...en, '@language': 'not a language' } }, false],
  ['a name whose direction is sideways', { name: { ...en, '@direction': 'up' } }, false],
  ['a description with a direction', { description: ar }, true],
  ['a description that is a list of texts', { description: ['a', 'b'] }, false],
  ['a day from which it is valid', { validFrom: '2026-01-01T00:00:00Z' }, true],
  ['a date with an offset', { validFrom: '2026-01-01T00:00:00+01:00' }, true],
  ['a date without a zone', { validFrom: '2026-01-01T00:00:00' }, false],
  ['a date without a time', { validFrom: '2026-01-01' }, false],
  ['a date that is prose', { validFrom: 'last May' }, false],
  ['a day that does not exist', { validUntil: '2027-02-30T00:00:00Z' }, false],
  ['an end after its beginning', { validFrom: CREATED, validUntil: '2030-01-01T00:00:00Z' }, true],
  ['an end at its beginning', { validFrom: NOW.toISOString(), validUntil: NOW.toISOString() }, true],
  ['an end before its beginning', { validFrom: CREATED, validUntil: '2020-01-01T00:00:00Z' }, false],
  ['a status without a type', { credentialStatus: { id: 'https://a.example/s' } }, false],
  ['a status whose id is no URL', { credentialStatus: { id: 'a', type: 'BitstringStatusListEntry' } }, false],
  ['a status that is text', { credentialStatus: 'https://a.example/s' }, false],
  ['a schema', { credentialSchema: { id: 'https://a.example/s', type: 'JsonSchema' } }, true],
  ['a schema without an id', { credentialSchema: { type: 'JsonSchema' } }, false],
  ['a schema without a type', { credentialSchema: { id: 'https://a.example/s' } }, false],
  ['a schema whose id is no URL', { credentialSchema: { id: 'a', type: 'JsonSchema' } }, false],
  [
    'one of two schemas without a type',
    { credentialSchema: [{ id: 'https://a.example/s', type: 'JsonSchema' }, { id: 'https://a.example/t' }] },
    false,
  ],
  ['terms of use', { termsOfUse: { type: 'TrustFrameworkPolicy' } }, true],
  ['terms of use without a type', { termsOfUse: { id: 'https://a.example/t' } }, false],
  ['evidence', { evidence: [{ type: 'Evidence', id: 'https://a.example/e' }] }, true],
  ['evidence without a type', { evidence: [{ id: 'https://a.example/e' }] }, false],
  ['a refresh service without a type', { refreshService: { id: 'https://a.example/r' } }, false],
  ['a related resource with a digest', { relatedResource: [{ id: IMAGE, digestSRI: SRI }] }, true],
  [
    'a related resource with another digest',
    { relatedResource: [{ id: IMAGE, digestMultibase: 'uEres1usWcWCmW7uolIW2uA0CjQ8iRV14eGaZStJL73Vz' }] },
    true,
  ],
  ['a related resource without a digest', { relatedResource: [{ id: IMAGE }] }, false],
  ['a related resource without an id', { relatedResource: [{ digestSRI: SRI }] }, false],
  [
    'a related resource twice',
    {
      relatedResource: [
        { id: IMAGE, digestSRI: SRI },
        { id: IMAGE, digestSRI: SRI },
      ],
    },
    false,
  ],
  ['a related resource that is text', { relatedResource: [IMAGE] }, false],
  ['a related resource whose digest is none', { relatedResource: [{ id: IMAGE, digestSRI: 'abc' }] }, false],
  [
    'a word that no context knows',
    { '@context': [CREDENTIALS_V2], nonsense: 'a', credentialSubject: { id: 'did:example:a' } },
    false,
  ],
  ['a proof already', { proof: { type: 'DataIntegrityProof' } }, false],
];

describe('the VC Data Model 2.0', () => {
  test.each(CASES)('%s', async (_, change, accepted) => {
    const issued = await issue(change);
    expect([issued.status, accepted]).toEqual([accepted ? 201 : 400, accepted]);
    if (!accepted) return;
    const verified = await verify(issued.body);
    expect(verified).toMatchObject({ status: 200, body: { verified: true, errors: [] } });
  });

  // What another issuer signed without looking; a word unknown to all contexts is no fault of what JCS signs.
  const signable = CASES.filter(
    ([what, { issuer }, accepted]) =>
      !accepted && issuer !== 'did:example:other' && !/already|word that no context/.test(what),
  );
  test.each(signable)('%s is no better for being signed', async (_, change) => {
    expect(await verify(await signAnything(change))).toMatchObject({
      status: 400,
      body: { verified: false },
    });
  });

  test('what was changed after signing fails', async () => {
    const { body } = await issue({ name: 'Statistics' });
    const verified = await verify({ ...body, name: 'Medicine' });
    expect(verified.status).toBe(400);
    expect(verified.body.problemDetails[0].type).toBe('https://w3id.org/security#PROOF_VERIFICATION_ERROR');
  });

  test('what is not valid yet, and what is no longer, fails', async () => {
    for (const change of [
      { validFrom: '2030-01-01T00:00:00Z' },
      { validFrom: '2020-01-01T00:00:00Z', validUntil: '2021-01-01T00:00:00Z' },
    ])
      expect((await verify((await issue(change)).body)).status).toBe(400);
  });

  test('a credential of the VC Data Model 1.1 is issued and verified as one', async () => {
    const older = {
      '@context': [CREDENTIALS_V1, 'https://w3id.org/security/data-integrity/v2'],
      credentialSubject: { id: 'did:example:subject' },
      issuanceDate: '2026-01-01T00:00:00Z',
    };
    const { status, body } = await issue(older);
    expect(status).toBe(201);
    expect((await verify(body)).status).toBe(200);
    expect((await issue({ ...older, issuanceDate: undefined })).status).toBe(400);
  });
});

describe('presentations', () => {
  const holder = ed25519;
  const present = async (change: Change = {}, by: { challenge?: string; domain?: string } = {}) => {
    const document = {
      '@context': [CREDENTIALS_V2],
      type: ['VerifiablePresentation'],
      holder: holder.did,
      verifiableCredential: [(await issue()).body],
      ...change,
    };
    return await secureWithDataIntegrity(JSON.parse(JSON.stringify(document)) as JsonObject, {
      ...{ signer: holder.signer, crypto, created: CREATED, cryptosuite: 'eddsa-jcs-2022' as const },
      proofPurpose: 'authentication',
      ...by,
    });
  };
  const check = async (change: Change, by = {}, options: Change = {}) =>
    (
      await post('presentations/verify', {
        verifiablePresentation: await present(change, by),
        options,
      })
    ).status;

  test.each<readonly [string, Change, number]>([
    ['one credential', {}, 200],
    ['no credential at all', { verifiableCredential: undefined }, 200],
    ['a type that is text', { type: 'VerifiablePresentation' }, 200],
    ['a holder with a name', { holder: { id: holder.did } }, 200],
    ['no holder', { holder: undefined }, 200],
    ['another holder', { holder: 'did:example:other' }, 400],
    ['a holder that is no URL', { holder: 'me' }, 400],
    ['no base context', { '@context': [EXAMPLES] }, 400],
    ['no type', { type: undefined }, 400],
    ['another type', { type: ['ExamplePresentation'] }, 400],
    ['a credential that is text', { verifiableCredential: ['eyJhbGciOiJub25lIn0.e30.'] }, 400],
    ['a credential that is a number', { verifiableCredential: [1] }, 400],
    ['a credential without a proof', { verifiableCredential: [credentialOf({ issuer: p256.did })] }, 400],
    ['an id that is no URL', { id: 'one' }, 400],
    ['terms of use without a type', { termsOfUse: { id: 'https://a.example' } }, 400],
  ])('with %s', async (_, change, expected) => {
    expect(await check(change)).toBe(expected);
  });

  test('answer the challenge and the domain', async () => {
    const by = { challenge: 'n-1', domain: 'https://rug.nl' };
    expect(await check({}, by, by)).toBe(200);
    const other = await post('presentations/verify', {
      verifiablePresentation: await present({}, by),
      options: { challenge: 'n-2' },
    });
    expect(other.body.problemDetails[0].type).toBe('https://w3id.org/security#INVALID_CHALLENGE_ERROR');
    expect(await check({}, by, { domain: 'https://thief.example' })).toBe(400);
    expect(await check({}, {}, { challenge: 'n-1' })).toBe(400);
  });

  test('are no credentials, and credentials no presentations', async () => {
    expect((await verify(await present())).status).toBe(400);
    const { body } = await issue();
    expect((await post('presentations/verify', { verifiablePresentation: body })).status).toBe(400);
  });
});

describe('Data Integrity', () => {
  const bothWays = (library: typeof ecdsaJcs) => library.createVerifyCryptosuite();
  const suites = [
    ['eddsa-rdfc-2022', ed25519, eddsaRdfc],
    ['eddsa-jcs-2022', ed25519, bothWays(eddsaJcs)],
    ['ecdsa-rdfc-2019', p256, ecdsaRdfc],
    ['ecdsa-rdfc-2019', p384, ecdsaRdfc],
    ['ecdsa-jcs-2019', p256, bothWays(ecdsaJcs)],
    ['ecdsa-jcs-2019', p384, bothWays(ecdsaJcs)],
  ] as const;

  test.each(suites)(
    '%s is issued, and verified here and by Digital Bazaar',
    async (cryptosuite, issuer, theirs) => {
      const { status, body } = await issue({ issuer: issuer.did }, { cryptosuite });
      expect(status).toBe(201);
      expect(body.proof).toMatchObject({
        type: 'DataIntegrityProof',
        cryptosuite,
        verificationMethod: issuer.signer.verificationMethod,
        proofPurpose: 'assertionMethod',
      });
      expect((await verify(body)).body.verified).toBe(true);
      const ask = (credential: JsonObject) =>
        vc.verifyCredential({
          credential,
          suite: new DataIntegrityProof({ cryptosuite: theirs }),
          documentLoader: load,
          now: NOW,
          checkStatus: async () => ({ verified: true }),
        });
      const result = await ask(body);
      expect(result.error).toBeUndefined();
      expect(result.verified).toBe(true);
      expect((await ask({ ...body, name: 'Another' })).verified).toBe(false);
      for (const [member, value] of [
        ['proofPurpose', 'authentication'],
        ['cryptosuite', 'unknown-2099'],
        ['proofValue', 'zNothing'],
        ['type', 'Unknown'],
        ['created', 'yesterday'],
        ['verificationMethod', ed25519.did],
      ] as const)
        expect((await verify({ ...body, proof: { ...body.proof, [member]: value } })).status).toBe(400);
    },
  );

  test('ecdsa-sd-2023 is issued to its holder, derived in parts, and verified here and by Digital Bazaar', async () => {
    const change = { issuer: p256.did, name: 'Statistics' };
    const { body: base } = await issue(change, {
      cryptosuite: 'ecdsa-sd-2023',
      mandatoryPointers: ['/issuer'],
    });
    // What is meant for its holder alone is verified for nobody.
    expect((await verify(base)).status).toBe(400);
    const derive = (selectivePointers: readonly string[]) =>
      post('credentials/derive', { verifiableCredential: base, options: { selectivePointers } });
    const { status, body } = await derive(['/credentialSubject']);
    expect(status).toBe(201);
    expect(body).not.toHaveProperty('name');
    expect((await verify(body)).body.verified).toBe(true);
    expect((await verify({ ...body, name: 'Statistics' })).status).toBe(400);
    const result = await vc.verifyCredential({
      credential: body,
      suite: new DataIntegrityProof({ cryptosuite: ecdsaSd.createVerifyCryptosuite() }),
      documentLoader: load,
      now: NOW,
      checkStatus: async () => ({ verified: true }),
    });
    expect(result.error).toBeUndefined();
    expect(result.verified).toBe(true);
    expect((await derive(['/nothing'])).status).toBe(400);
    expect((await derive(['no pointer'])).status).toBe(400);
    expect((await post('credentials/derive', { verifiableCredential: body })).status).toBe(400);
  });

  test.each<readonly [string, Change, Change]>([
    ['a suite that nobody knows', {}, { cryptosuite: 'unknown-2099' }],
    ['a suite that its key is not for', {}, { cryptosuite: 'ecdsa-rdfc-2019' }],
    ['another kind of proof', {}, { type: 'Ed25519Signature2020' }],
    ['another purpose', {}, { proofPurpose: 'authentication' }],
    ['pointers that point nowhere', { issuer: p256.did }, { mandatoryPointers: ['/nothing'] }],
    ['pointers that are none', { issuer: p256.did }, { mandatoryPointers: 'all' }],
  ])('%s is refused', async (_, change, options) => {
    expect((await issue(change, options)).status).toBe(400);
  });
});

describe('the Bitstring Status List', () => {
  const entryOf = (change: Change = {}) => ({
    id: `${LIST}#94567`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: '94567',
    statusListCredential: LIST,
    ...change,
  });
  const publish = async (
    change: { bits?: Uint8Array; purpose?: string; by?: (typeof issuers)[number]; break?: boolean } = {},
  ) => {
    const by = change.by ?? ed25519;
    const document = composeStatusList({
      id: LIST,
      issuer: by.did,
      purpose: (change.purpose ?? 'revocation') as 'revocation',
      encodedList: await encodeStatusBits(compression, change.bits ?? new Uint8Array(16_384)),
      validFrom: '2026-11-22T00:00:00Z',
      ttl: 60_000,
    });
    const signed = await secureWithDataIntegrity(document, {
      ...{ signer: by.signer, crypto, created: CREATED },
      ...(by === ed25519 ? {} : { cryptosuite: 'ecdsa-rdfc-2019' as const }),
    });
    web.set(LIST, JSON.stringify(change.break ? { ...signed, name: 'changed' } : signed));
  };
  const check = async (entry: object) => {
    const verified = await verify((await issue({ credentialStatus: entry })).body);
    return [verified.status, verified.body.problemDetails.map(({ type }: { type: string }) => type)];
  };
  const set = (index: number) => setStatusBit(new Uint8Array(16_384), index, 1);
  const STATUS = 'https://www.w3.org/ns/credentials/status-list#';

  test('tells what is not revoked, what is and what is suspended', async () => {
    await publish();
    expect(await check(entryOf())).toEqual([200, []]);
    await publish({ bits: set(94_567) });
    expect(await check(entryOf())).toEqual([400, [`${STATUS}STATUS_VERIFICATION_ERROR`]]);
    await publish({ bits: set(94_567), purpose: 'suspension' });
    expect((await check(entryOf({ statusPurpose: 'suspension' })))[0]).toBe(400);
    await publish({ bits: set(94_568) });
    expect(await check(entryOf())).toEqual([200, []]);
  });

  test('passes on a message, which says nothing against it', async () => {
    await publish({ bits: set(94_567), purpose: 'message' });
    const messages = [
      { status: '0x0', message: 'pending' },
      { status: '0x1', message: 'delivered' },
    ];
    expect(
      await check(entryOf({ statusPurpose: 'message', statusSize: 1, statusMessage: messages })),
    ).toEqual([200, []]);
  });

  test.each<readonly [string, Parameters<typeof publish>[0], Change, string]>([
    ['a list of another purpose', { purpose: 'suspension' }, {}, 'STATUS_VERIFICATION_ERROR'],
    ['a list that was changed', { break: true }, {}, 'STATUS_VERIFICATION_ERROR'],
    ['a list by another issuer', { by: p256 }, {}, 'STATUS_VERIFICATION_ERROR'],
    ['a list that is too short', { bits: new Uint8Array(1_024) }, {}, 'STATUS_LIST_LENGTH_ERROR'],
    ['an index outside of it', {}, { statusListIndex: '131072' }, 'RANGE_ERROR'],
  ])('says nothing by %s', async (_, list, entry, type) => {
    await publish(list);
    expect(await check(entryOf(entry))).toEqual([400, [`${STATUS}${type}`]]);
  });

  test('says nothing when it cannot be had', async () => {
    web.delete(LIST);
    expect(await check(entryOf())).toEqual([400, [`${STATUS}STATUS_RETRIEVAL_ERROR`]]);
  });

  test.each<readonly [string, Change]>([
    ['an index that is a number', { statusListIndex: 94_567 }],
    ['an index below nought', { statusListIndex: '-1' }],
    ['no purpose', { statusPurpose: undefined }],
    ['no list', { statusListCredential: undefined }],
    ['its list’s own id', { id: LIST }],
    ['more than one bit and no messages', { statusSize: 2 }],
  ])('is not issued with %s, and is malformed when it was', async (_, change) => {
    await publish();
    const credentialStatus = entryOf(change);
    expect((await issue({ credentialStatus })).status).toBe(400);
    const { body } = await verify(await signAnything({ credentialStatus }));
    expect(body.problemDetails.map(({ type }: { type: string }) => type)).toContain(
      `${STATUS}MALFORMED_VALUE_ERROR`,
    );
  });
});

describe('a request', () => {
  test.each<readonly [string, string, unknown]>([
    ['with a member that nobody knows', 'credentials/issue', { credential: credentialOf(), extra: 1 }],
    ['without a credential', 'credentials/issue', {}],
    ['with a credential that is text', 'credentials/issue', { credential: 'a' }],
    ['with a list', 'credentials/issue', []],
    ['without anything to verify', 'credentials/verify', { options: {} }],
    ['with an address to verify', 'credentials/verify', { verifiableCredential: LIST }],
    ['with null to verify', 'credentials/verify', { verifiableCredential: null }],
    ['with an empty thing to verify', 'credentials/verify', { verifiableCredential: {} }],
    ['with a broken token', 'credentials/verify', { verifiableCredential: 'eyJhbGciOiJub25lIn0.e30.' }],
    ['with a member beside it', 'credentials/verify', { verifiableCredential: {}, also: 1 }],
    ['without a presentation', 'presentations/verify', {}],
    [
      'with a challenge that is a number',
      'presentations/verify',
      { verifiablePresentation: {}, options: { challenge: 1 } },
    ],
    ['to derive from nothing', 'credentials/derive', { verifiableCredential: {} }],
    [
      'to derive from a broken proof',
      'credentials/derive',
      {
        verifiableCredential: {
          ...credentialOf(),
          proof: { cryptosuite: 'ecdsa-sd-2023', proofValue: 'u2V0A' },
        },
      },
    ],
  ])('%s is refused', async (_, path, body) => {
    expect((await post(path, body)).status).toBe(400);
  });
});

async function load(url: string): Promise<object> {
  const document = contexts.get(url) ?? controllerOf(url);
  if (!document) throw new Error(`asked for ${url}`);
  return { documentUrl: url, document };
}

/** The document of a did:key, or the method in it, as those libraries ask for them. */
function controllerOf(url: string): object | undefined {
  const [did = '', fragment] = url.split('#');
  if (!did.startsWith('did:key:')) return undefined;
  const key = did.slice('did:key:'.length);
  const method = {
    '@context': 'https://w3id.org/security/multikey/v1',
    id: `${did}#${key}`,
    type: 'Multikey',
    controller: did,
    publicKeyMultibase: key,
  };
  if (fragment !== undefined) return method;
  const { '@context': _, ...bare } = method;
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    verificationMethod: [bare],
    assertionMethod: [method.id],
  };
}
