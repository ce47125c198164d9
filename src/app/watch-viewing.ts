/** Whoever sees the pages as someone else reads and does nothing, and every address they open is written down. */
import type { FastifyRequest } from 'fastify';
import type { Database } from '../database/index.ts';
import { appendAuditEntry } from '../features/audit/index.ts';
import type { Clock } from '../platform/clock.ts';
import { Problem } from '../platform/problem.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const END = '/api/v1/viewing/end';
/** What is whole or signed is handed to its holder alone. */
const HANDED_OUT = /\/(?:download|export)\b/;
/** Asked for every page; says nothing that the page does not say. */
const EVERY_PAGE = new Set(['/api/v1/session', '/api/v1/agreements/outstanding']);

export function watchViewing(deps: {
  readonly database: Database;
  readonly clock: Clock;
}): (request: FastifyRequest) => Promise<void> {
  return async ({ actor, method, routeOptions }) => {
    if (actor.kind !== 'person' || !actor.viewedBy) return;
    const route = routeOptions.url ?? '';
    if (route === END) return;
    const isOfApi = route.startsWith('/api/');
    // A form of a page reaches the API as well, and is refused there in words that the page can show.
    if (isOfApi && !SAFE.has(method)) throw viewingOnly();
    if (HANDED_OUT.test(route)) throw viewingOnly();
    if (!isOfApi || EVERY_PAGE.has(route)) return;
    const { personId } = actor;
    await deps.database.asDoorkeeper((tx) =>
      appendAuditEntry(tx, deps.clock.now(), {
        actor,
        institutionId: null,
        action: 'person.viewed',
        subject: { kind: 'person', id: personId },
        personId,
        detail: { route },
      }),
    );
  };
}

function viewingOnly(): Problem {
  return new Problem({
    status: 403,
    code: 'viewing-only',
    title: 'You are looking as someone else. Nothing can be changed or taken along.',
    detail: 'Stop looking first.',
  });
}
