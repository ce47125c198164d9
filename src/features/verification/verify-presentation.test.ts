/** Presentations of every form, and what a thief of one would try. */
import { describe, expect, test } from 'vitest';
import {
  CREDENTIALS_V1,
  CREDENTIALS_V2,
  encodeBase64url,
  type JsonObject,
  secureAsVcJose,
  secureWithDataIntegrity,
} from '../../formats/index.ts';
import { AT, CREATED, crypto } from '../../formats/testing.ts';
import { ask, type KeyHolder, makeHolder, outcomes } from './testing/ask.ts';

const EXAMPLES = 'https://www.w3.org/ns/credentials/examples/v2';
const issuer = makeHolder();
const holder = makeHolder();
const SECONDS = Math.floor(AT.getTime() / 1000);

function credentialOf(change: JsonObject = {}): JsonObject {
  return {
    '@context': [CREDENTIALS_V2, EXAMPLES],
    id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33',
    type: ['VerifiableCredential'],
    name: 'Statistics',
    issuer: issuer.did,
    validFrom: '2026-01-01T00:00:00Z',
    credentialSubject: { id: holder.did, alumniOf: 'The School of Examples' },
    ...change,
  };
}

function sign(document: JsonObject, signer: KeyHolder = issuer): Promise<JsonObject> {
  return secureWithDataIntegrity(document, { signer, crypto, created: CREATED });
}

async function present(
  credentials: readonly (JsonObject | string)[],
  change: JsonObject = {},
  by: { signer?: KeyHolder; challenge?: string; domain?: string; purpose?: 'assertionMethod' } = {},
): Promise<JsonObject> {
  const document: JsonObject = {
    '@context': [CREDENTIALS_V2],
    type: ['VerifiablePresentation'],
    holder: holder.did,
    verifiableCredential: credentials,
    ...change,
  };
  return await secureWithDataIntegrity(document, {
    signer: by.signer ?? holder,
    crypto,
    created: CREATED,
    proofPurpose: by.purpose ?? 'authentication',
    ...(by.challenge ? { challenge: by.challenge } : {}),
    ...(by.domain ? { domain: by.domain } : {}),
  });
}

function envelop(jwt: string, kind = 'Credential', mediaType = 'application/vc+jwt'): JsonObject {
  return {
    '@context': CREDENTIALS_V2,
    type: `EnvelopedVerifiable${kind}`,
    id: `data:${mediaType},${jwt}`,
  };
}

async function tokenOf(header: JsonObject, payload: JsonObject, signer: KeyHolder): Promise<string> {
  const input = [header, payload]
    .map((part) => encodeBase64url(new TextEncoder().encode(JSON.stringify(part))))
    .join('.');
  return `${input}.${encodeBase64url(await signer.sign(new TextEncoder().encode(input)))}`;
}

const IN_ORDER = {
  readable: 'passed',
  conforms: 'passed',
  proof: 'passed',
  'issuer-binding': 'passed: holder',
  // Without a register no issuer is known.
  credentials: 'not-checked: credential-not-checked',
};
const CREDENTIAL_IN_ORDER = {
  readable: 'passed',
  conforms: 'passed',
  proof: 'passed',
  'issuer-binding': 'passed',
  'issuer-known': 'not-checked: no-register',
  validity: 'passed',
};

