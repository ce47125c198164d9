import { encodeBase64url } from '../multibase.ts';

/** Subresource Integrity, section 3.5: base64 with its padding; 32 bytes are 43 letters and one sign. */
export function toSri(sha256: Uint8Array): string {
  const text = encodeBase64url(sha256).replaceAll('-', '+').replaceAll('_', '/');
  return `sha256-${text}=`;
}
