/** The two cookies: who is signed in, and which browser a sign-in or a code belongs to. */
import { fastifyCookie } from '@fastify/cookie';
import { createSecret, hashSecret } from '../../platform/crypto/index.ts';
import { SESSION_COOKIE_SECONDS } from './session.ts';

type CookieKind = 'session' | 'sign-in';

const SECONDS: Record<CookieKind, number> = { session: SESSION_COOKIE_SECONDS, 'sign-in': 60 * 60 };

/** @returns the secret in the cookie, or undefined when it is none of ours */
export function readCookie(
  publicUrl: string,
  kind: CookieKind,
  header: string | undefined,
): string | undefined {
  const value = header ? fastifyCookie.parse(header)[nameOf(publicUrl, kind)] : undefined;
  return value !== undefined && /^[A-Za-z0-9_-]{43}$/.test(value) ? value : undefined;
}

export function writeCookie(publicUrl: string, kind: CookieKind, secret: string): string {
  return fastifyCookie.serialize(nameOf(publicUrl, kind), secret, {
    ...attributes(publicUrl),
    maxAge: SECONDS[kind],
  });
}

export function clearCookie(publicUrl: string, kind: CookieKind): string {
  return fastifyCookie.serialize(nameOf(publicUrl, kind), '', { ...attributes(publicUrl), maxAge: 0 });
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

function attributes(publicUrl: string) {
  return { path: '/', httpOnly: true, sameSite: 'lax' as const, secure: isSecure(publicUrl) };
}

function isSecure(publicUrl: string): boolean {
  return publicUrl.startsWith('https:');
}