describe('a presentation', () => {
  test('is checked as its holder signed it, and each credential in it by itself', async () => {
    const second = await sign(credentialOf({ name: 'Dutch' }));
    const report = await ask(await present([await sign(credentialOf()), second]));
    expect(report.format).toBe('vp');
    expect(outcomes(report)).toEqual(IN_ORDER);
    expect(report.credentials?.map(outcomes)).toEqual([CREDENTIAL_IN_ORDER, CREDENTIAL_IN_ORDER]);
    expect(report.credentials?.map(({ credential }) => credential?.title)).toEqual(['Statistics', 'Dutch']);
    expect(report.verdict).toBe('incomplete');
  });

  test('of which one credential is forged fails, and says which', async () => {
    const forged = { ...(await sign(credentialOf())), name: 'Medicine' };
    const report = await ask(await present([await sign(credentialOf()), forged]));
    expect(report.verdict).toBe('failed');
    expect(outcomes(report).credentials).toBe('failed: credential-failed');
    expect(report.credentials?.map(({ verdict }) => verdict)).toEqual(['incomplete', 'failed']);
  });

  test('whose credentials were swapped afterwards fails, and those inside are not looked at', async () => {
    const stolen = { ...(await present([await sign(credentialOf())])), verifiableCredential: [] };
    const report = await ask(stolen);
    expect(outcomes(report)).toMatchObject({
      proof: 'failed: wrong-signature',
      credentials: 'not-checked: stopped',
    });
  });

  test('that another signed in the name of its holder fails', async () => {
    const report = await ask(await present([await sign(credentialOf())], {}, { signer: makeHolder() }));
    expect(outcomes(report)).toMatchObject({ 'issuer-binding': 'failed: wrong-holder' });
    expect(report.verdict).toBe('failed');
  });

  test('signed as a claim and not to sign in fails', async () => {
    const report = await ask(await present([await sign(credentialOf())], {}, { purpose: 'assertionMethod' }));
    expect(outcomes(report).proof).toBe('failed: wrong-purpose');
  });

  test('answers the challenge and names the domain when those were given', async () => {
    const answered = await present([await sign(credentialOf())], {}, { challenge: 'n-1', domain: 'rug.nl' });
    expect(outcomes(await ask(answered, { challenge: 'n-1', domain: 'rug.nl' }))).toEqual(IN_ORDER);
    expect(outcomes(await ask(answered, { challenge: 'n-2' })).proof).toBe('failed: wrong-challenge');
    expect(outcomes(await ask(answered, { domain: 'thief.example' })).proof).toBe('failed: wrong-domain');
  });

  test('that nobody signed leaves open who hands it in, and its credentials are checked', async () => {
    const { proof: _, ...unsigned } = await present([await sign(credentialOf())]);
    const report = await ask(unsigned);
    expect(outcomes(report)).toMatchObject({
      proof: 'not-checked: presentation-unsigned',
      'issuer-binding': 'not-checked: presentation-unsigned',
    });
    expect(report.credentials?.map(outcomes)).toEqual([CREDENTIAL_IN_ORDER]);
    expect(report.verdict).toBe('incomplete');
    expect(outcomes(await ask(unsigned, { challenge: 'n-1' })).proof).toBe('failed: no-proof');
  });

  test('with more than twenty credentials is refused', async () => {
    const one = await sign(credentialOf());
    const { proof: _, ...many } = await present(Array.from({ length: 21 }, () => one));
    const report = await ask(many);
    expect(outcomes(report).credentials).toBe('failed: too-many-credentials');
    expect(report.credentials).toEqual([]);
    const { proof: __, ...most } = await present(Array.from({ length: 20 }, () => one));
    expect((await ask(most)).credentials).toHaveLength(20);
  });

  test('inside of a presentation is refused', async () => {
    const report = await ask(await present([await present([await sign(credentialOf())])]));
    expect(report.credentials?.map(outcomes)).toMatchObject([{ readable: 'failed: too-deep' }]);
    expect(report.verdict).toBe('failed');
  });

  test('carries what its holder says of themselves without a proof of its own', async () => {
    const own = credentialOf({ issuer: holder.did });
    expect((await ask(await present([own]))).credentials?.map(outcomes)).toMatchObject([
      { proof: 'passed: self-asserted', 'issuer-binding': 'passed: self-asserted' },
    ]);
  });

  test('carries nothing unsigned in the name of somebody else', async () => {
    const report = await ask(await present([credentialOf()]));
    expect(report.credentials?.map(outcomes)).toMatchObject([{ proof: 'failed: no-proof' }]);
  });

  test('that nobody signed carries nothing unsigned either', async () => {
    const { proof: _, ...unsigned } = await present([credentialOf({ issuer: holder.did })]);
    expect((await ask(unsigned)).credentials?.map(outcomes)).toMatchObject([{ proof: 'failed: no-proof' }]);
  });
});

describe('an envelope', () => {
  const secure = (document: JsonObject, signer: KeyHolder) =>
    secureAsVcJose(document, { signer, crypto, created: CREATED });

  test('by itself is the credential that it holds', async () => {
    const report = await ask(envelop(await secure(credentialOf(), issuer)));
    expect(report.format).toBe('vc');
    expect(outcomes(report)).toEqual(CREDENTIAL_IN_ORDER);
  });

  test('in a presentation is judged as the credential that it holds', async () => {
    const report = await ask(await present([envelop(await secure(credentialOf(), issuer))]));
    expect(outcomes(report)).toEqual(IN_ORDER);
    expect(report.credentials?.map(outcomes)).toEqual([CREDENTIAL_IN_ORDER]);
  });

  test('with a forged token fails', async () => {
    const forged = await secure(credentialOf(), makeHolder());
    expect(outcomes(await ask(envelop(forged)))['issuer-binding']).toBe('failed: wrong-controller');
  });

  test('that holds another kind of thing than it says is malformed', async () => {
    const jwt = await secure(credentialOf(), issuer);
    for (const wrong of [
      envelop(jwt, 'Presentation'),
      envelop(jwt, 'Presentation', 'application/vp+jwt'),
      envelop('no token'),
      envelop(JSON.stringify(credentialOf())),
      { ...envelop(jwt), id: 'https://elsewhere.example/token' },
    ])
      expect(outcomes(await ask(wrong)).readable).toBe('failed: malformed');
  });

  test('of a kind that is not known here is not checked', async () => {
    const report = await ask(envelop('2oRDoQEm', 'Credential', 'application/vc+cose'));
    expect(outcomes(report).readable).toBe('not-checked: unsupported-format');
  });

  test('without a context of its own makes its presentation break the standard', async () => {
    const { '@context': _, ...bare } = envelop(await secure(credentialOf(), issuer));
    const { proof: __, ...bound } = await present([]);
    const unsigned: JsonObject = { ...bound, verifiableCredential: [bare] };
    expect(outcomes(await ask(unsigned)).conforms).toBe('failed: not-conforming');
  });
});

