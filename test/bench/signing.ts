/**
 * Signing and verifying in one thread, ours and the field's library and the bare limit, by turns in one run. The limit
 * is what PERFORMANCE calls raw: Ed25519 of node:crypto. Beside it stands libsodium's, by which ours signs (ADR 0017).
 */
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import {
  contexts,
  encodeMultikey,
  formats,
  type JsonObject,
  resolveDidKey,
  type Signer,
} from '../../src/formats/index.ts';
import { credentialFacts, issuerFacts, versionFacts } from '../../src/formats/testing.ts';
import { generateKey, importSigner, nodeCrypto } from '../../src/platform/crypto/index.ts';
import { type Line, measured, median, millisecondsOf, ratePerSecond, stated } from './line.ts';
import { realisticFacts } from './realistic.ts';

/** A machine that others share is quick at one moment and slow at the next. */
const ROUNDS = 9;
const AT = new Date('2026-11-21T10:00:00Z');
const CREATED = '2026-11-21T09:30:00Z';
const format = formats['ob3-data-integrity'];

export async function benchSigning(): Promise<Line[]> {
  const { privateJwk, publicJwk } = generateKey('Ed25519');
  const bare = importSigner(privateJwk);
  const did = `did:key:${encodeMultikey(publicJwk)}`;
  const signer: Signer = {
    algorithm: 'Ed25519',
    verificationMethod: `${did}#${did.slice(8)}`,
    keyUrl: '',
    sign: bare.sign,
  };
  const library = await openLibrary();
  const bytes = new Uint8Array(64);
  const signature = bare.sign(bytes);
  const privateKey = createPrivateKey({ key: { ...privateJwk }, format: 'jwk' });
  const publicKey = createPublicKey({ key: { ...publicJwk }, format: 'jwk' });
  const deps = { crypto: nodeCrypto, resolveMethod: resolveDidKey };
  const ours = await makeDocuments(did, 64);
  const secured: string[] = [];
  for (const document of ours)
    secured.push(await format.secure(document, { signer, crypto: nodeCrypto, created: CREATED }));
  const theirs = await library.issue(ours[0] ?? {});

  const rates: Record<
    | 'rawSign'
    | 'sodiumSign'
    | 'sign'
    | 'librarySign'
    | 'rawVerify'
    | 'sodiumVerify'
    | 'verify'
    | 'libraryVerify',
    number
  >[] = [];
  let turn = 0;
  const next = <T>(list: readonly T[]): T => list[turn++ % list.length] as T; // the lists are not empty
  for (let round = 0; round < ROUNDS; round += 1) {
    rates.push({
      rawSign: await ratePerSecond(() => sign(null, bytes, privateKey)),
      sodiumSign: await ratePerSecond(() => bare.sign(bytes)),
      sign: await ratePerSecond(() =>
        format.secure(next(ours), { signer, crypto: nodeCrypto, created: CREATED }),
      ),
      librarySign: await ratePerSecond(() => library.issue(next(ours))),
      rawVerify: await ratePerSecond(() => verify(null, bytes, publicKey, signature)),
      sodiumVerify: await ratePerSecond(() => nodeCrypto.verify('Ed25519', publicJwk, bytes, signature)),
      verify: await ratePerSecond(() => format.verify?.(deps, next(secured), { at: AT })),
      libraryVerify: await ratePerSecond(() => library.verify(theirs)),
    });
  }
  const of = (name: keyof (typeof rates)[number]) => median(rates.map((rate) => rate[name]));
  const ratio = (one: keyof (typeof rates)[number], other: keyof (typeof rates)[number]) =>
    median(rates.map((rate) => rate[one] / rate[other]));
  return [
    stated('bytes of the signed credential', secured[0]?.length ?? 0, 'bytes'),
    stated('raw Ed25519 sign', of('rawSign'), 'per second'),
    stated('raw Ed25519 sign by libsodium', of('sodiumSign'), 'per second'),
    stated('raw Ed25519 verify', of('rawVerify'), 'per second'),
    stated('raw Ed25519 verify by libsodium', of('sodiumVerify'), 'per second'),
    stated('@digitalbazaar/vc sign', of('librarySign'), 'per second'),
    stated('@digitalbazaar/vc verify', of('libraryVerify'), 'per second'),
    stated('sign, eddsa-rdfc-2022', of('sign'), 'per second'),
    measured('sign against raw Ed25519', ratio('sign', 'rawSign'), 'of raw', { atLeast: 0.4 }),
    measured('sign against @digitalbazaar/vc', ratio('sign', 'librarySign'), '×', { atLeast: 150 }),
    stated('verify, eddsa-rdfc-2022, with parsing', of('verify'), 'per second'),
    measured('verify against raw Ed25519', ratio('verify', 'rawVerify'), 'of raw', { atLeast: 0.45 }),
    measured('verify against @digitalbazaar/vc', ratio('verify', 'libraryVerify'), '×', { atLeast: 60 }),
    await benchFirstOfDesign(signer, did, library),
  ];
}

