/**
 * A document at an address. Ours come from the database, never by a fetch (DECISIONS 1); others through the one
 * client for the outside world, which refuses private addresses. What cannot be had is an answer, not an error.
 */
import { isJsonObject, type JsonObject, parseJson } from '../../formats/index.ts';
import { type Egress, EgressRefusal } from '../../platform/egress/index.ts';
import type { House } from './house.ts';

export type FoundDocument = {
  readonly found: true;
  readonly status: number;
  readonly bytes: Uint8Array;
};
export type MissingDocument = {
  readonly found: false;
  readonly because: 'offline' | 'unreachable';
  /** Code of the refusal. */
  readonly detail: string;
};

export type FindDocument = (url: string) => Promise<FoundDocument | MissingDocument>;

/** One credential has a key, an issuer, a list and its list's key; more is made to keep us busy. */
const MAX_FETCHES = 12;
/** For a presentation of many credentials. */
export const MANY_FETCHES = 60;
const ACCEPT =
  'application/vc, application/did, application/did+json;q=0.9, application/ld+json;q=0.9, application/json;q=0.9, application/jwt;q=0.8, image/png;q=0.7, image/svg+xml;q=0.7, text/plain;q=0.6, */*;q=0.1';

export function createFindDocument(
  deps: { readonly egress: Pick<Egress, 'fetch'>; readonly house: House | undefined },
  { offline, most = MAX_FETCHES }: { readonly offline: boolean; readonly most?: number },
): FindDocument {
  const asked = new Map<string, Promise<FoundDocument | MissingDocument>>();
  const find = async (url: string): Promise<FoundDocument | MissingDocument> => {
    if (deps.house?.isOurs(url)) {
      const { status, text } = await deps.house.readOwn(url);
      return { found: true, status, bytes: new TextEncoder().encode(text) };
    }
    if (offline) return { found: false, because: 'offline', detail: 'offline' };
    if (asked.size > most) return { found: false, because: 'unreachable', detail: 'too-many-fetches' };
    try {
      const { status, bytes } = await deps.egress.fetch({ url, headers: { accept: ACCEPT } });
      return { found: true, status, bytes };
    } catch (error) {
      if (error instanceof EgressRefusal)
        return { found: false, because: 'unreachable', detail: error.reason };
      throw error;
    }
  };
  return (url) => {
    const known = asked.get(url);
    if (known) return known;
    const answer = find(url);
    asked.set(url, answer);
    return answer;
  };
}

/** The JSON object at an address; undefined when the server answers and that is not what it gives. */
export async function findJson(
  findDocument: FindDocument,
  url: string,
): Promise<{ readonly found: true; readonly document: JsonObject | undefined } | MissingDocument> {
  const answer = await findDocument(url);
  if (!answer.found) return answer;
  // A server in trouble has said nothing; only "there is no such thing" is an answer.
  if (answer.status >= 500 || answer.status === 429)
    return { found: false, because: 'unreachable', detail: `status-${answer.status}` };
  return { found: true, document: answer.status === 200 ? parseBytes(answer.bytes) : undefined };
}

export function parseBytes(bytes: Uint8Array): JsonObject | undefined {
  try {
    const value = parseJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
