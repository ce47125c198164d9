/**
 * The claims that an SD-JWT tells (RFC 9901, section 7.1, step 3): each digest of the issuer's that a disclosure fits
 * becomes what was disclosed. Every disclosure is used once, or somebody added one.
 */
import { encodeUtf8 } from '../bytes.ts';
import type { Hash, Json, JsonObject } from '../format.ts';
import { isJsonObject } from '../json.ts';
import { isList } from '../json-value.ts';
import { encodeBase64url } from '../multibase.ts';
import { FormatRefusal } from '../refusal.ts';
import type { Disclosure } from './parse.ts';

/** SD-JWT VC, section 3.2.2.2: whoever hides these hides whether it may be relied on. `iat` and `sub` may be hidden. */
const NEVER_HIDDEN: ReadonlySet<string> = new Set([
  'iss',
  'nbf',
  'exp',
  'cnf',
  'vct',
  'vct#integrity',
  'status',
]);
/** Words of the format itself, and names that reach an object's prototype when careless code copies them. */
const NO_NAMES: ReadonlySet<string> = new Set(['_sd', '...', '__proto__', 'constructor', 'prototype']);
const MAX_DEPTH = 32;

type Reading = {
  readonly byDigest: ReadonlyMap<string, Disclosure>;
  /** Every digest that was met, of a disclosure or of nothing. */
  readonly met: Set<string>;
  readonly used: Set<string>;
};

/** Throws a `FormatRefusal` for what does not fit together. `_sd_alg` is the caller's to look at. */
export async function disclose(
  sha256: Hash,
  payload: JsonObject,
  disclosures: readonly Disclosure[],
): Promise<JsonObject> {
  const byDigest = new Map<string, Disclosure>();
  for (const disclosure of disclosures)
    byDigest.set(encodeBase64url(await sha256(encodeUtf8(disclosure.encoded))), disclosure);
  if (byDigest.size !== disclosures.length) throw refuse('a disclosure twice');
  const reading: Reading = { byDigest, met: new Set(), used: new Set() };
  const { _sd_alg: _, ...claims } = payload;
  const disclosed = readMembers(reading, claims, 0);
  if (reading.used.size !== byDigest.size) throw refuse('a disclosure that nothing refers to');
  return disclosed;
}

function readMembers(reading: Reading, { _sd: digests, ...members }: JsonObject, depth: number): JsonObject {
  if (depth > MAX_DEPTH) throw refuse('too deep');
  const read = new Map<string, Json>();
  for (const [name, member] of Object.entries(members)) {
    if (name === '...') throw refuse('a digest of an element outside of a list');
    read.set(name, readValue(reading, member, depth + 1));
  }
  for (const digest of readDigests(digests)) {
    const disclosure = take(reading, digest);
    if (!disclosure) continue;
    const { name, value } = disclosure;
    if (name === undefined || NO_NAMES.has(name)) throw refuse(`the name ${name ?? 'of an element'}`);
    if (depth === 0 && NEVER_HIDDEN.has(name)) throw refuse(`${name} was hidden`);
    if (read.has(name)) throw refuse(`${name} twice`);
    read.set(name, readValue(reading, value, depth + 1));
  }
  return Object.fromEntries(read);
}

function readValue(reading: Reading, value: Json, depth: number): Json {
  if (isList(value)) return value.flatMap((item) => readItem(reading, item, depth));
  return isJsonObject(value) ? readMembers(reading, value, depth) : value;
}

/** `{ "...": digest }` stands for an element, and for none when it is not disclosed. */
function readItem(reading: Reading, item: Json, depth: number): readonly Json[] {
  if (!isJsonObject(item) || !Object.hasOwn(item, '...')) return [readValue(reading, item, depth + 1)];
  const digest = item['...'];
  if (typeof digest !== 'string' || Object.keys(item).length !== 1) throw refuse('a digest of an element');
  const disclosure = take(reading, digest);
  if (!disclosure) return [];
  if (disclosure.name !== undefined) throw refuse('a claim in a list');
  return [readValue(reading, disclosure.value, depth + 1)];
}

/** Two places with one digest would let a disclosure appear where its issuer did not put it. */
function take({ byDigest, met, used }: Reading, digest: string): Disclosure | undefined {
  if (met.has(digest)) throw refuse('a digest twice');
  met.add(digest);
  const disclosure = byDigest.get(digest);
  if (disclosure) used.add(digest);
  return disclosure;
}

function readDigests(value: Json | undefined): readonly string[] {
  if (value === undefined) return [];
  if (!isList(value) || !value.every((one) => typeof one === 'string')) throw refuse('_sd');
  return value;
}

function refuse(detail: string): FormatRefusal {
  return new FormatRefusal('sd-jwt-malformed', detail);
}
