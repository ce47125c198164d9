/**
 * From a JSON-LD document to the bytes that are signed: RDF Dataset Canonicalization (RDFC-1.0). Safe mode
 * refuses a term that no context defines, because a dropped term would be an unsigned claim.
 */
import jsonld from 'jsonld';
import ContextResolver from 'jsonld/lib/ContextResolver.js';
import rdfCanonize from 'rdf-canonize';
import { copyBytes, encodeUtf8 } from './bytes.ts';
import { contexts as knownContexts } from './contexts/index.ts';
import type { Hash, Json, JsonObject } from './format.ts';
import { isJsonObject } from './json.ts';
import { FormatRefusal } from './refusal.ts';
import { openShapes } from './shapes/canonicalize-by-shape.ts';
import type { Quad } from './shapes/template.ts';

/** With a hash, known shapes take a short way to the same bytes. */
export type Canonicalize = (document: JsonObject, hash?: Hash) => Uint8Array | Promise<Uint8Array>;

/** Enough for every real credential; graphs made to keep a canonicaliser busy stop here (RDFC-1.0, 7.1). */
const MAX_WORK_FACTOR = 1;
const MAX_MILLISECONDS = 2_000;

/** Parsed contexts, kept apart per map: the processor's own cache is shared by everybody in the process. */
const parsedContexts = new WeakMap<ReadonlyMap<string, JsonObject>, Map<string, unknown>>();

export const canonicalize: Canonicalize = (document, hash) =>
  // Names and contexts are part of a shape, and the full pipeline took them before it was one.
  hash ? shapes.canonicalize(document, hash, copyBytes) : canonicalizeToNQuads(document).then(encodeUtf8);

/** The hash of the canonical form, for which nobody needs a copy of it. */
export function hashCanonical(document: JsonObject, hash: Hash): ReturnType<Hash> {
  return shapes.canonicalize(document, hash, hash);
}

const shapes = openShapes({
  toDataset,
  canonicalize: (document) => canonicalizeToNQuads(document),
});

/** As `JSON.stringify` has it, in less time for what was canonicalised like it; with one more member at the end. */
export function writeJsonWith(document: JsonObject, name: string, member: Json): string {
  return shapes.writeJson(document, `${JSON.stringify(name)}:${JSON.stringify(member)}`);
}

/** With SHA-384 inside, which other labels for unnamed nodes follow from: what ECDSA asks for with P-384. */
export async function canonicalizeWithSha384(document: JsonObject): Promise<Uint8Array> {
  return encodeUtf8(await canonicalizeDataset(await readDataset(document), { digest: 'SHA-384' }));
}

export async function canonicalizeToNQuads(
  document: JsonObject,
  contexts: ReadonlyMap<string, JsonObject> = knownContexts,
): Promise<string> {
  refuseOtherSpellings(document, contexts);
  return await canonicalizeDataset(await toDataset(document, contexts));
}

/** The graph of a document by anybody, read under the same rules as before a signature. */
export async function readDataset(document: JsonObject): Promise<readonly Quad[]> {
  refuseOtherSpellings(document, knownContexts);
  return await toDataset(document);
}

/** Canonical N-Quads; with `labels`, the canonical name of every unnamed node is written into it. */
export async function canonicalizeDataset(
  dataset: readonly Quad[],
  {
    digest = 'SHA-256',
    labels = new Map(),
  }: { readonly digest?: 'SHA-256' | 'SHA-384'; readonly labels?: Map<string, string> } = {},
): Promise<string> {
  try {
    return await rdfCanonize.canonize(dataset, {
      algorithm: 'RDFC-1.0',
      format: 'application/n-quads',
      messageDigestAlgorithm: digest,
      canonicalIdMap: labels,
      maxWorkFactor: MAX_WORK_FACTOR,
      signal: AbortSignal.timeout(MAX_MILLISECONDS),
    });
  } catch (cause) {
    throw new FormatRefusal('graph-too-complex', undefined, { cause });
  }
}

