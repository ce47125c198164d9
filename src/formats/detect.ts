/** What somebody handed in: told by the bytes themselves, because names and media types lie. */
import { readPng } from './baking/png.ts';
import { isPng } from './baking/png-chunks.ts';
import { readSvg } from './baking/svg.ts';
import { decodeUtf8 } from './bytes.ts';
import { findCertificateToken } from './certificate/token.ts';
import { CREDENTIALS_V1, CREDENTIALS_V2, isOpenBadges3Context, OPEN_BADGES_2 } from './contexts/urls.ts';
import { isEnvelope, openEnvelope } from './envelopes.ts';
import type { Compression, DetectedFormat, JsonObject } from './format.ts';
import { isJsonObject, parseJson } from './json.ts';
import { looksLikeJws, parseCompactJws } from './proofs/vc-jwt/jws.ts';
import { documentOf } from './proofs/vc-jwt/open-jwt.ts';
import { readList, readTexts } from './read-members.ts';
import { FormatRefusal } from './refusal.ts';
import { looksLikeSdJwt, parseSdJwt } from './sd-jwt/parse.ts';

export type Container = 'none' | 'png' | 'svg' | 'pdf';

export type Detected =
  /** A document, and for a JWT the text that is signed. */
  | {
      readonly kind: 'document';
      readonly format: DetectedFormat;
      readonly container: Container;
      readonly document: JsonObject;
      readonly text: string;
    }
  /** The credential is elsewhere; the caller decides whether it may be fetched. */
  | { readonly kind: 'url'; readonly container: Container; readonly url: string }
  /** What stands in the code of a printed certificate: an address with a token, or the token alone. */
  | { readonly kind: 'certificate'; readonly token: string; readonly text: string }
  /**
   * `pdf`: taking a file out of it is the caller's, who can do so in a thread with limits. `empty-image`: a picture
   * without a badge. `envelope`: of a kind that nothing here opens.
   */
  | { readonly kind: 'unsupported'; readonly what: 'pdf' | 'empty-image' | 'envelope' | 'unknown' };

const PDF = [0x25, 0x50, 0x44, 0x46];

/** Throws a `FormatRefusal` for what claims a format and is malformed. */
export async function detectCredential(
  deps: Pick<Compression, 'inflate'>,
  bytes: Uint8Array,
): Promise<Detected> {
  if (PDF.every((byte, index) => bytes[index] === byte)) return { kind: 'unsupported', what: 'pdf' };
  if (isPng(bytes)) {
    const baked = await readPng(deps, bytes);
    return baked ? detectText(baked.text, 'png') : { kind: 'unsupported', what: 'empty-image' };
  }
  const text = decodeUtf8(bytes);
  if (text === undefined) return { kind: 'unsupported', what: 'unknown' };
  if (looksLikeSvg(text)) {
    const baked = readSvg(text);
    return baked ? detectText(baked.text, 'svg') : { kind: 'unsupported', what: 'empty-image' };
  }
  return detectText(text, 'none');
}

export function detectText(input: string, container: Container = 'none'): Detected {
  const text = input.trim();
  const token = findCertificateToken(text);
  if (token !== undefined) return { kind: 'certificate', token, text };
  if (/^https?:\/\/\S+$/i.test(text)) return { kind: 'url', container, url: text };
  if (looksLikeSdJwt(text)) return detectSdJwt(text, container);
  if (looksLikeJws(text)) {
    const document = documentOf(parseCompactJws(text).payload);
    return { kind: 'document', format: classify(document, 'jwt'), container, document, text };
  }
  if (!text.startsWith('{') && !text.startsWith('[')) return { kind: 'unsupported', what: 'unknown' };
  const value = parseJson(text);
  if (!isJsonObject(value)) throw new FormatRefusal('not-an-object');
  if (isEnvelope(value)) return detectEnveloped(value, container);
  return { kind: 'document', format: classify(value, 'json'), container, document: value, text };
}

/** Its claims as the issuer wrote them; what is disclosed besides is for who verifies it. */
function detectSdJwt(text: string, container: Container): Detected {
  const document = parseSdJwt(text).jws.payload;
  const format = document.vct === undefined ? classify(document, 'jwt') : 'sd-jwt-vc';
  return { kind: 'document', format: format === 'unknown' ? 'sd-jwt-vc' : format, container, document, text };
}

/** What an envelope holds is in no envelope itself, and is of the kind that the envelope names. */
export function detectEnveloped(value: JsonObject, container: Container = 'none'): Detected {
  const envelope = openEnvelope(value);
  if (envelope === 'unreadable') return { kind: 'unsupported', what: 'envelope' };
  if (!looksLikeJws(envelope.text) && !looksLikeSdJwt(envelope.text))
    throw new FormatRefusal('envelope-malformed', 'content');
  const inside = detectText(envelope.text, container);
  const isPresentation = inside.kind === 'document' && inside.format === 'vp';
  if (inside.kind !== 'document' || isPresentation !== (envelope.holds === 'presentation'))
    throw new FormatRefusal('envelope-malformed', envelope.mediaType);
  return inside;
}

export function classify(document: JsonObject, envelope: 'json' | 'jwt'): DetectedFormat {
  const contexts = readTexts(document['@context']);
  const types = readTexts(document.type);
  if (contexts.includes(OPEN_BADGES_2) && types.includes('Assertion')) {
    return envelope === 'jwt' || isSigned(document) ? 'ob2-signed' : 'ob2-hosted';
  }
  if (types.includes('VerifiablePresentation')) return 'vp';
  if (!types.includes('VerifiableCredential')) return 'unknown';
  if (types.includes('ClrCredential')) return 'clr2';
  if (types.includes('EuropeanDigitalCredential')) return 'edc';
  if (isBadge(types) && contexts.some(isOpenBadges3Context))
    return envelope === 'jwt' ? 'ob3-jwt' : 'ob3-data-integrity';
  return contexts.includes(CREDENTIALS_V2) || contexts.includes(CREDENTIALS_V1) ? 'vc' : 'unknown';
}

function isBadge(types: readonly string[]): boolean {
  return types.includes('OpenBadgeCredential') || types.includes('AchievementCredential');
}

function isSigned({ verification, verify }: JsonObject): boolean {
  return readList(verification ?? verify).some(
    (rule) =>
      isJsonObject(rule) && readTexts(rule.type).some((type) => type === 'SignedBadge' || type === 'signed'),
  );
}

function looksLikeSvg(text: string): boolean {
  return /^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!DOCTYPE[^>]*>\s*)?<(?:\w+:)?svg[\s>/]/i.test(
    text.slice(0, 4_000),
  );
}
