import { z } from 'zod';
import type { App } from '../platform/http/index.ts';

export type HealthDeps = { readonly probes: Readonly<Record<string, () => Promise<boolean>>> };

const readinessSchema = z.object({ ready: z.boolean(), parts: z.record(z.string(), z.enum(['up', 'down'])) });

/** `/healthz`: the process lives. `/readyz`: it can serve, part by part. */
export function registerHealthRoutes(app: App, { probes }: HealthDeps): void {
  app.get('/healthz', { schema: { hide: true } }, async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ alive: true }),
  );

  // Once for probes, once under the API, where the page `/status` may ask.
  for (const path of ['/readyz', '/api/v1/status']) {
    app.get(
      path,
      { schema: { hide: true, response: { 200: readinessSchema, 503: readinessSchema } } },
      async (_request, reply) => {
        const parts = Object.fromEntries(
          await Promise.all(
            Object.entries(probes).map(
              async ([name, probe]) => [name, (await probe().catch(() => false)) ? 'up' : 'down'] as const,
            ),
          ),
        );
        const ready = Object.values(parts).every((state) => state === 'up');
        return reply
          .code(ready ? 200 : 503)
          .header('cache-control', 'no-store')
          .send({ ready, parts });
      },
    );
  }
}
