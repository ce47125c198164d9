import type { Actor } from './actor.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set for every request before a route runs; composition knows how (`app/identify-actor.ts`). */
    actor: Actor;
  }
}
