/**
 * Makes `vectors/`: conformance files of ours for whoever writes another reader. Run by itself it writes them;
 * `vectors.test.ts` makes them again and compares. Only what ECDSA signs differs each time, because it is random.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generateKey, importSigner } from '../platform/crypto/index.ts';
import { bakePng } from './baking/png.ts';
import { bakeSvg } from './baking/svg.ts';
import { tinyPng } from './baking/tiny-png.ts';
import { encodeUtf8 } from './bytes.ts';
import type { CredentialFacts } from './facts.ts';
import type { Format, JsonObject, ProofReason } from './format.ts';
import { isJsonObject, parseJsonObject } from './json.ts';
import { composeAssertion, composeBadgeClass, composeIssuer } from './ob2/compose.ts';
import { secureWithDataIntegrity } from './proofs/data-integrity/create-proof.ts';
import { signCompactJws } from './proofs/vc-jwt/jws.ts';
import { openJwt } from './proofs/vc-jwt/open-jwt.ts';
import { readObjects } from './read-members.ts';
import type { FormatReason } from './refusal.ts';
import { formats } from './registry.ts';
import { createStatusBits, encodeStatusBits, setStatusBit } from './status-lists/bitstring.ts';
import { composeStatusList } from './status-lists/compose-list.ts';
import {
  bareFacts,
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
  versionFacts,
} from './testing.ts';

export type Vector = {
  readonly file: string;
  readonly format: 'ob3-data-integrity' | 'ob3-jwt' | 'ob2-hosted' | 'status-list' | 'keys';
  /** `valid`: its proof holds. `refused`: it cannot be read. `failed`: it can be read and its proof does not hold. */
  readonly expected: 'valid' | 'refused' | 'failed' | 'hosted' | 'document';
  readonly reason?: ProofReason | FormatReason;
  readonly says: string;
};

export type VectorFile = Vector & { readonly bytes: Uint8Array };

const di = formats['ob3-data-integrity'];
const jwt = formats['ob3-jwt'];

/** As their addresses answer: what the JWTs of Open Badges' own profile name by kid. */
function listKeys(): readonly VectorFile[] {
  const says = 'The key that the JWTs name by kid.';
  return [
    json('keys/p-1.json', 'keys', 'document', { ...publicKeys.p256 }, says),
    json('keys/r-1.json', 'keys', 'document', { ...publicKeys.rsa }, `${says} RSA.`),
    json('keys/ed-1.json', 'keys', 'document', { ...publicKeys.ed25519 }, `${says} Ed25519.`),
  ];
}

/** The first award under the other kinds of keys and proofs. */
async function makeFurtherProofs(): Promise<readonly VectorFile[]> {
  const { 'ob3-jwt-rs256': rs256, 'ob3-jwt-eddsa': eddsa, 'ob3-vc-jwt': secured } = formats;
  const jwts = [
    ['valid/full-rs256.jwt', rs256, 'With an RSA key.'],
    ['valid/full-eddsa.jwt', eddsa, 'With an Ed25519 key.'],
    ['valid/full-vc.jwt', secured, 'In the profile of VC-JOSE-COSE.'],
  ] as const;
  const made = await Promise.all(
    jwts.map(async ([file, format, says]) =>
      text(file, 'ob3-jwt', 'valid', await issue(format, credentialFacts), says),
    ),
  );
  const sd: Format = formats['ob3-ecdsa-sd'];
  const base = await issue(sd, credentialFacts);
  const part = (await sd.derive?.({ crypto }, base, ['/credentialSubject/creditsEarned'])) ?? base;
  const says = 'Of a base proof of ecdsa-sd-2023 its holder shows the credits and no name.';
  return [...made, text('valid/part-ecdsa-sd.json', 'ob3-data-integrity', 'valid', part, says)];
}

