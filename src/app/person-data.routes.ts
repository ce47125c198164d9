/** What we hold about the reader, all of it in one archive, and the end of it. */
import { z } from 'zod';
import { clearCookie } from '../features/accounts/index.ts';
import { requirePerson } from '../features/awards/index.ts';
import { heldDataSchema } from '../features/backpack/index.ts';
import { leadsAlone } from '../features/institutions/index.ts';
import type { App } from '../platform/http/index.ts';
import type { Deps } from './deps.ts';
import { eraseAccount } from './erase-account.ts';
import { countHeldData } from './held-data.ts';
import { takeOut } from './take-out.ts';

const tags = ['account'];
/** An archive costs signatures and pictures. */
const config = { rateLimit: { max: 20, timeWindow: '1 hour' } };

export function registerPersonDataRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/v1/account/data',
    { schema: { tags, summary: 'What we hold about you, and how long', response: { 200: heldDataSchema } } },
    async ({ actor }, reply) => {
      reply.header('cache-control', 'private, no-store');
      const { personId } = requirePerson(actor);
      const kinds = await deps.database.asCustodian({ person: personId }, (tx) =>
        countHeldData(tx, personId),
      );
      return { kinds, leadsAlone: (await leadsAlone(deps, personId)).map(({ name }) => ({ ...name })) };
    },
  );

  app.get(
    '/api/v1/account/export',
    { config, schema: { tags, summary: 'All your data in one archive (ZIP)' } },
    async ({ actor }, reply) => {
      const archive = await takeOut(deps, actor);
      return reply
        .header('cache-control', 'private, no-store')
        .header('content-disposition', 'attachment; filename="waarmerk.zip"')
        .type('application/zip')
        .send(Buffer.from(archive));
    },
  );

  app.post(
    '/api/v1/account/erase',
    {
      schema: {
        tags,
        summary: 'Erase your account and what we hold about you',
        body: z.strictObject({ confirm: z.literal('erase') }),
        response: { 204: z.null() },
      },
    },
    async ({ actor }, reply) => {
      await eraseAccount(deps, actor);
      return reply.code(204).header('set-cookie', clearCookie(deps.publicUrl, 'session')).send(null);
    },
  );
}
