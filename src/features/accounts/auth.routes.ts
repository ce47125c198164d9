/** Where browsers leave for a provider and come back. Both ends are pages: a refusal is told on the sign-in page. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../../platform/http/index.ts';
import { Problem } from '../../platform/problem.ts';
import { hashToken, knowBrowser, readCookie, writeCookie } from './browser-cookies.ts';
import { type FinishSignInDeps, finishSignIn } from './finish-sign-in.ts';
import { readLanguage } from './reader-language.ts';
import { keepOwnPath } from './return-path.ts';
import { startSignIn } from './start-sign-in.ts';

type AuthRequest = FastifyRequest<{ Params: { provider: string }; Querystring: Record<string, unknown> }>;

const config = { rateLimit: { max: 300, timeWindow: '1 minute' } };
const schema = { hide: true };

export function registerAuthRoutes(app: App, deps: FinishSignInDeps): void {
  const { publicUrl } = deps;

  app.get('/auth/start/:provider', { config, schema }, async (request: AuthRequest, reply) => {
    const { returnTo, link, prove } = request.query;
    const { browserHash, setCookie } = knowBrowser(publicUrl, request.headers.cookie);
    try {
      const url = await startSignIn(deps, {
        provider: request.params.provider,
        browserHash,
        returnTo,
        language: readLanguage(request.headers),
        purpose: link === '1' ? 'link' : prove === '1' ? 'prove' : 'sign-in',
        actor: request.actor,
      });
      return sendOn(reply.header('set-cookie', setCookie), url);
    } catch (error) {
      if (error instanceof Problem && error.code === 'accounts/prove-again')
        return sendOn(reply, provePage('/account/ways-in#add'));
      return sendOn(reply, signInPage(toCode(error, request), keepOwnPath(returnTo)));
    }
  });

  app.get('/auth/callback/:provider', { config, schema }, async (request: AuthRequest, reply) => {
    const { cookie } = request.headers;
    const browser = readCookie(publicUrl, 'sign-in', cookie);
    try {
      const signIn = await finishSignIn(deps, {
        provider: request.params.provider,
        browserHash: browser ? hashToken(browser) : undefined,
        query: request.url.split('?')[1] ?? '',
        language: readLanguage(request.headers),
        sessionToken: readCookie(publicUrl, 'session', cookie),
      });
      if (signIn.outcome === 'refused') {
        const code = toCode(signIn.problem, request);
        const isProof = code === 'not-this-account';
        return sendOn(reply, isProof ? provePage(signIn.returnTo, code) : signInPage(code, signIn.returnTo));
      }
      if (signIn.outcome === 'merge-offered') return sendOn(reply, '/account/merge');
      const setCookie = writeCookie(publicUrl, 'session', signIn.token);
      return sendOn(reply.header('set-cookie', setCookie), signIn.returnTo);
    } catch (error) {
      return sendOn(reply, signInPage(toCode(error, request), '/'));
    }
  });
}

/** 303: what follows is a page, however one came here. The address that was left held a code: nobody may keep it. */
function sendOn(reply: FastifyReply, location: string): FastifyReply {
  return reply
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .redirect(location, 303);
}

function signInPage(problem: string, returnTo: string): string {
  return `/sign-in?${new URLSearchParams({ problem, ...(returnTo === '/' ? {} : { returnTo }) })}`;
}

/** Where one proves once more who one is, and from there goes back. */
function provePage(returnTo: string, problem?: string): string {
  return `/account/prove?${new URLSearchParams({ returnTo, ...(problem ? { problem } : {}) })}`;
}

/** `denied` of `accounts/denied`. What nobody foresaw is logged here and told as a fault. */
function toCode(error: unknown, request: FastifyRequest): string {
  if (error instanceof Problem) return error.code.replace(/^accounts\//, '');
  request.log.error({ err: error }, 'a sign-in failed');
  return 'fault';
}