export async function makeVectors(): Promise<readonly VectorFile[]> {
  const full = await issue(di, credentialFacts);
  const signed = parseJsonObject(full);
  const { credentialStatus, ...withoutStatus } = signed;
  const [proof = {}] = readObjects(signed.proof);
  const token = await issue(jwt, credentialFacts);
  const claims = parseJsonObject(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  const header = { alg: 'ES256', kid: p256Signer.keyUrl, typ: 'JWT' };
  const stranger = generateKey('ES256');
  const statusIri = 'https://www.w3.org/2018/credentials#credentialStatus';
  return [
    json('keys/did.json', 'keys', 'document', didDocument, 'The issuer’s DID document.'),
    ...listKeys(),
    text(
      'valid/full.json',
      'ob3-data-integrity',
      'valid',
      full,
      'Every element, edition holder, in English.',
    ),
    text(
      'valid/dutch.json',
      'ob3-data-integrity',
      'valid',
      await issue(di, dutch()),
      'The same award in Dutch.',
    ),
    text(
      'valid/bare.json',
      'ob3-data-integrity',
      'valid',
      await issue(di, bareFacts(credentialFacts)),
      'Only what every award has.',
    ),
    text('valid/full.jwt', 'ob3-jwt', 'valid', token, 'The first award as JWT.'),
    ...(await makeFurtherProofs()),
    picture(
      'valid/baked.png',
      bakePng(tinyPng, { keyword: 'openbadgecredential', text: full }),
      'The first award in a PNG.',
    ),
    picture(
      'valid/baked.svg',
      encodeUtf8(bakeSvg(EMPTY_SVG, { keyword: 'openbadgecredential', text: full })),
      'And in an SVG.',
    ),
    json(
      'valid/status-list.json',
      'status-list',
      'valid',
      await makeStatusList(),
      'Only entry 94567 is set, so the first award is revoked.',
    ),
    json(
      'valid/assertion.json',
      'ob2-hosted',
      'hosted',
      (await composeAssertion(credentialFacts, crypto)).document,
      'The first award as hosted Assertion.',
    ),
    json(
      'valid/badgeclass.json',
      'ob2-hosted',
      'document',
      composeBadgeClass(versionFacts, 'en'),
      'Its BadgeClass.',
    ),
    json('valid/issuer.json', 'ob2-hosted', 'document', composeIssuer(issuerFacts, 'en'), 'Its issuer.'),
    failed('changed-name.json', 'wrong-signature', { ...signed, name: 'Another' }, 'The title was changed.'),
    failed(
      'hidden-status.json',
      'not-canonicalizable',
      { ...withoutStatus, [statusIri]: credentialStatus ?? {} },
      'The same graph, with the status where no reader looks.',
    ),
    failed(
      'added-term.json',
      'not-canonicalizable',
      { ...signed, madeUp: 'x' },
      'A term that no context defines.',
    ),
    failed(
      'inline-context.json',
      'not-canonicalizable',
      { ...signed, '@context': [...contextsOf(signed), { madeUp: 'urn:x' }] },
      'A context of its own.',
    ),
    failed(
      'foreign-key.json',
      'key-not-found',
      { ...signed, proof: [{ ...proof, verificationMethod: `${issuerFacts.did}#other` }] },
      'A key the issuer does not list.',
    ),
    failed(
      'second-proof.json',
      'wrong-signature',
      { ...signed, proof: [proof, { ...proof, created: '2026-11-21T09:31:00Z' }] },
      'A good proof beside a bad one.',
    ),
    failed(
      'wrong-purpose.json',
      'wrong-purpose',
      { ...signed, proof: [{ ...proof, proofPurpose: 'authentication' }] },
      'Made for another purpose.',
    ),
    text(
      'invalid/duplicate-key.json',
      'ob3-data-integrity',
      'refused',
      full.replace('{', '{"name":"Another",'),
      'Two names: readers would differ.',
      'json-duplicate-key',
    ),
    await signedJwt(
      'unequal-sub.jwt',
      'claim-mismatch',
      header,
      { ...claims, sub: 'urn:uuid:other' },
      'sub is not the subject.',
    ),
    await signedJwt('missing-jti.jwt', 'claim-missing', header, openJwt(token), 'No registered claims.'),
    await signedJwt(
      'alg-none.jwt',
      'forbidden-algorithm',
      { ...header, alg: 'none' },
      claims,
      'The algorithm none.',
    ),
    await signedJwt(
      'own-key.jwt',
      'key-not-found',
      { alg: 'ES256', jwk: { ...stranger.publicJwk } },
      claims,
      'Signed with a key of a stranger, who brings it along in the header.',
      importSigner(stranger.privateJwk).sign,
    ),
    text(
      'invalid/padded.jwt',
      'ob3-jwt',
      'failed',
      `${token}=`,
      'Padding after the signature.',
      'malformed-jwt',
    ),
  ];
}

const EMPTY_SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"></svg>';

function dutch(): CredentialFacts {
  return { ...credentialFacts, language: 'nl' };
}

async function makeStatusList(): Promise<JsonObject> {
  const list = composeStatusList({
    id: credentialFacts.status?.list ?? '',
    issuer: issuerFacts.did,
    purpose: 'revocation',
    encodedList: await encodeStatusBits(compression, setStatusBit(createStatusBits(), 94_567, 1)),
    validFrom: CREATED,
    ttl: 60_000,
  });
  return secureWithDataIntegrity(list, { signer: ed25519Signer, crypto, created: CREATED });
}

function contextsOf(document: JsonObject): readonly string[] {
  const contexts = document['@context'];
  return Array.isArray(contexts) ? contexts : [];
}

function json(
  file: string,
  format: Vector['format'],
  expected: Vector['expected'],
  document: JsonObject,
  says: string,
): VectorFile {
  return text(file, format, expected, `${JSON.stringify(document, null, 2)}\n`, says);
}

function text(
  file: string,
  format: Vector['format'],
  expected: Vector['expected'],
  content: string,
  says: string,
  reason?: Vector['reason'],
): VectorFile {
  return { file, format, expected, ...(reason ? { reason } : {}), says, bytes: encodeUtf8(content) };
}

function picture(file: string, bytes: Uint8Array, says: string): VectorFile {
  return { file, format: 'ob3-data-integrity', expected: 'valid', says, bytes };
}

function failed(file: string, reason: ProofReason, document: JsonObject, says: string): VectorFile {
  return text(`invalid/${file}`, 'ob3-data-integrity', 'failed', JSON.stringify(document), says, reason);
}

async function signedJwt(
  file: string,
  reason: ProofReason,
  header: JsonObject,
  payload: JsonObject,
  says: string,
  sign: (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array> = p256Signer.sign,
) {
  return text(
    `invalid/${file}`,
    'ob3-jwt',
    'failed',
    await signCompactJws(header, payload, sign),
    says,
    reason,
  );
}

export function describeVectors(files: readonly VectorFile[]): string {
  const rows = files.map(({ bytes: _, ...vector }) => vector);
  return `${JSON.stringify({ at: '2026-11-21T10:00:00Z', vectors: rows }, null, 2)}\n`;
}

export function parseVectors(index: string): readonly Vector[] {
  // The file is our own, written by `describeVectors`.
  return readObjects(parseJsonObject(index).vectors).filter(
    isJsonObject,
  ) as readonly unknown[] as readonly Vector[];
}

if (import.meta.main) {
  const folder = join(import.meta.dirname, '../../vectors');
  const files = await makeVectors();
  for (const { file, bytes } of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), bytes);
  }
  writeFileSync(join(folder, 'index.json'), describeVectors(files));
}