/** A version nobody has signed before: other outcomes, other numbers of them. */
async function benchFirstOfDesign(signer: Signer, did: string, library: Library): Promise<Line> {
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const content = {
      ...versionFacts.content,
      outcomes: Array.from({ length: 3 + round }, (_, i) => ({
        id: `N${i}`,
        text: { en: `New outcome ${i}.` },
        alignments: [{ targetName: `skill ${i}`, targetUrl: `https://skills.example/${round}/${i}` }],
      })),
    };
    const version = {
      ...versionFacts,
      id: `${versionFacts.id}${round}`,
      content: { ...content, provenBy: [] },
    };
    const { document } = await format.compose({ ...credentialFacts, version }, nodeCrypto);
    const fresh = { ...document, issuer: { ...(document.issuer as JsonObject), id: did } };
    const first = await millisecondsOf(() =>
      format.secure(fresh, { signer, crypto: nodeCrypto, created: CREATED }),
    );
    const control = await millisecondsOf(() => library.issue(fresh));
    ratios.push(first / control);
  }
  return measured(
    'first credential of a new version against @digitalbazaar/vc',
    median(ratios),
    '× its time',
    { atMost: 3 },
  );
}

/** One version, awarded to many: they differ in id, person, dates, status. */
async function makeDocuments(did: string, count: number): Promise<JsonObject[]> {
  return await Promise.all(
    Array.from({ length: count }, async (_, i) => {
      const { document } = await format.compose(realisticFacts(i), nodeCrypto);
      return { ...document, issuer: { ...(document.issuer as JsonObject), id: did } };
    }),
  );
}

type Library = Awaited<ReturnType<typeof openLibrary>>;

async function openLibrary() {
  const key = await Ed25519Multikey.generate({ controller: issuerFacts.did });
  key.id = `${issuerFacts.did}#${key.publicKeyMultibase}`;
  const published = {
    '@context': 'https://w3id.org/security/multikey/v1',
    id: key.id,
    type: 'Multikey',
    controller: issuerFacts.did,
    publicKeyMultibase: key.publicKeyMultibase,
  };
  const controller = {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: issuerFacts.did,
    assertionMethod: [key.id],
    verificationMethod: [published],
  };
  const documentLoader = async (url: string) => {
    const document =
      contexts.get(url) ?? (url === key.id ? published : url === issuerFacts.did ? controller : undefined);
    if (!document) throw new Error(`not here: ${url}`);
    return { contextUrl: null, documentUrl: url, document };
  };
  return {
    issue: (document: JsonObject) =>
      vc.issue({
        credential: { ...document, issuer: { ...(document.issuer as JsonObject), id: issuerFacts.did } },
        suite: new DataIntegrityProof({ signer: key.signer(), cryptosuite, date: CREATED }),
        documentLoader,
      }),
    verify: async (credential: JsonObject) => {
      const result = await vc.verifyCredential({
        credential,
        suite: new DataIntegrityProof({ cryptosuite }),
        documentLoader,
        now: AT,
        checkStatus: async () => ({ verified: true }),
      });
      if (!result.verified) throw result.error;
    },
  };
}
