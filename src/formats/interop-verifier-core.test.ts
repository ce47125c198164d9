/**
 * What we sign, before the verifier that others run: the core of the Digital Credentials Consortium fetches keys, lists,
 * contexts and schemas by itself, here from an internet of the test's own.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { OFFICIAL_DATA } from '../../test/support/official.ts';
import { contexts, EUROPEAN_ELEMENTS } from './contexts/index.ts';
import type { CredentialFacts, JsonObject } from './index.ts';
import { parseJsonObject } from './json.ts';
import { composeEndorsement } from './ob3/endorsement.ts';
import { secureWithDataIntegrity } from './proofs/data-integrity/create-proof.ts';
import { formats } from './registry.ts';
import { createStatusBits, encodeStatusBits, setStatusBit } from './status-lists/bitstring.ts';
import { composeStatusList } from './status-lists/compose-list.ts';
import {
  CREATED,
  compression,
  credentialFacts,
  crypto,
  didDocument,
  ed25519Signer,
  issue,
  issuerFacts,
} from './testing.ts';

type TheirReport = {
  readonly log?: readonly { readonly id: string; readonly valid: boolean }[];
  readonly errors?: readonly { readonly name: string }[];
  readonly additionalInformation?: readonly { readonly results?: unknown }[];
};
type TheirVerifier = (question: {
  readonly credential: JsonObject;
  readonly knownDIDRegistries: readonly object[];
}) => Promise<TheirReport>;

const DID_URL = 'https://waarmerk.example/issuers/k7m2q9x4t1v8b3nw/did.json';
const SCHEMAS = 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json';
const LIST = credentialFacts.status?.list ?? '';
/** They read the clock of the machine, whatever it says. */
const always: CredentialFacts = {
  ...credentialFacts,
  validFrom: '2020-01-01T00:00:00Z',
  validUntil: '2120-01-01T00:00:00Z',
};

const web = new Map<string, string>([[DID_URL, JSON.stringify(didDocument)]]);
let theyVerify: TheirVerifier;

beforeAll(async () => {
  // What Ajv says of the official schemas is no concern of this test.
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.stubGlobal('fetch', async (request: string | URL | Request) => {
    const url = request instanceof Request ? request.url : String(request);
    const body = web.get(url);
    if (body === undefined) throw new TypeError(`nothing at ${url}`);
    return new Response(body, { headers: { 'content-type': 'application/json' } });
  });
  web.set(EUROPEAN_ELEMENTS, JSON.stringify(contexts.get(EUROPEAN_ELEMENTS)));
  for (const name of ['achievement', 'endorsement']) {
    const file = join(OFFICIAL_DATA, 'open-badges-3-schemas', `ob_v3p0_${name}credential_schema.json`);
    const url = `${SCHEMAS}/ob_v3p0_${name}credential_schema.json`;
    // Without the official files: a schema that asks for nothing, so that the rest is still tried.
    web.set(url, existsSync(file) ? readFileSync(file, 'utf8') : JSON.stringify({ $id: url }));
  }
  web.set(LIST, await listOf());
  // Read from disk by the test alone; it has no types.
  const core: unknown = await import('@digitalcredentials/verifier-core');
  theyVerify = (core as { readonly verifyCredential: TheirVerifier }).verifyCredential;
});
afterAll(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function listOf(revoked?: number): Promise<string> {
  const bits = revoked === undefined ? createStatusBits() : setStatusBit(createStatusBits(), revoked, 1);
  const document = composeStatusList({
    id: LIST,
    issuer: issuerFacts.did,
    purpose: 'revocation',
    encodedList: await encodeStatusBits(compression, bits),
    validFrom: '2020-01-01T00:00:00Z',
    ttl: 60_000,
  });
  return JSON.stringify(
    await secureWithDataIntegrity(document, { signer: ed25519Signer, crypto, created: CREATED }),
  );
}

async function ask(credential: JsonObject): Promise<Readonly<Record<string, boolean>>> {
  const report = await theyVerify({ credential: structuredClone(credential), knownDIDRegistries: [] });
  const schemas = JSON.stringify(report.additionalInformation ?? []);
  return {
    ...Object.fromEntries((report.log ?? []).map(({ id, valid }) => [id, valid])),
    ...Object.fromEntries((report.errors ?? []).map(({ name }) => [name, false])),
    ...(schemas.includes('"valid":') ? { schema: !schemas.includes('"valid":false') } : {}),
  };
}

const IN_ORDER = { valid_signature: true, expiration: true, registered_issuer: false };

describe('the verifier of the Digital Credentials Consortium', () => {
  it.each([
    ['ob3-data-integrity', { revocation_status: true, schema: true }],
    ['ob3-eu', { revocation_status: true, schema: true }],
    ['ob3-id-list', { schema: true }],
  ] as const)('takes %s, with its key, its list and its schema', async (id, more) => {
    const signed = parseJsonObject(await issue(formats[id], always));
    expect(await ask(signed)).toEqual({ ...IN_ORDER, ...more });
    expect(await ask({ ...signed, name: 'Another' })).toEqual({ invalid_signature: false });
  });

  it('sees that one is revoked', async () => {
    const index = 7;
    const signed = parseJsonObject(
      await issue(formats['ob3-data-integrity'], { ...always, status: { list: LIST, index } }),
    );
    web.set(LIST, await listOf(index));
    expect(await ask(signed)).toMatchObject({ valid_signature: true, revocation_status: false });
    web.set(LIST, await listOf());
    expect(await ask(signed)).toMatchObject({ valid_signature: true, revocation_status: true });
  });

  it('takes an endorsement and a status list', async () => {
    const endorsement = composeEndorsement({
      id: 'https://waarmerk.example/endorsements/1',
      issuer: issuerFacts,
      language: 'en',
      subject: credentialFacts.version.id,
      name: 'Endorsement',
      comment: 'Sound.',
      validFrom: '2020-01-01T00:00:00Z',
    });
    const options = { signer: ed25519Signer, crypto, created: CREATED };
    expect(await ask(await secureWithDataIntegrity(endorsement, options))).toMatchObject({
      valid_signature: true,
      schema: true,
    });
    expect(await ask(parseJsonObject(await listOf()))).toMatchObject({ valid_signature: true });
  });
});