/** The graph that a document says, before its canonical form. */
export async function toDataset(
  document: JsonObject,
  contexts: ReadonlyMap<string, JsonObject> = knownContexts,
): Promise<readonly Quad[]> {
  const options = {
    ...readingWith(contexts),
    safe: true,
    produceGeneralizedRdf: false,
    rdfDirection: 'i18n-datatype' as const,
  };
  try {
    // The package's types know neither `safe` nor `base: null`, both of which the processor demands here.
    const dataset: unknown = await jsonld.toRDF(structuredClone(document) as object, options as object);
    if (!Array.isArray(dataset)) throw new TypeError('the processor gave no dataset');
    return dataset as readonly Quad[]; // RDF/JS quads, as the processor documents them
  } catch (cause) {
    if (cause instanceof FormatRefusal) throw cause;
    throw new FormatRefusal('json-ld-unsafe', cause instanceof Error ? cause.message : undefined, { cause });
  }
}

/** What a document says with every word written out, whether or not all of its words are known. */
export async function expandDocument(document: JsonObject): Promise<Json> {
  refuseForeignContexts(document, knownContexts);
  try {
    const expanded: unknown = await jsonld.expand(
      structuredClone(document) as object,
      readingWith(knownContexts) as object,
    );
    return expanded as Json; // JSON-LD in expanded form is JSON
  } catch (cause) {
    if (cause instanceof FormatRefusal) throw cause;
    throw new FormatRefusal('json-ld-unsafe', cause instanceof Error ? cause.message : undefined, { cause });
  }
}

function readingWith(contexts: ReadonlyMap<string, JsonObject>) {
  return {
    base: null,
    documentLoader: async (url: string) => loadContext(url, contexts),
    contextResolver: new ContextResolver({ sharedCache: cacheFor(contexts) }),
  };
}

function loadContext(url: string, contexts: ReadonlyMap<string, JsonObject>) {
  const document = contexts.get(url);
  if (!document) throw new FormatRefusal('context-unknown', url);
  // `static`: the map does not change, so the parsed context may be kept.
  return { documentUrl: url, document: structuredClone(document), tag: 'static' };
}

function cacheFor(contexts: ReadonlyMap<string, JsonObject>): Map<string, unknown> {
  const cache = parsedContexts.get(contexts) ?? new Map<string, unknown>();
  parsedContexts.set(contexts, cache);
  return cache;
}

/**
 * Before the processor sees it: no context but ours, and the compact form only. One graph has many spellings,
 * and readers read the tree: with `credentialStatus` written as its full IRI, a revoked badge would keep its
 * signature and lose its status. So a key is a term, never an IRI or a keyword (VCDM 2.0, section 6.1).
 */
function refuseOtherSpellings(value: Json, contexts: ReadonlyMap<string, JsonObject>): void {
  if (Array.isArray(value)) {
    for (const item of value) refuseOtherSpellings(item, contexts);
    return;
  }
  if (!isJsonObject(value) || isLanguageValue(value)) return;
  for (const [key, member] of Object.entries(value)) {
    if (key === '@context') refuseForeignContext(member, contexts);
    else if (key.startsWith('@') || key.includes(':')) throw new FormatRefusal('json-ld-not-compact', key);
    else refuseOtherSpellings(member, contexts);
  }
}

/** Text with its language or direction, which VCDM 2.0 allows for names and descriptions (section 11.1). */
function isLanguageValue(value: JsonObject): boolean {
  const keys = Object.keys(value);
  return '@value' in value && keys.every((key) => ['@value', '@language', '@direction'].includes(key));
}

function refuseForeignContext(context: Json, contexts: ReadonlyMap<string, JsonObject>): void {
  const entries: readonly Json[] = Array.isArray(context) ? context : [context];
  for (const entry of entries) {
    if (typeof entry !== 'string') throw new FormatRefusal('context-inline');
    if (!contexts.has(entry)) throw new FormatRefusal('context-unknown', entry);
  }
}

function refuseForeignContexts(value: Json, contexts: ReadonlyMap<string, JsonObject>): void {
  if (Array.isArray(value)) {
    for (const item of value) refuseForeignContexts(item, contexts);
    return;
  }
  if (!isJsonObject(value)) return;
  for (const [key, member] of Object.entries(value))
    if (key === '@context') refuseForeignContext(member, contexts);
    else refuseForeignContexts(member, contexts);
}
