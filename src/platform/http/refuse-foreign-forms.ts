import type { FastifyRequest } from 'fastify';
import { Problem } from '../problem.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Cross-site requests that would carry the session's cookie are refused (ASVS 5.0 V3.5). Browsers say where a
 * request comes from; a program that says nothing and brings no cookie has nothing to steal.
 */
export function refuseForeignForms(publicUrl: string): (request: FastifyRequest) => Promise<void> {
  const known = new URL(publicUrl).origin;
  return async (request) => {
    if (SAFE.has(request.method) || request.headers.cookie === undefined) return;
    const site = request.headers['sec-fetch-site'];
    // The browser's own word, which no page can forge. A page that sends no referrer says `Origin: null` beside it.
    if (site === 'same-origin' || site === 'none') return;
    if (site !== undefined) throw foreignForm();
    const { origin } = request.headers;
    if (origin === undefined || origin === known) return;
    if (!URL.canParse(origin) || new URL(origin).host !== request.host) throw foreignForm();
  };
}

function foreignForm(): Problem {
  return new Problem({
    status: 403,
    code: 'foreign-form',
    title: 'This request came from another site.',
    detail: 'Open the page here and try again.',
  });
}
