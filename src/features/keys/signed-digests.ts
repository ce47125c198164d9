/**
 * What was signed here and when, as digests: the one thing that dates a document whose key was stolen later, for
 * whoever has the key writes any date inside of the document (DECISIONS 23).
 */

import { findCertificateToken } from '../../formats/certificate/index.ts';
import {
  canonicalizeJson,
  FormatRefusal,
  isJsonObject,
  type Json,
  type JsonObject,
  looksLikeJws,
  parseCompactJws,
  parseJsonObject,
} from '../../formats/index.ts';
import { sha256 } from '../../platform/crypto/index.ts';

/** As it is presented: the text of a compact JWS, and else the document with its proofs. */
export type Presented = { readonly text: string; readonly document: JsonObject };

/**
 * SHA-256 of exactly what is presented, in a form that writing it out again does not change: a compact JWS as it is, a
 * JSON document with its proofs by RFC 8785. Undefined for what has no such form.
 */
export function digestOfSigned({ text, document }: Presented): Uint8Array | undefined {
  const token = findToken(text);
  if (token !== undefined) return sha256(Buffer.from(token));
  try {
    return sha256(canonicalizeJson(document));
  } catch (error) {
    if (error instanceof FormatRefusal) return undefined;
    throw error;
  }
}

/** By itself, or in the address that the code of a certificate opens. */
function findToken(text: string): string | undefined {
  return looksLikeJws(text) ? text.trim() : findCertificateToken(text);
}

/** Bytes that we signed: their digest, and the key as the proof names it. Undefined for a document without a proof. */
export function readSigned(
  bytes: string,
): { readonly digest: Uint8Array; readonly verificationMethod: string } | undefined {
  const token = findToken(bytes);
  if (token !== undefined) {
    const { header } = parseCompactJws(token);
    const digest = digestOfSigned({ text: bytes, document: {} });
    return digest && { digest, verificationMethod: String(header.kid ?? '') };
  }
  const document = parseJsonObject(bytes);
  const proofs: readonly Json[] = Array.isArray(document.proof) ? document.proof : [document.proof ?? null];
  const methods = proofs.flatMap((proof) =>
    isJsonObject(proof) ? String(proof.verificationMethod ?? '') : [],
  );
  const digest = methods.length > 0 ? digestOfSigned({ text: '', document }) : undefined;
  return digest && { digest, verificationMethod: methods.join(' ') };
}
