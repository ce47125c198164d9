import type { FastifyInstance, FastifyRequest, InjectOptions } from 'fastify';
import type { Locale } from '../web/lib/i18n.ts';

/** The caller's cookies, and those that were set while their page was made. */
export type CookieJar = {
  readonly get: (name: string) => string | undefined;
  readonly isEmpty: () => boolean;
  /** The `Cookie` header for the next call of the API. */
  readonly header: () => string;
  readonly receive: (setCookie: string) => void;
  /** A choice of the reader that the pages remember themselves. */
  readonly keep: (name: string, value: string, seconds: number) => void;
  /** The `Set-Cookie` values to hand to the browser. */
  readonly received: () => readonly string[];
};

export function openCookieJar(header: string | undefined): CookieJar {
  const cookies = new Map<string, string>();
  const received: string[] = [];
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0) cookies.set(pair.slice(0, at).trim(), pair.slice(at + 1).trim());
  }
  function receive(setCookie: string): void {
    received.push(setCookie);
    const [pair = ''] = setCookie.split(';');
    const at = pair.indexOf('=');
    const name = pair.slice(0, at).trim();
    const value = pair.slice(at + 1).trim();
    if (value === '') cookies.delete(name);
    if (value !== '') cookies.set(name, value);
  }
  return {
    get: (name) => cookies.get(name),
    isEmpty: () => cookies.size === 0,
    header: () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    receive,
    keep: (name, value, seconds) => receive(`${name}=${value}; Path=/; Max-Age=${seconds}; SameSite=Lax`),
    received: () => received,
  };
}

type Caller = { readonly request: FastifyRequest; readonly jar: CookieJar; readonly locale: Locale };

/** Headers by which the API knows the caller: who they are, where their browser says the form came from. */
const handedOn = ['origin', 'host', 'user-agent', 'sec-fetch-site', 'x-request-id', 'x-forwarded-for'];

/** Pages reach rooms only through the server's own API, with the caller's session (DECISIONS 32). */
export async function callOwnApi(
  app: FastifyInstance,
  { request, jar, locale }: Caller,
  path: string,
  init: RequestInit = {},
): Promise<Response> {
  if (!path.startsWith('/api/')) throw new Error(`Pages may call the API only, not ${path}`);
  // A Request knows how to write forms and bytes, and which content type they have.
  const asked = new Request(new URL(path, 'http://in-process'), init);
  const payload = Buffer.from(await asked.arrayBuffer());
  const headers: Record<string, string> = { 'accept-language': locale };
  for (const name of handedOn) {
    const value = request.headers[name];
    if (typeof value === 'string') headers[name] = value;
  }
  asked.headers.forEach((value, name) => {
    headers[name] = value;
  });
  if (!jar.isEmpty()) headers.cookie = jar.header();
  const answer = await app.inject({
    method: asked.method as NonNullable<InjectOptions['method']>, // Request has checked that it is a method
    url: path,
    headers,
    remoteAddress: request.ip,
    ...(payload.length > 0 ? { payload } : {}),
  });
  return toResponse(answer, jar);
}

type Answer = Awaited<ReturnType<FastifyInstance['inject']>>;

function toResponse(answer: Answer, jar: CookieJar): Response {
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) {
    if (value === undefined) continue;
    if (name !== 'set-cookie') headers.set(name, String(value));
  }
  for (const cookie of [answer.headers['set-cookie'] ?? []].flat()) jar.receive(String(cookie));
  const isBodyless = answer.statusCode === 204 || answer.statusCode === 304;
  return new Response(isBodyless ? null : new Uint8Array(answer.rawPayload), {
    status: answer.statusCode,
    headers,
  });
}
