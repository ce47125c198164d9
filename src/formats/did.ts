/** Decentralised identifiers: did:key read without asking anyone, did:web as the URL of its document. */
import type { MethodRequest, ResolvedMethod } from './format.ts';
import { isJsonObject } from './json.ts';
import { decodeMultikey } from './multikey.ts';
import { parsePublicJwk } from './public-jwk.ts';
import { FormatRefusal } from './refusal.ts';

export type ParsedDid = {
  readonly did: string;
  readonly method: string;
  readonly id: string;
  readonly fragment?: string;
};

const DID_URL =
  /^(did:([a-z0-9]+):((?:[A-Za-z0-9._:-]|%[0-9A-Fa-f]{2})+))(?:#([A-Za-z0-9._:%~!$&'()*+,;=@/?-]+))?$/;
const HOST = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?$/i;
const IP_ADDRESS = /^\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?$/;

/** A DID or a DID URL with a fragment; paths and queries have no place in a verification method. */
export function parseDid(text: string): ParsedDid {
  const [, did, method, id, fragment] = DID_URL.exec(text) ?? [];
  if (did === undefined || method === undefined || id === undefined)
    throw new FormatRefusal('did-malformed', text);
  return { did, method, id, ...(fragment === undefined ? {} : { fragment }) };
}

export function isDid(text: string): boolean {
  return text.startsWith('did:') && DID_URL.test(text);
}

/** did:web, section 3.2: where the document is. Loopback is http, so that a first run needs no certificate. */
export function locateDidWeb(did: string): string {
  const { method, id } = parseDid(did);
  const [host = '', ...path] = id.split(':').map(decodePart);
  if (method !== 'web' || !HOST.test(host) || IP_ADDRESS.test(host) || path.some(isUnsafeSegment)) {
    throw new FormatRefusal('did-malformed', did);
  }
  const scheme = /^localhost(?::\d+)?$/i.test(host) ? 'http' : 'https';
  return `${scheme}://${host}/${(path.length > 0 ? path : ['.well-known']).join('/')}/did.json`;
}

/** `did:web:{host}:issuers:{id}`; a loopback address is written `localhost`, because did:web knows no IP. */
export function composeDidWeb(origin: string, ...path: readonly string[]): string {
  const url = new URL(origin);
  const loopback = /^(127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  const host = (loopback ? 'localhost' : url.hostname) + (url.port === '' ? '' : `%3A${url.port}`);
  return ['did:web', host, ...path].join(':');
}

/** did:key: the identifier is the key, so the one verification method is `did:key:zX#zX`. */
export function resolveDidKey(request: MethodRequest): ResolvedMethod {
  try {
    const { did, method, id, fragment } = parseDid(request.id ?? '');
    if (method !== 'key' || fragment !== id) return { found: false, because: 'not-found' };
    return { found: true, method: { id: `${did}#${id}`, controller: did, publicJwk: decodeMultikey(id) } };
  } catch {
    return { found: false, because: 'malformed-document' };
  }
}

/**
 * Controlled Identifiers 1.0, section 3.3 ("Retrieve Verification Method"): the document must be the one asked
 * for, list the method under the wanted relationship, and the method must name the document as its controller.
 */
export function findVerificationMethod(
  document: unknown,
  documentId: string,
  request: MethodRequest,
): ResolvedMethod {
  if (!isJsonObject(document) || document.id !== documentId)
    return { found: false, because: 'malformed-document' };
  const methods = asList(document.verificationMethod);
  const relationship = asList(document[request.purpose]);
  const embedded = relationship.find((entry) => isJsonObject(entry) && entry.id === request.id);
  const entry = methods.find((method) => isJsonObject(method) && method.id === request.id) ?? embedded;
  if (!isJsonObject(entry) || typeof entry.id !== 'string') return { found: false, because: 'not-found' };
  if (embedded === undefined && !relationship.includes(entry.id))
    return { found: false, because: 'not-authorized' };
  if (entry.controller !== documentId) return { found: false, because: 'not-authorized' };
  const publicJwk = readPublicKey(entry);
  if (!publicJwk) return { found: false, because: 'malformed-document' };
  const { expires, revoked } = entry;
  return {
    found: true,
    method: {
      id: entry.id,
      controller: documentId,
      publicJwk,
      ...(typeof expires === 'string' ? { expires } : {}),
      ...(typeof revoked === 'string' ? { revoked } : {}),
    },
  };
}

function readPublicKey(entry: Readonly<Record<string, unknown>>) {
  // One key, one encoding: with two, one reader could check another key than the next (section 2.2).
  if (entry.publicKeyMultibase !== undefined && entry.publicKeyJwk !== undefined) return undefined;
  if (typeof entry.publicKeyMultibase === 'string') {
    try {
      return decodeMultikey(entry.publicKeyMultibase);
    } catch {
      return undefined;
    }
  }
  return parsePublicJwk(entry.publicKeyJwk);
}

function asList(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new FormatRefusal('did-malformed', part);
  }
}

function isUnsafeSegment(segment: string): boolean {
  return segment === '' || segment === '.' || segment === '..' || /[/?#\\]/.test(segment);
}
