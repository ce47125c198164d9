/** Who acts in a request: a program by its bearer token, a person by their session, else nobody. */
import type { FastifyRequest } from 'fastify';
import { findSessionActor, readCookie, type SessionActorDeps } from '../features/accounts/index.ts';
import { type Actor, anonymous } from '../features/audit/index.ts';
import {
  createRequestRate,
  findClientActor,
  type RequestRate,
  tooManyRequests,
} from '../features/institutions/index.ts';
import { Problem } from '../platform/problem.ts';

export type IdentifyActorDeps = SessionActorDeps &
  Parameters<typeof findClientActor>[0] & { readonly publicUrl: string };

/** What these answer never depends on a cookie (DECISIONS 7); files of the pages are the same for everyone. */
const COOKIELESS =
  /^\/(?:c|status|designs|issuers|assets|behaviours|contexts|endorsements|\.well-known)(?:[/?]|$)/;

/** A hook for `onRequest`; no route runs before it is known who asks. */
export function identifyActor(deps: IdentifyActorDeps): (request: FastifyRequest) => Promise<void> {
  const rate = createRequestRate(deps.clock);
  return async (request) => {
    request.actor = await findActor(deps, rate, request);
  };
}

async function findActor(
  deps: IdentifyActorDeps,
  rate: RequestRate,
  { headers, url }: Pick<FastifyRequest, 'headers' | 'url'>,
): Promise<Actor> {
  const bearer = /^Bearer(?:\s+(.*))?$/i.exec(headers.authorization ?? '');
  if (bearer) {
    const client = await findClientActor(deps, bearer[1]?.trim() ?? '');
    if (!client) throw tokenRefused();
    const { actor, requestsPerMinute } = client;
    const wait = rate.count(actor.clientId, requestsPerMinute);
    if (wait > 0) throw tooManyRequests(wait, requestsPerMinute);
    return actor;
  }
  if (COOKIELESS.test(decodePath(url))) return anonymous;
  const token = readCookie(deps.publicUrl, 'session', headers.cookie);
  return (token && (await findSessionActor(deps, token))) || anonymous;
}

/** The router reads `/%63/…` as `/c/…`, so this must too. */
function decodePath(url: string): string {
  try {
    return decodeURIComponent(url.split('?', 1)[0] ?? '');
  } catch {
    return url;
  }
}

/** RFC 6750 §3.1. A program with a wrong token is told so, and not taken for nobody. */
function tokenRefused(): Problem {
  return new Problem({
    status: 401,
    code: 'token-refused',
    title: 'This token is unknown, expired or withdrawn.',
    detail: 'Ask for another at /oauth/token.',
    headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
  });
}
