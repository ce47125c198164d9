import { z } from 'zod';
import type { App } from '../../platform/http/index.ts';
import { ownIdSchema } from './account.schema.ts';
import {
  changeOwnWish,
  changeWishByLink,
  getLetterWishes,
  getOwnLetterWishes,
  type LetterWishDeps,
} from './letter-wishes.ts';
import {
  letterChangeSchema,
  letterFromSchema,
  letterTokenSchema,
  letterWishesSchema,
  ownLettersSchema,
} from './letters.schema.ts';

const tags = ['accounts'];
const nothing = { 204: z.null() };

export function registerLetterRoutes(app: App, deps: LetterWishDeps): void {
  app.get(
    '/api/v1/letters/:token',
    {
      schema: {
        tags,
        summary: 'Which letters the address of a link wants none of',
        params: letterTokenSchema,
        querystring: letterFromSchema,
        response: { 200: letterWishesSchema },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'private, no-store').header('referrer-policy', 'no-referrer');
      return await getLetterWishes(deps, {
        token: request.params.token,
        from: request.query.from ?? null,
      });
    },
  );
  app.post(
    '/api/v1/letters/:token',
    {
      schema: {
        tags,
        summary: 'Wish for no more letters at the address of a link, or for letters again',
        params: letterTokenSchema,
        body: letterChangeSchema,
        response: nothing,
      },
    },
    async (request, reply) => {
      await changeWishByLink(deps, { ...request.body, token: request.params.token });
      return reply.code(204).send(null);
    },
  );
  app.get(
    '/api/v1/account/letters',
    {
      schema: {
        tags,
        summary: 'Which letters your addresses want none of',
        response: { 200: ownLettersSchema },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      return await getOwnLetterWishes(deps, request.actor);
    },
  );
  app.put(
    '/api/v1/account/addresses/:id/letters',
    {
      schema: {
        tags,
        summary: 'Wish for no more letters at one of your addresses, or for letters again',
        params: ownIdSchema,
        body: letterChangeSchema,
        response: nothing,
      },
    },
    async (request, reply) => {
      await changeOwnWish(deps, request.actor, { ...request.body, id: request.params.id });
      return reply.code(204).send(null);
    },
  );
}
