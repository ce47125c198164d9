/** SD-JWT VC: what the library of the Open Wallet Foundation issues, and what a forger makes of it. */
import { createHash, randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc';
import { describe, expect, test } from 'vitest';
import { CREDENTIALS_V2, encodeBase64url, type Json, type JsonObject } from '../../formats/index.ts';
import { AT } from '../../formats/testing.ts';
import { ask, type KeyHolder, makeHolder, outcomes } from './testing/ask.ts';

const ISSUER = 'https://wallet.rug.example/issuer';
const METADATA = 'https://wallet.rug.example/.well-known/jwt-vc-issuer/issuer';
const LIST = 'https://wallet.rug.example/list/1';
const NOW = Math.floor(AT.getTime() / 1000);
const issuer = makeHolder('ES256');
const learner = makeHolder('ES256');
const thief = makeHolder('ES256');

const metadataOf = (keys: readonly object[]) => JSON.stringify({ issuer: ISSUER, jwks: { keys } });
const home = { [METADATA]: metadataOf([{ ...issuer.publicJwk, kid: 'k-1', use: 'sig' }]) };

const claims = {
  iss: ISSUER,
  iat: NOW - 3_600,
  vct: 'https://rug.example/vct/microcredential',
  name: 'Statistics for beginners',
  given_name: 'Fenna',
  family_name: 'de Vries',
  email: 'fenna@example.com',
  grades: ['7', '8'],
  cnf: { jwk: learner.publicJwk },
};

const text = (value: object) => encodeBase64url(new TextEncoder().encode(JSON.stringify(value)));

async function tokenOf(header: object, payload: object, signer: KeyHolder = issuer): Promise<string> {
  const input = `${text(header)}.${text(payload)}`;
  return `${input}.${encodeBase64url(await signer.sign(new TextEncoder().encode(input)))}`;
}

function libraryOf(signer: KeyHolder, holder: KeyHolder) {
  const signText = async (input: string) =>
    encodeBase64url(await signer.sign(new TextEncoder().encode(input)));
  return new SDJwtVcInstance({
    signer: signText,
    signAlg: 'ES256',
    verifier: () => true,
    kbSigner: async (input: string) => encodeBase64url(await holder.sign(new TextEncoder().encode(input))),
    kbSignAlg: 'ES256',
    hasher: (data: string | ArrayBuffer, algorithm: string) =>
      new Uint8Array(
        createHash(algorithm.replace('-', ''))
          .update(typeof data === 'string' ? data : new Uint8Array(data))
          .digest(),
      ),
    hashAlg: 'sha-256',
    saltGenerator: (length: number) => randomBytes(length).toString('base64url'),
  });
}

const library = libraryOf(issuer, learner);
const frame = { _sd: ['given_name', 'family_name', 'email'], grades: { _sd: [0, 1] } };

const issueWith = (change: Partial<Record<keyof typeof claims, unknown>> & JsonObject = {}) =>
  library.issue({ ...claims, ...change } as typeof claims, frame as never, { header: { kid: 'k-1' } });

const IN_ORDER = {
  readable: 'passed',
  conforms: 'passed',
  proof: 'passed: holder-not-shown',
  'issuer-binding': 'passed',
  'issuer-known': 'not-checked: no-register',
  validity: 'passed',
};

/** A credential of the test's own hand, for what no library would write. */
const HEADER = { alg: 'ES256', typ: 'dc+sd-jwt', kid: 'k-1' };
const BASE = { iss: ISSUER, vct: 'urn:test', iat: NOW - 60 };
const disclosureOf = (...parts: readonly Json[]) =>
  encodeBase64url(new TextEncoder().encode(JSON.stringify(parts)));
const digestOf = (disclosure: string) => createHash('sha256').update(disclosure).digest('base64url');

async function make(payload: JsonObject, disclosures: readonly string[] = [], header: JsonObject = HEADER) {
  return [await tokenOf(header, { ...BASE, ...payload }), ...disclosures, ''].join('~');
}

const proofOf = async (input: string, options: Parameters<typeof ask>[1] = {}) =>
  outcomes(await ask(input, { web: home, ...options })).proof;

describe('what the library issues', () => {
  test('is in order, with all of its parts', async () => {
    const report = await ask(await issueWith(), { web: home });
    expect(report.format).toBe('sd-jwt-vc');
    expect(outcomes(report)).toEqual(IN_ORDER);
    expect(report.credential).toMatchObject({
      title: 'Statistics for beginners',
      issuer: ISSUER,
      recipient: 'Fenna de Vries',
    });
  });

  test('is in order with the parts that its holder chose, and tells no other', async () => {
    const shown = await library.present(await issueWith(), { given_name: true } as never);
    const report = await ask(shown, { web: home, as: { kind: 'email', value: 'fenna@example.com' } });
    expect(outcomes(report)).toEqual({ ...IN_ORDER, recipient: 'not-checked: no-such-identifier' });
    expect(report.credential?.recipient).toBe('Fenna');
  });

  test('is in order with the signature of its holder, who answers the one who asks', async () => {
    const shown = await library.present(await issueWith(), { email: true } as never, {
      kb: { payload: { iat: NOW - 5, aud: 'https://verifier.example', nonce: 'n-1' } },
    });
    const asked = { web: home, challenge: 'n-1', domain: 'https://verifier.example' };
    expect(outcomes(await ask(shown, asked))).toEqual({ ...IN_ORDER, proof: 'passed' });
    expect(await proofOf(shown, { challenge: 'n-2' })).toBe('failed: wrong-challenge');
    expect(await proofOf(shown, { domain: 'https://thief.example' })).toBe('failed: wrong-domain');
  });

  test('without the signature of its holder does not answer who asks for one', async () => {
    expect(await proofOf(await issueWith(), { challenge: 'n-1' })).toBe('failed: wrong-challenge');
  });

  test('with the signature of a thief does not pass for its holder’s', async () => {
    const stolen = await libraryOf(issuer, thief).present(await issueWith(), {} as never, {
      kb: { payload: { iat: NOW - 5, aud: 'https://verifier.example', nonce: 'n-1' } },
    });
    expect(await proofOf(stolen)).toBe('failed: wrong-signature');
  });

  test('with the holder’s signature over other parts does not pass', async () => {
    const whole = await issueWith();
    const kb = { kb: { payload: { iat: NOW - 5, aud: 'https://verifier.example', nonce: 'n-1' } } };
    const one = await library.present(whole, { given_name: true } as never, kb);
    const other = await library.present(whole, { email: true } as never);
    expect(await proofOf(other + one.slice(one.lastIndexOf('~') + 1))).toBe('failed: claim-mismatch');
  });

  test('by a thief’s key in the name of the issuer fails', async () => {
    const forged = await libraryOf(thief, learner).issue(claims as never, frame as never, {
      header: { kid: 'k-1' },
    });
    expect(await proofOf(forged)).toBe('failed: wrong-signature');
  });

  test('and was cut off or joined with another’s parts fails', async () => {
    const whole = await issueWith();
    const parts = whole.split('~');
    const other = (await issueWith()).split('~');
    expect(await proofOf(parts.map((part, at) => (at === 1 ? other[1] : part)).join('~'))).toBe(
      'failed: malformed-jwt',
    );
    expect(await proofOf([...parts.slice(0, 2), ...parts.slice(1)].join('~'))).toBe('failed: malformed-jwt');
    const cut = whole.slice(0, -3);
    expect(outcomes(await ask(cut, { web: home })).readable).not.toBe('passed');
    const short = `${parts[0]?.slice(0, -4)}~${parts.slice(1).join('~')}`;
    expect((await ask(short, { web: home })).verdict).toBe('failed');
  });
});

describe('a header', () => {
  test.each([
    ['of no algorithm', { ...HEADER, alg: 'none' }, 'failed: forbidden-algorithm'],
    ['of a shared secret', { ...HEADER, alg: 'HS256' }, 'failed: forbidden-algorithm'],
    ['of another kind of token', { ...HEADER, typ: 'JWT' }, 'failed: forbidden-header'],
    ['without a kind', { alg: 'ES256', kid: 'k-1' }, 'failed: forbidden-header'],
    ['with extensions that count', { ...HEADER, crit: ['b64'] }, 'failed: forbidden-header'],
    ['of an algorithm that its key is not for', { ...HEADER, alg: 'ES384' }, 'failed: wrong-key-type'],
    ['that names a key nobody lists', { ...HEADER, kid: 'k-2' }, 'failed: key-not-found'],
    [
      'of an algorithm that is sound and not known here',
      { ...HEADER, alg: 'PS256' },
      'not-checked: unsupported-proof',
    ],
    ['with the older name of the kind', { ...HEADER, typ: 'vc+sd-jwt' }, 'passed'],
  ])('%s', async (_, header, expected) => {
    expect(await proofOf(await make({}, [], header))).toBe(expected);
  });
});

describe('a disclosure', () => {
  const disclosure = disclosureOf('salt', 'grade', '8');

  test('that fits a digest is told', async () => {
    expect(await proofOf(await make({ _sd: [digestOf(disclosure)] }, [disclosure]))).toBe('passed');
    const element = disclosureOf('salt', '8');
    const list = { grades: ['7', { '...': digestOf(element) }] };
    expect(await proofOf(await make(list, [element]))).toBe('passed');
    expect(await proofOf(await make(list))).toBe('passed');
  });

  test('inside of a disclosure is told', async () => {
    const inner = disclosureOf('salt', 'street', 'Broerstraat');
    const outer = disclosureOf('salt', 'address', { _sd: [digestOf(inner)] });
    const payload = { _sd: [digestOf(outer)] };
    expect(await proofOf(await make(payload, [outer, inner]))).toBe('passed');
    expect(await proofOf(await make(payload, [inner]))).toBe('failed: malformed-jwt');
  });

  const element = disclosureOf('salt', '8');
  const refusals: readonly (readonly [string, JsonObject, readonly string[]])[] = [
    ['that nothing refers to', {}, [disclosure]],
    ['that is there twice', { _sd: [digestOf(disclosure)] }, [disclosure, disclosure]],
    ['whose digest stands twice', { _sd: [digestOf(disclosure), digestOf(disclosure)] }, [disclosure]],
    [
      'whose digest stands in two places',
      { _sd: [digestOf(disclosure)], inner: { _sd: [digestOf(disclosure)] } },
      [disclosure],
    ],
    ['that overwrites a claim', { grade: '6', _sd: [digestOf(disclosure)] }, [disclosure]],
    ['of an element where a claim should stand', { _sd: [digestOf(element)] }, [element]],
    ['of a claim where an element should stand', { grades: [{ '...': digestOf(disclosure) }] }, [disclosure]],
    ['of an element with something beside it', { a: [{ '...': digestOf(element), b: 1 }] }, [element]],
    ['of an element outside of a list', { a: { '...': digestOf(element) } }, [element]],
    ...['_sd', '...', '__proto__', 'iss', 'nbf', 'exp', 'cnf', 'vct', 'status'].map((name) => {
      const hidden = disclosureOf('salt', name, 1);
      return [`of the claim ${name}`, { _sd: [digestOf(hidden)] }, [hidden]] as const;
    }),
  ];
  test.each(refusals)('%s is refused', async (_, payload, disclosures) => {
    expect(await proofOf(await make(payload, disclosures))).toBe('failed: malformed-jwt');
  });

  test('of another hash is not checked', async () => {
    expect(await proofOf(await make({ _sd_alg: 'sha-512' }))).toBe('not-checked: unsupported-proof');
  });

  test('may leave out what was never handed on, and decoys', async () => {
    expect(await proofOf(await make({ _sd: [digestOf('decoy'), digestOf(disclosure)] }))).toBe('passed');
  });
});

describe('the key of an issuer', () => {
  test('is the one in the document at its own address, and nobody else’s', async () => {
    const foreign = JSON.stringify({ issuer: 'https://thief.example', jwks: { keys: [issuer.publicJwk] } });
    expect(await proofOf(await make({}), { web: { [METADATA]: foreign } })).toBe('failed: key-not-found');
    expect(await proofOf(await make({}), { web: {} })).toBe('not-checked: key-unavailable');
    const two = metadataOf([
      { ...issuer.publicJwk, kid: 'k-1' },
      { ...thief.publicJwk, kid: 'k-1' },
    ]);
    expect(await proofOf(await make({}), { web: { [METADATA]: two } })).toBe('failed: key-not-found');
  });

  test('may stand at an address of its own', async () => {
    const keys = 'https://wallet.rug.example/keys';
    const web = {
      [METADATA]: JSON.stringify({ issuer: ISSUER, jwks_uri: keys }),
      [keys]: JSON.stringify({ keys: [{ ...issuer.publicJwk, kid: 'k-1' }] }),
    };
    expect(await proofOf(await make({}), { web })).toBe('passed');
  });

  test('is its DID’s, and of no other', async () => {
    const { did, verificationMethod } = issuer;
    const { kid: _, ...plain } = HEADER;
    for (const header of [
      plain,
      { ...plain, kid: verificationMethod },
      { ...plain, kid: `#${did.slice(8)}` },
    ])
      expect(await proofOf(await make({ iss: did }, [], header))).toBe('passed');
    const forged = await make({ iss: thief.did }, [], { ...plain, kid: verificationMethod });
    expect(outcomes(await ask(forged))['issuer-binding']).toBe('failed: wrong-controller');
  });

  test('in a certificate alone cannot be checked', async () => {
    const { kid: _, ...plain } = HEADER;
    const jwt = await make({ iss: null }, [], { ...plain, x5c: ['MIIB'] });
    expect(await proofOf(jwt)).toBe('not-checked: unsupported-proof');
  });
});

describe('its dates and its status', () => {
  const referring = { status: { status_list: { idx: 5, uri: LIST } } };
  const listWith = (value: number, change: JsonObject = {}, signer = issuer, header: JsonObject = {}) => {
    const bytes = new Uint8Array(1_000);
    // Two bits an entry, the lowest first: entry 5 is in the second byte, from its third bit on.
    bytes[1] = value << 2;
    return tokenOf(
      { alg: 'ES256', typ: 'statuslist+jwt', kid: 'k-1', ...header },
      {
        sub: LIST,
        iat: NOW - 60,
        status_list: { bits: 2, lst: encodeBase64url(deflateSync(bytes)) },
        ...change,
      },
      signer,
    );
  };
  const statusOf = async (list: string, payload: JsonObject = referring) =>
    outcomes(await ask(await make(payload), { web: { ...home, [LIST]: list } })).status;

  test('say whether it is valid now', async () => {
    const validity = async (payload: JsonObject) =>
      outcomes(await ask(await make(payload), { web: home })).validity;
    expect(await validity({ exp: NOW + 60 })).toBe('passed');
    expect(await validity({ exp: NOW - 60 })).toBe('failed: expired');
    expect(await validity({ nbf: NOW + 60 })).toBe('failed: not-yet-valid');
    expect(await proofOf(await make({ exp: 'tomorrow' }))).toBe('failed: malformed-jwt');
  });

  test.each([
    [0, 'passed'],
    [1, 'failed: revoked'],
    [2, 'failed: suspended'],
    [3, 'not-checked: unsupported-status'],
  ])('the value %d is told as %s', async (value, expected) => {
    expect(await statusOf(await listWith(value))).toBe(expected);
  });

  test('a list by another, of another address or out of date says nothing', async () => {
    expect(await statusOf(await listWith(0, {}, thief))).toBe('not-checked: list-not-verified');
    expect(await statusOf(await listWith(0, {}, issuer, { alg: 'none' }))).toBe(
      'not-checked: list-not-verified',
    );
    expect(await statusOf(await listWith(0, { sub: `${LIST}0` }))).toBe('not-checked: list-malformed');
    expect(await statusOf(await listWith(0, {}, issuer, { typ: 'JWT' }))).toBe('not-checked: list-malformed');
    expect(await statusOf(await listWith(0, { exp: NOW - 1 }))).toBe('not-checked: list-not-verified');
    expect(await statusOf('not a token')).toBe('not-checked: list-not-verified');
  });

  test('a list that is too short or too large says nothing', async () => {
    const far = { status: { status_list: { idx: 4_000, uri: LIST } } };
    expect(await statusOf(await listWith(0), far)).toBe('not-checked: index-out-of-range');
    const bomb = { bits: 2, lst: encodeBase64url(deflateSync(new Uint8Array(8_000_000))) };
    expect(await statusOf(await listWith(0, { status_list: bomb }))).toBe('not-checked: list-malformed');
  });

  test('a status of another kind is not checked', async () => {
    expect(await statusOf('', { status: { other: {} } })).toBe('not-checked: unsupported-status');
  });
});

test('a credential of the VC Data Model, told in part, is judged as one', async () => {
  const name = disclosureOf('salt', 'alumniOf', 'The School of Examples');
  const payload = {
    '@context': [CREDENTIALS_V2, 'https://www.w3.org/ns/credentials/examples/v2'],
    type: ['VerifiableCredential'],
    issuer: issuer.did,
    credentialSubject: { id: learner.did, _sd: [digestOf(name)] },
    _sd_alg: 'sha-256',
  };
  const header = { alg: 'ES256', typ: 'vc+sd-jwt', kid: issuer.verificationMethod };
  const sdJwt = `${await tokenOf(header, payload)}~${name}~`;
  const { proof, ...rest } = IN_ORDER;
  const enveloped = {
    '@context': CREDENTIALS_V2,
    type: 'EnvelopedVerifiableCredential',
    id: `data:application/vc+sd-jwt,${sdJwt}`,
  };
  for (const input of [sdJwt, enveloped]) {
    const report = await ask(input);
    expect(report.format).toBe('vc');
    expect(outcomes(report)).toEqual({ ...rest, proof: 'passed' });
  }
  const swapped = sdJwt.replace(name, disclosureOf('salt', 'alumniOf', 'Another School'));
  expect(outcomes(await ask(swapped)).proof).toBe('failed: malformed-jwt');
});
