/** The one client for everything fetched from outside: did:web documents, status lists, contexts, images, keys. */

import type { Dispatcher } from 'undici';
import { Agent, request } from 'undici';
import { CompressionRefusal, gunzipBytes } from '../crypto/compression.ts';
import { EgressRefusal, findRefusal } from './egress-refusal.ts';
import type { Resolve } from './guarded-lookup.ts';
import { createGuardedLookup, resolveBySystem } from './guarded-lookup.ts';
import { createHostQueue } from './host-queue.ts';
import { isLoopbackAddress, isLoopbackHost, isPublicAddress, literalAddress } from './public-address.ts';

export type EgressSettings = {
  /** `PUBLIC_URL` and former origins; those on loopback may be fetched as they stand (DECISIONS 1). */
  readonly loopbackOrigins?: readonly string[];
  readonly deadlineMs?: number;
  readonly maxBytes?: number;
  readonly maxPerHost?: number;
  readonly ports?: readonly number[];
  readonly resolve?: Resolve;
};

export type EgressRequest = {
  readonly url: string;
  readonly method?: 'GET' | 'POST';
  /** Redirects are followed with the same headers, so give no credentials that only the first host may see. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Less than the client's own ceiling. */
  readonly maxBytes?: number;
};

export type EgressAnswer = {
  /** Where the answer came from, after redirects. */
  readonly url: string;
  readonly status: number;
  /** Lower case, without parameters; absent when the server named none. */
  readonly mediaType?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
};

export type Egress = {
  /** Any status is an answer; everything else that goes wrong is an `EgressRefusal`. */
  readonly fetch: (request: EgressRequest) => Promise<EgressAnswer>;
  readonly close: () => Promise<void>;
};

const MAX_REDIRECTS = 3;
const MAX_URL_LENGTH = 2048;

export function createEgress(settings: EgressSettings = {}): Egress {
  const { deadlineMs = 5_000, maxBytes = 1024 * 1024, maxPerHost = 6, ports = [443] } = settings;
  const resolve = settings.resolve ?? resolveBySystem;
  const outside = openAgent(resolve, isPublicAddress);
  const inside = openAgent(resolve, isLoopbackAddress);
  const ourOrigins = collectLoopbackOrigins(settings.loopbackOrigins ?? []);
  const takeTurn = createHostQueue(maxPerHost);

  async function follow(input: EgressRequest, signal: AbortSignal): Promise<EgressAnswer> {
    let url = parseUrl(input.url);
    // Only a fetch that began at home may stay at home: a stranger's redirect must not reach our own loopback.
    const beganAtHome = ourOrigins.has(url.origin);
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      const atHome = beganAtHome && ourOrigins.has(url.origin);
      if (!atHome) requireOutside(url, ports);
      const limit = Math.min(input.maxBytes ?? maxBytes, maxBytes);
      const ask = { input, url, signal, limit, dispatcher: atHome ? inside : outside };
      const answer = await takeTurn(url.host, signal, () => askOnce(ask));
      if ('bytes' in answer) return answer;
      url = parseUrl(answer.location, url);
    }
    throw new EgressRefusal('egress.too-many-redirects');
  }

  return {
    fetch: async (input) => {
      const signal = AbortSignal.timeout(deadlineMs);
      try {
        return await follow(input, signal);
      } catch (error) {
        throw nameRefusal(error, signal);
      }
    },
    close: async () => {
      await Promise.all([outside.destroy(), inside.destroy()]);
    },
  };
}

function openAgent(resolve: Resolve, isAllowed: (address: string) => boolean): Agent {
  return new Agent({
    connect: { lookup: createGuardedLookup(resolve, isAllowed) },
    maxHeaderSize: 16 * 1024,
    keepAliveTimeout: 1_000,
    pipelining: 1,
  });
}

function collectLoopbackOrigins(origins: readonly string[]): ReadonlySet<string> {
  const urls = origins.map((origin) => new URL(origin));
  return new Set(urls.filter((url) => isLoopbackHost(url.hostname)).map((url) => url.origin));
}

function parseUrl(text: string, base?: URL): URL {
  if (text.length > MAX_URL_LENGTH || !URL.canParse(text, base)) {
    throw new EgressRefusal('egress.url-malformed');
  }
  const url = new URL(text, base);
  if (url.username || url.password) throw new EgressRefusal('egress.url-malformed');
  url.hash = '';
  return url;
}

function requireOutside(url: URL, ports: readonly number[]): void {
  if (url.protocol !== 'https:') throw new EgressRefusal('egress.not-https');
  if (!ports.includes(Number(url.port || 443))) throw new EgressRefusal('egress.port');
  // An address in the URL is dialled without any lookup; the URL parser has already made decimal and hex plain.
  const literal = literalAddress(url.hostname);
  if (literal && !isPublicAddress(literal)) throw new EgressRefusal('egress.private-address');
}

type Ask = {
  readonly input: EgressRequest;
  readonly url: URL;
  readonly signal: AbortSignal;
  readonly limit: number;
  readonly dispatcher: Agent;
};

async function askOnce({
  input,
  url,
  signal,
  limit,
  dispatcher,
}: Ask): Promise<EgressAnswer | { location: string }> {
  const response = await request(url, {
    dispatcher,
    signal,
    method: input.method ?? 'GET',
    headers: { 'user-agent': 'Waarmerk', ...input.headers, 'accept-encoding': 'gzip' },
    ...(input.body === undefined ? {} : { body: input.body }),
  });
  const headers = flattenHeaders(response.headers);
  const status = response.statusCode;
  // A body that is sent on to another address than the one asked for is a leak, so only GET follows.
  const isRedirect = [301, 302, 303, 307, 308].includes(status) && (input.method ?? 'GET') === 'GET';
  if (isRedirect && headers.location !== undefined) {
    discardBody(response);
    return { location: headers.location };
  }
  const bytes = await readBody(response, headers, limit);
  const mediaType = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  return { url: url.href, status, headers, bytes, ...(mediaType ? { mediaType } : {}) };
}

async function readBody(
  response: Dispatcher.ResponseData,
  headers: Readonly<Record<string, string>>,
  limit: number,
): Promise<Uint8Array> {
  try {
    if (Number(headers['content-length'] ?? 0) > limit) throw new EgressRefusal('egress.too-large');
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of response.body) {
      length += chunk.length;
      if (length > limit) throw new EgressRefusal('egress.too-large');
      chunks.push(chunk);
    }
    return unpack(Buffer.concat(chunks), headers['content-encoding'] ?? 'identity', limit);
  } catch (error) {
    discardBody(response);
    throw error;
  }
}

/** A destroyed body reports its own end as an error; without a listener that would end the process. */
function discardBody(response: Dispatcher.ResponseData): void {
  response.body.on('error', () => undefined).destroy();
}

function unpack(bytes: Uint8Array, encoding: string, limit: number): Uint8Array {
  if (encoding === 'identity') return bytes;
  if (encoding !== 'gzip') throw new EgressRefusal('egress.encoding');
  try {
    return gunzipBytes(bytes, limit);
  } catch (cause) {
    const tooLarge = cause instanceof CompressionRefusal && cause.reason === 'compression.too-large';
    throw new EgressRefusal(tooLarge ? 'egress.too-large' : 'egress.encoding', { cause });
  }
}

function flattenHeaders(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return flat;
}

function nameRefusal(error: unknown, signal: AbortSignal): EgressRefusal {
  const refusal = findRefusal(error);
  if (refusal) return refusal;
  return new EgressRefusal(signal.aborted ? 'egress.timeout' : 'egress.unreachable', { cause: error });
}
