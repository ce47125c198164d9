import { z } from 'zod';
import type { Database } from '../../database/index.ts';
import type { App } from '../../platform/http/index.ts';
import { notFound } from '../../platform/problem.ts';
import { findIssuer } from '../institutions/index.ts';
import type { KeysDeps } from './create-key.ts';
import { compromiseSchema, keysViewSchema, rotateKeySchema, rotationSchema } from './keys.schema.ts';
import { listKeys } from './list-keys.ts';
import { rotateKey } from './rotate-key.ts';
import { tellCompromise } from './tell-compromise.ts';

export type KeyRouteDeps = KeysDeps & { readonly database: Database };

const tags = ['institution'];
const path = '/api/v1/institution/keys';

/** The keys of an institution, for those who manage it. */
export function registerKeyRoutes(app: App, deps: KeyRouteDeps): void {
  app.get(
    path,
    { schema: { tags, summary: 'The signing keys of your issuers', response: { 200: keysViewSchema } } },
    (request) => listKeys(deps, request.actor),
  );

  app.post(
    `${path}/rotate`,
    {
      schema: {
        tags,
        summary: 'Give an issuer its next key',
        body: rotateKeySchema,
        response: { 200: rotationSchema },
      },
    },
    async (request) => {
      const { issuer: publicId, ...input } = request.body;
      const issuer = await deps.database.asPublic((tx) => findIssuer(tx, { publicId }));
      if (!issuer) throw notFound();
      const rotation = await rotateKey(deps, request.actor, { ...input, issuer });
      const { kid, state } = rotation;
      return { kid, state, from: rotation.state === 'active' ? null : rotation.from.toISOString() };
    },
  );

  app.post(
    `${path}/:kid/compromise`,
    {
      schema: {
        tags,
        summary: 'Tell that a key is in other hands',
        params: z.object({ kid: z.string().max(100) }),
        body: compromiseSchema,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await tellCompromise(deps, request.actor, { kid: request.params.kid, ...request.body });
      return reply.code(204).send(null);
    },
  );
}
