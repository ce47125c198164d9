import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';
import type { App } from '../../platform/http/index.ts';
import {
  ownIdSchema,
  passkeyRegistrationSchema,
  passkeyStartSchema,
  passkeyUseSchema,
} from './account.schema.ts';
import { tooManyCodes } from './accounts.problems.ts';
import { hashToken, knowBrowser, readCookie, writeCookie } from './browser-cookies.ts';
import { type RegisterPasskeyDeps, registerPasskey } from './register-passkey.ts';
import { removePasskey } from './remove-passkey.ts';
import { startPasskey } from './start-passkey.ts';
import type { WaysInDeps } from './unlink-identity.ts';
import { usePasskey } from './use-passkey.ts';

export type PasskeyRouteDeps = RegisterPasskeyDeps & WaysInDeps;

const tags = ['accounts'];
const nothing = { 204: z.null() };
const TRIES_AN_HOUR = 100;
const config = {
  rateLimit: { max: TRIES_AN_HOUR, timeWindow: '1 hour', errorResponseBuilder: tooManyCodes },
};

export function registerPasskeyRoutes(app: App, deps: PasskeyRouteDeps): void {
  const { publicUrl } = deps;
  const readCookies = (header: string | undefined) => {
    const browser = readCookie(publicUrl, 'sign-in', header);
    return {
      browserHash: browser ? hashToken(browser) : undefined,
      sessionToken: readCookie(publicUrl, 'session', header),
    };
  };

  app.post(
    '/api/v1/passkeys/start',
    {
      config,
      schema: {
        tags,
        summary: 'What a browser asks a passkey to sign',
        body: passkeyStartSchema,
        // Options of WebAuthn Level 3, 5.4 and 5.5, made by the library.
        response: { 200: z.looseObject({ challenge: z.string() }) },
      },
    },
    async (request, reply) => {
      const { browserHash, setCookie } = knowBrowser(publicUrl, request.headers.cookie);
      const options = await startPasskey(deps, request.actor, {
        purpose: request.body.purpose,
        browserHash,
      });
      reply.header('set-cookie', setCookie).header('cache-control', 'no-store');
      return options as { challenge: string }; // both kinds of options have one
    },
  );

  app.post(
    '/api/v1/passkeys',
    {
      config,
      schema: { tags, summary: 'Add a passkey', body: passkeyRegistrationSchema, response: nothing },
    },
    async (request, reply) => {
      const token = await registerPasskey(deps, request.actor, {
        response: request.body.response as RegistrationResponseJSON, // optional members are absent, not undefined
        name: request.body.name,
        ...readCookies(request.headers.cookie),
      });
      return reply
        .code(204)
        .header('set-cookie', writeCookie(publicUrl, 'session', token))
        .send(null);
    },
  );

  app.post(
    '/api/v1/passkeys/use',
    {
      config,
      schema: {
        tags,
        summary: 'Sign in with a passkey, or prove once more who you are',
        body: passkeyUseSchema,
        response: nothing,
      },
    },
    async (request, reply) => {
      const token = await usePasskey(deps, {
        response: request.body.response as AuthenticationResponseJSON, // as above
        ...readCookies(request.headers.cookie),
      });
      return reply
        .code(204)
        .header('set-cookie', writeCookie(publicUrl, 'session', token))
        .send(null);
    },
  );

  app.delete(
    '/api/v1/account/passkeys/:id',
    { schema: { tags, summary: 'Remove a passkey', params: ownIdSchema, response: nothing } },
    async (request, reply) => {
      const { sessionToken } = readCookies(request.headers.cookie);
      await removePasskey(deps, request.actor, { id: request.params.id, sessionToken });
      return reply.code(204).send(null);
    },
  );
}