describe('a presentation as a token', () => {
  const presentation = async (): Promise<JsonObject> => ({
    '@context': [CREDENTIALS_V2],
    type: ['VerifiablePresentation'],
    holder: holder.did,
    verifiableCredential: [
      envelop(await secureAsVcJose(credentialOf(), { signer: issuer, crypto, created: CREATED })),
    ],
  });
  const header = { alg: 'EdDSA', kid: holder.verificationMethod, typ: 'vp+jwt', cty: 'vp' };

  test('is checked as VC-JOSE-COSE writes it, also in an envelope', async () => {
    const jwt = await tokenOf(header, await presentation(), holder);
    for (const input of [jwt, envelop(jwt, 'Presentation', 'application/vp+jwt')]) {
      const report = await ask(input);
      expect(outcomes(report)).toEqual(IN_ORDER);
      expect(report.credentials?.map(outcomes)).toEqual([CREDENTIAL_IN_ORDER]);
    }
  });

  test('answers a challenge by its nonce and a domain by its audience', async () => {
    const jwt = await tokenOf(
      header,
      { ...(await presentation()), nonce: 'n-1', aud: 'https://rug.nl' },
      holder,
    );
    expect(outcomes(await ask(jwt, { challenge: 'n-1', domain: 'https://rug.nl' }))).toEqual(IN_ORDER);
    expect(outcomes(await ask(jwt, { challenge: 'n-2' })).proof).toBe('failed: wrong-challenge');
    expect(outcomes(await ask(jwt, { domain: 'https://thief.example' })).proof).toBe('failed: wrong-domain');
  });

  test('of VCDM 1.1 carries its credentials as tokens', async () => {
    const vc = {
      '@context': [CREDENTIALS_V1],
      type: ['VerifiableCredential'],
      credentialSubject: { id: holder.did },
    };
    const inner = await tokenOf(
      { alg: 'EdDSA', kid: issuer.verificationMethod, typ: 'JWT' },
      { iss: issuer.did, sub: holder.did, nbf: SECONDS - 60, vc },
      issuer,
    );
    const vp = {
      '@context': [CREDENTIALS_V1],
      type: ['VerifiablePresentation'],
      verifiableCredential: [inner],
    };
    const jwt = await tokenOf(
      { alg: 'EdDSA', kid: holder.verificationMethod, typ: 'JWT' },
      { iss: holder.did, aud: 'https://rug.nl', nonce: 'n-1', vp },
      holder,
    );
    const report = await ask(jwt, { challenge: 'n-1' });
    expect(outcomes(report)).toEqual(IN_ORDER);
    expect(report.credentials?.map(outcomes)).toEqual([CREDENTIAL_IN_ORDER]);
  });

  test('that is expired, unsigned or names another holder fails', async () => {
    const good = await presentation();
    const cases: readonly (readonly [JsonObject, JsonObject, string])[] = [
      [header, { ...good, exp: SECONDS - 1 }, 'failed: proof-expired'],
      [header, { ...good, iss: issuer.did }, 'failed: claim-mismatch'],
      [header, { ...good, vp: good }, 'failed: malformed-jwt'],
      [{ ...header, alg: 'none' }, good, 'failed: forbidden-algorithm'],
      [{ ...header, crit: ['exp'] }, good, 'failed: forbidden-header'],
      [{ ...header, typ: 'vc+jwt' }, good, 'failed: forbidden-header'],
      [{ ...header, kid: issuer.verificationMethod }, good, 'failed: wrong-signature'],
    ];
    for (const [head, payload, expected] of cases)
      expect(outcomes(await ask(await tokenOf(head, payload, holder))).proof).toBe(expected);
  });
});
