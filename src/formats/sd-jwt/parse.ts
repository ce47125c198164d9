/** An SD-JWT taken apart strictly (RFC 9901, section 4): `<issuer's JWT>~<disclosure>~…~<key binding JWT or nothing>`. */
import { decodeUtf8 } from '../bytes.ts';
import type { Json } from '../format.ts';
import { parseJson } from '../json.ts';
import { decodeBase64url } from '../multibase.ts';
import { type CompactJws, parseCompactJws } from '../proofs/vc-jwt/jws.ts';
import { FormatRefusal } from '../refusal.ts';

export type Disclosure = {
  /** What is hashed: the text, and not what it says. */
  readonly encoded: string;
  /** Absent for an element of a list. */
  readonly name?: string;
  readonly value: Json;
};

export type SdJwt = {
  readonly jws: CompactJws;
  readonly disclosures: readonly Disclosure[];
  /** All up to the last tilde, which the holder signs a digest of. */
  readonly presented: string;
  readonly keyBinding: string | undefined;
};

const SHAPE = /^[\w-]+\.[\w-]+\.[\w-]*~(?:[\w-]+~)*(?:[\w-]+\.[\w-]+\.[\w-]*)?$/;
/** More claims than any credential has. */
const MAX_DISCLOSURES = 500;

export function looksLikeSdJwt(text: string): boolean {
  return text.startsWith('ey') && SHAPE.test(text);
}

export function parseSdJwt(input: string): SdJwt {
  const text = input.trim();
  if (!looksLikeSdJwt(text)) throw new FormatRefusal('sd-jwt-malformed');
  const [jwt = '', ...rest] = text.split('~');
  const keyBinding = rest.pop();
  if (rest.length > MAX_DISCLOSURES) throw new FormatRefusal('sd-jwt-malformed', 'too many disclosures');
  return {
    jws: parseCompactJws(jwt),
    disclosures: rest.map(parseDisclosure),
    presented: text.slice(0, text.lastIndexOf('~') + 1),
    keyBinding: keyBinding === '' ? undefined : keyBinding,
  };
}

/** Section 4.2: salt and value, with the claim's name between them when it has one. */
function parseDisclosure(encoded: string): Disclosure {
  const parts = readArray(encoded);
  const [salt, second, third] = parts;
  if (typeof salt !== 'string' || second === undefined)
    throw new FormatRefusal('sd-jwt-malformed', 'disclosure');
  if (parts.length === 2) return { encoded, value: second };
  if (parts.length !== 3 || typeof second !== 'string' || third === undefined)
    throw new FormatRefusal('sd-jwt-malformed', 'disclosure');
  return { encoded, name: second, value: third };
}

function readArray(encoded: string): readonly Json[] {
  try {
    const value = parseJson(decodeUtf8(decodeBase64url(encoded)) ?? '');
    if (Array.isArray(value)) return value;
  } catch (cause) {
    throw new FormatRefusal('sd-jwt-malformed', 'disclosure', { cause });
  }
  throw new FormatRefusal('sd-jwt-malformed', 'disclosure');
}
