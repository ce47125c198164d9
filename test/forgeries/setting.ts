/** An award in every format, as its holder has it, and the keys of everybody who might forge it. */

import { claimAward, grantAwards } from '../../src/features/awards/index.ts';
import { publishAward, readHolderDocument } from '../../src/features/credentials/index.ts';
import type { KeyPurpose } from '../../src/features/keys/index.ts';
import { openHouse, verifyCredential } from '../../src/features/verification/index.ts';
import {
  encodeMultikey,
  type FormatId,
  formats,
  type JsonObject,
  listSelectableParts,
  parseJsonObject,
  type Signer,
  secureWithDataIntegrity,
} from '../../src/formats/index.ts';
import { decodeBase64url, encodeBase64url } from '../../src/formats/multibase.ts';
import {
  generateKey,
  gunzipBytes,
  gzipBytes,
  importSigner,
  inflateBytes,
} from '../../src/platform/crypto/index.ts';
import { EgressRefusal } from '../../src/platform/egress/index.ts';
import { createPdfReader } from '../../src/platform/pdf/index.ts';
import { openWorld, type World } from '../support/world.ts';

export type Document = Record<string, unknown> & JsonObject;
/** What stands at addresses elsewhere; everything else elsewhere does not answer. */
export type Web = Readonly<Record<string, string>>;
export type Forged = { readonly file: string | Uint8Array; readonly web?: Web };
export type Forgery = readonly [
  name: string,
  forge: () => Promise<Forged | string | Uint8Array> | Forged | string | Uint8Array,
];

export type Setting = Awaited<ReturnType<typeof openSetting>>;

export const CREATED = '2026-11-21T09:00:00Z';
const compression = { gzip: gzipBytes, gunzip: gunzipBytes, inflate: inflateBytes };

export async function openSetting() {
  const world = await openWorld();
  const design = await world.publish(world.groningen.designer);
  const honest = await settleAward(world, design, 'sanne@student.example', 'Sanne Visser');
  const other = await settleAward(world, design, 'kees@student.example', 'Kees de Boer');
  const own = await takeKeys(world, 'groningen');
  const neighbour = await takeKeys(world, 'oosterdiep');
  const { crypto, clock } = world.deps;
  const sign = async (document: JsonObject, signer: Signer = own.ed25519) =>
    JSON.stringify(await secureWithDataIntegrity(document, { signer, crypto, created: CREATED }));
  const deps = { clock, crypto, compression, readPdf: createPdfReader(), house: openHouse(world.deps) };
  return {
    world,
    honest,
    other,
    own,
    neighbour,
    stranger: makeStranger(),
    crypto,
    compression,
    sign,
    /** The signed document as it was before it was signed, for whoever has the key. */
    unsigned: (text: string = honest['ob3-data-integrity']): Document => {
      const { proof: _, ...document } = parseJsonObject(text);
      return structuredClone(document) as Document;
    },
    ask: (file: string | Uint8Array, web: Web = {}) => {
      const fetch = async ({ url }: { url: string }) => {
        const body = web[url];
        if (body === undefined) throw new EgressRefusal('egress.unreachable');
        return { url, status: 200, headers: {}, bytes: new TextEncoder().encode(body) };
      };
      const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
      return verifyCredential({ ...deps, egress: { fetch } }, { bytes });
    },
    close: () => world.close(),
  };
}

export type Files = Readonly<Record<FormatId, string>> & { readonly derived: string };

async function settleAward(world: World, design: string, email: string, name: string): Promise<Files> {
  const { deps, groningen } = world;
  const holder = await world.settleLearner(email, name);
  const recipients = [{ email, name, result: '8' }];
  const { rows } = await grantAwards(deps, groningen.registrar, { design, recipients });
  const award = rows[0]?.award ?? '';
  await claimAward(deps, holder, { award });
  const choice = { showName: true, showResult: true, showEvidence: true, olderPlatforms: true };
  await publishAward(deps, holder, { award, choice });
  await world.settle();
  const files: Partial<Record<FormatId, string>> = {};
  for (const format of Object.keys(formats) as FormatId[])
    files[format] = (await readHolderDocument(deps, holder, { award, format })).document.bytes;
  const base = files['ob3-ecdsa-sd'] ?? '';
  // All but the last, so that something is left out.
  const parts = listSelectableParts(parseJsonObject(base)).flatMap(({ pointers }) => pointers);
  const derived = await formats['ob3-ecdsa-sd'].derive?.({ crypto: deps.crypto }, base, parts.slice(0, -1));
  return { ...(files as Record<FormatId, string>), derived: derived ?? '' }; // every format was read
}

async function takeKeys(world: World, who: 'groningen' | 'oosterdiep') {
  const { institutionId, issuer, unit } = world[who];
  const take = (purpose: KeyPurpose) =>
    world.deps.database.asWorker(institutionId, (tx) =>
      world.deps.getSigner(tx, unit.issuer ?? issuer, purpose),
    );
  const ed25519 = await take('award-ed25519');
  return {
    did: ed25519.verificationMethod.split('#')[0] ?? '',
    ed25519,
    p256: await take('award-p256'),
    rsa: await take('award-rsa'),
    status: await take('status'),
  };
}

/** Somebody with keys of their own and no institution. */
export function makeStranger() {
  const make = (algorithm: 'Ed25519' | 'ES256') => {
    const { privateJwk, publicJwk } = generateKey(algorithm);
    const key = encodeMultikey(publicJwk);
    const did = `did:key:${key}`;
    const signer: Signer = {
      algorithm,
      verificationMethod: `${did}#${key}`,
      keyUrl: `${did}#${key}`,
      sign: importSigner(privateJwk).sign,
    };
    return { did, key, publicJwk, signer };
  };
  return { ed25519: make('Ed25519'), p256: make('ES256') };
}

export function rename(signer: Signer, verificationMethod: string): Signer {
  return { ...signer, verificationMethod, keyUrl: verificationMethod };
}

export function readPart(token: string, part: 0 | 1): Document {
  const text = new TextDecoder().decode(decodeBase64url(token.split('.')[part] ?? ''));
  return parseJsonObject(text) as Document;
}

export function writePart(value: object): string {
  return encodeBase64url(new TextEncoder().encode(JSON.stringify(value)));
}

/** At a path of names and indexes; without a value the member is taken out. */
export function change<T extends object>(document: T, path: string, value?: unknown): T {
  const copy = structuredClone(document);
  const steps = path.split('/');
  let place = copy as Record<string, unknown>;
  for (const step of steps.slice(0, -1)) place = place[step] as Record<string, unknown>; // paths are of the document
  const last = steps.at(-1) ?? '';
  if (value === undefined) Reflect.deleteProperty(place, last);
  else place[last] = value;
  return copy;
}
