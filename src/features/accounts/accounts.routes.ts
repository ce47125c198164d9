import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { App } from '../../platform/http/index.ts';
import { type OwnAccountRouteDeps, registerOwnAccountRoutes } from './account.routes.ts';
import { tooManyCodes } from './accounts.problems.ts';
import {
  changePersonSchema,
  codeLinkSchema,
  emailCodeSchema,
  openedLinkSchema,
  sessionSchema,
  signInMethodsSchema,
  switchInstitutionSchema,
  verifiedAddressSchema,
  verifyCodeSchema,
} from './accounts.schema.ts';
import { registerAuthRoutes } from './auth.routes.ts';
import { clearCookie, hashToken, knowBrowser, readCookie, writeCookie } from './browser-cookies.ts';
import { changePerson } from './change-person.ts';
import { endSession } from './end-session.ts';
import { findSessionActor } from './find-session-actor.ts';
import type { FinishSignInDeps } from './finish-sign-in.ts';
import { type GetSessionDeps, getSession } from './get-session.ts';
import type { LetterWishDeps } from './letter-wishes.ts';
import { registerLetterRoutes } from './letters.routes.ts';
import { openCodeLink } from './open-code-link.ts';
import { type PasskeyRouteDeps, registerPasskeyRoutes } from './passkeys.routes.ts';
import type { ListProviders } from './provider.ts';
import { readLanguage } from './reader-language.ts';
import { type EmailCodeDeps, requestEmailCode } from './request-email-code.ts';
import { switchInstitution } from './switch-institution.ts';
import { verifyEmailCode } from './verify-email-code.ts';

export type AccountRouteDeps = FinishSignInDeps &
  GetSessionDeps &
  EmailCodeDeps &
  OwnAccountRouteDeps &
  PasskeyRouteDeps &
  LetterWishDeps & { readonly listProviders: ListProviders };

const tags = ['accounts'];
const nothing = z.null();
/** Per address of the network; what is kept per e-mail address stands in `request-email-code.ts`. */
const LETTERS_AN_HOUR = 20;
const TRIES_AN_HOUR = 100;

export function registerAccountRoutes(app: App, deps: AccountRouteDeps): void {
  registerAuthRoutes(app, deps);
  registerSessionRoutes(app, deps);
  registerEmailRoutes(app, deps);
  registerOwnAccountRoutes(app, deps);
  registerPasskeyRoutes(app, deps);
  registerLetterRoutes(app, deps);
}

function registerSessionRoutes(app: App, deps: AccountRouteDeps): void {
  const { publicUrl } = deps;

  app.get(
    '/api/v1/sign-in-methods',
    { schema: { tags, summary: 'Where people can sign in', response: { 200: signInMethodsSchema } } },
    async () => ({
      providers: (await deps.listProviders()).map(({ id, name, institutionId }) => ({
        id,
        name,
        kind: institutionId === null ? ('learner' as const) : ('institution' as const),
        start: `/auth/start/${id}`,
      })),
    }),
  );

  app.get(
    '/api/v1/session',
    { schema: { tags, summary: 'Who is signed in, and what they may do', response: { 200: sessionSchema } } },
    (request, reply) => {
      keepFromCaches(reply);
      return getSession(deps, request.actor);
    },
  );

  app.patch(
    '/api/v1/session',
    {
      schema: {
        tags,
        summary: 'Change your name or language',
        body: changePersonSchema,
        response: { 200: sessionSchema },
      },
    },
    async (request, reply) => {
      keepFromCaches(reply);
      await changePerson(deps, request.actor, request.body);
      return await getSession(deps, request.actor);
    },
  );

  app.post(
    '/api/v1/session/institution',
    {
      schema: {
        tags,
        summary: 'Act for an institution, or for yourself',
        body: switchInstitutionSchema,
        response: { 200: sessionSchema },
      },
    },
    async (request, reply) => {
      keepFromCaches(reply);
      const sessionToken = readCookie(publicUrl, 'session', request.headers.cookie);
      await switchInstitution(deps, request.actor, { ...request.body, sessionToken });
      const actor = sessionToken ? await findSessionActor(deps, sessionToken) : undefined;
      return await getSession(deps, actor ?? request.actor);
    },
  );

  app.post(
    '/api/v1/sign-out',
    { schema: { tags, summary: 'End the session', response: { 204: nothing } } },
    async (request, reply) => {
      await endSession(deps, readCookie(publicUrl, 'session', request.headers.cookie));
      return reply.code(204).header('set-cookie', clearCookie(publicUrl, 'session')).send(null);
    },
  );
}

function registerEmailRoutes(app: App, deps: AccountRouteDeps): void {
  const { publicUrl } = deps;

  app.post(
    '/api/v1/email-codes',
    {
      config: limit(LETTERS_AN_HOUR),
      schema: {
        tags,
        summary: 'Send a code to an e-mail address',
        body: emailCodeSchema,
        response: { 202: nothing },
      },
    },
    async (request, reply) => {
      const { browserHash, setCookie } = knowBrowser(publicUrl, request.headers.cookie);
      const { address, returnTo, purpose } = request.body;
      const language = readLanguage(request.headers);
      await requestEmailCode(deps, request.actor, { address, returnTo, purpose, browserHash, language });
      return reply.code(202).header('set-cookie', setCookie).send(null);
    },
  );

  app.post(
    '/api/v1/email-codes/verify',
    {
      config: limit(TRIES_AN_HOUR),
      schema: {
        tags,
        summary: 'Prove an address with the code that was sent to it',
        body: verifyCodeSchema,
        response: { 200: verifiedAddressSchema },
      },
    },
    async (request, reply) => {
      const { cookie } = request.headers;
      const browser = readCookie(publicUrl, 'sign-in', cookie);
      const { code, link } = request.body;
      const { returnTo, token, outcome } = await verifyEmailCode(deps, request.actor, {
        proof: link === undefined ? { code: (code ?? '').replace(/\s/g, '') } : { link },
        browserHash: browser ? hashToken(browser) : undefined,
        sessionToken: readCookie(publicUrl, 'session', cookie),
        language: readLanguage(request.headers),
      });
      keepFromCaches(reply);
      if (token) reply.header('set-cookie', writeCookie(publicUrl, 'session', token));
      return { returnTo, outcome, signedIn: outcome === 'signed-in' };
    },
  );

  app.post(
    '/api/v1/email-codes/open',
    {
      config: limit(TRIES_AN_HOUR),
      schema: {
        tags,
        summary: "What a letter's link leads to in this browser; changes nothing",
        body: codeLinkSchema,
        response: { 200: openedLinkSchema },
      },
    },
    async (request, reply) => {
      keepFromCaches(reply);
      const browser = readCookie(publicUrl, 'sign-in', request.headers.cookie);
      return await openCodeLink(deps, {
        link: request.body.link,
        browserHash: browser ? hashToken(browser) : undefined,
      });
    },
  );
}

function limit(max: number) {
  return { rateLimit: { max, timeWindow: '1 hour', errorResponseBuilder: tooManyCodes } };
}

function keepFromCaches(reply: FastifyReply): void {
  reply.header('cache-control', 'no-store');
}
