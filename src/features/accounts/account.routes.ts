/** The API of the pages about one's own account: ways in, addresses, sessions, names, a second account. */
import { z } from 'zod';
import type { App } from '../../platform/http/index.ts';
import {
  accountSchema,
  mergeChoiceSchema,
  mergeOfferSchema,
  ownIdSchema,
  stayNoticeSchema,
  waysInSchema,
} from './account.schema.ts';
import { hashToken, readCookie } from './browser-cookies.ts';
import { choosePrimaryAddress } from './choose-primary-address.ts';
import { endSessions } from './end-sessions.ts';
import { type GetAccountDeps, getAccount, getWaysIn } from './get-account.ts';
import { getMergeOffer, type MergeOfferDeps } from './get-merge-offer.ts';
import { type MergeDeps, mergeAccounts } from './merge-accounts.ts';
import { removeAddress } from './remove-address.ts';
import { getStayNotice, putStayNoticeAway, type StayDeps } from './stay-notice.ts';
import { unlinkIdentity } from './unlink-identity.ts';

export type OwnAccountRouteDeps = GetAccountDeps & MergeDeps & MergeOfferDeps & StayDeps;

const tags = ['accounts'];
const nothing = { 204: z.null() };

export function registerOwnAccountRoutes(app: App, deps: OwnAccountRouteDeps): void {
  registerReading(app, deps);
  registerRemoving(app, deps);
  registerMerging(app, deps);
}

function registerReading(app: App, deps: OwnAccountRouteDeps): void {
  app.get(
    '/api/v1/account',
    { schema: { tags, summary: 'Your names and addresses', response: { 200: accountSchema } } },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      return await getAccount(deps, request.actor);
    },
  );
  app.get(
    '/api/v1/account/ways-in',
    {
      schema: {
        tags,
        summary: 'By what you can sign in, and where you are signed in',
        response: { 200: waysInSchema },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      return await getWaysIn(deps, request.actor);
    },
  );
  app.get(
    '/api/v1/account/stay-notice',
    {
      schema: {
        tags,
        summary: 'Whether you are asked for a way in that stays',
        response: { 200: stayNoticeSchema },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const { ask, until } = await getStayNotice(deps, request.actor);
      return { ask, until: until?.toISOString() ?? null };
    },
  );
  app.post(
    '/api/v1/account/stay-notice/later',
    { schema: { tags, summary: 'Rest that question for thirty days', response: nothing } },
    async (request, reply) => {
      await putStayNoticeAway(deps, request.actor);
      return reply.code(204).send(null);
    },
  );
}

function registerRemoving(app: App, deps: OwnAccountRouteDeps): void {
  const params = ownIdSchema;
  app.delete(
    '/api/v1/account/identities/:id',
    { schema: { tags, summary: 'Unlink a way to sign in', params, response: nothing } },
    async (request, reply) => {
      await unlinkIdentity(deps, request.actor, request.params);
      return reply.code(204).send(null);
    },
  );
  app.delete(
    '/api/v1/account/addresses/:id',
    { schema: { tags, summary: 'Remove an e-mail address', params, response: nothing } },
    async (request, reply) => {
      await removeAddress(deps, request.actor, request.params);
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/api/v1/account/addresses/:id/primary',
    { schema: { tags, summary: 'Have letters sent to this address', params, response: nothing } },
    async (request, reply) => {
      await choosePrimaryAddress(deps, request.actor, request.params);
      return reply.code(204).send(null);
    },
  );
  app.delete(
    '/api/v1/account/sessions/:id',
    { schema: { tags, summary: 'End one session', params, response: nothing } },
    async (request, reply) => {
      await endSessions(deps, request.actor, request.params);
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/api/v1/account/sessions/end-others',
    { schema: { tags, summary: 'End all sessions but this one', response: nothing } },
    async (request, reply) => {
      await endSessions(deps, request.actor, 'others');
      return reply.code(204).send(null);
    },
  );
}

function registerMerging(app: App, deps: OwnAccountRouteDeps): void {
  const browserOf = (header: string | undefined) => {
    const browser = readCookie(deps.publicUrl, 'sign-in', header);
    return browser ? hashToken(browser) : undefined;
  };
  app.get(
    '/api/v1/account/merge-offer',
    {
      schema: {
        tags,
        summary: 'What would move from your other account',
        response: { 200: mergeOfferSchema },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const browserHash = browserOf(request.headers.cookie);
      const { myName, otherName, until, moves } = await getMergeOffer(deps, request.actor, { browserHash });
      return {
        ...{ myName, otherName },
        until: until.toISOString(),
        moves: { ...moves, institutions: [...moves.institutions] },
      };
    },
  );
  app.post(
    '/api/v1/account/merge',
    {
      schema: {
        tags,
        summary: 'Make one account of the two that you proved',
        body: mergeChoiceSchema,
        response: nothing,
      },
    },
    async (request, reply) => {
      const browserHash = browserOf(request.headers.cookie);
      await mergeAccounts(deps, request.actor, { name: request.body.name, browserHash });
      return reply.code(204).send(null);
    },
  );
}
