/** The two cookies: who is signed in, and which browser a sign-in or a code belongs to. */
import { createSecret, hashSecret } from '../../platform/crypto/index.ts';
import { findCookie } from './cookie-header.ts';
import { SESSION_COOKIE_SECONDS } from './session.ts';

type CookieKind = 'session' | 'sign-in';

const SECONDS: Record<CookieKind, number> = { session: SESSION_COOKIE_SECONDS, 'sign-in': 60 * 60 };

/** @returns the secret in the cookie, or undefined when it is none of ours */
export function readCookie(
  publicUrl: string,
  kind: CookieKind,
  header: string | undefined,
): string | undefined {
  const value = findCookie(header, nameOf(publicUrl, kind));
  return value !== undefined && /^[A-Za-z0-9_-]{43}$/.test(value) ? value : undefined;
}

export function writeCookie(publicUrl: string, kind: CookieKind, secret: string): string {
  return `${nameOf(publicUrl, kind)}=${secret}; Max-Age=${SECONDS[kind]}${attributes(publicUrl)}`;
}

export function clearCookie(publicUrl: string, kind: CookieKind): string {
  return `${nameOf(publicUrl, kind)}=; Max-Age=0${attributes(publicUrl)}`;
}

/** The secret by which this browser is known until it is signed in, made when it has none. */
export function knowBrowser(
  publicUrl: string,
  header: string | undefined,
): { readonly browserHash: Buffer; readonly setCookie: string } {
  const secret = readCookie(publicUrl, 'sign-in', header) ?? createSecret();
  return { browserHash: hashToken(secret), setCookie: writeCookie(publicUrl, 'sign-in', secret) };
}

export function hashToken(token: string): Buffer {
  return Buffer.from(hashSecret(token), 'hex');
}

/** `__Host-`: no other host of the domain can set it (RFC 6265bis, 4.1.3.2). It asks for https. */
function nameOf(publicUrl: string, kind: CookieKind): string {
  return isSecure(publicUrl) ? `__Host-${kind}` : kind;
}

function attributes(publicUrl: string): string {
  return `; Path=/; HttpOnly; SameSite=Lax${isSecure(publicUrl) ? '; Secure' : ''}`;
}

function isSecure(publicUrl: string): boolean {
  return publicUrl.startsWith('https:');
}
