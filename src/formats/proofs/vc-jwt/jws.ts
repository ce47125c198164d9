/** A compact JWS taken apart strictly (RFC 7515; RFC 8725): canonical base64url, strict JSON, no surprises. */
import { decodeUtf8, encodeUtf8 } from '../../bytes.ts';
import type { JsonObject } from '../../format.ts';
import { parseJsonObject } from '../../json.ts';
import { decodeBase64url, encodeBase64url } from '../../multibase.ts';
import { FormatRefusal } from '../../refusal.ts';

export type CompactJws = {
  readonly header: JsonObject;
  readonly payload: JsonObject;
  readonly signingInput: Uint8Array;
  readonly signature: Uint8Array;
};

const COMPACT = /^[\w-]+\.[\w-]+\.[\w-]*$/;

export function looksLikeJws(text: string): boolean {
  return COMPACT.test(text.trim()) && text.trim().startsWith('ey');
}

export function parseCompactJws(text: string): CompactJws {
  const jws = text.trim();
  const [header, payload, signature] = jws.split('.');
  if (!COMPACT.test(jws) || header === undefined || payload === undefined || signature === undefined) {
    throw new FormatRefusal('jwt-malformed');
  }
  return {
    header: parsePart(header),
    payload: parsePart(payload),
    signingInput: encodeUtf8(`${header}.${payload}`),
    signature: decodePart(signature),
  };
}

export async function signCompactJws(
  header: JsonObject,
  payload: JsonObject,
  sign: (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>,
): Promise<string> {
  const input = [header, payload].map((part) => encodeBase64url(encodeUtf8(JSON.stringify(part)))).join('.');
  return `${input}.${encodeBase64url(await sign(encodeUtf8(input)))}`;
}

function parsePart(part: string): JsonObject {
  const text = decodeUtf8(decodePart(part));
  if (text === undefined) throw new FormatRefusal('jwt-malformed', 'not UTF-8');
  return parseJsonObject(text);
}

function decodePart(part: string): Uint8Array {
  try {
    return decodeBase64url(part);
  } catch (cause) {
    throw new FormatRefusal('jwt-malformed', 'not canonical base64url', { cause });
  }
}
