import type { FastifyReply, FastifyRequest } from 'fastify';

/** Draws the page of an address that also has documents; composition hands it in. */
export type RenderPage = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

/**
 * Does the reader want a page? Browsers name `text/html` first; programs ask for what they can read, and `*` of any kind
 * means the document.
 */
export function wantsPage(request: FastifyRequest): boolean {
  const html = quality(request.headers.accept, 'text/html');
  return (
    html > 0 &&
    ['application/vc', 'application/ld+json', 'application/json', 'application/jwt'].every(
      (type) => quality(request.headers.accept, type) <= html,
    )
  );
}

/** The weight of a type that is named outright (RFC 9110 §12.5.1); wildcards do not count. */
function quality(accept: string | undefined, type: string): number {
  for (const part of (accept ?? '').split(',')) {
    const [name, ...parameters] = part.split(';').map((word) => word.trim().toLowerCase());
    if (name !== type) continue;
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    return weight === undefined ? 1 : Number(weight) || 0;
  }
  return 0;
}

/** The first of our types that the reader names, or the first of ours. */
export function chooseType(accept: string | undefined, ours: readonly string[]): string {
  return ours.find((type) => quality(accept, type) > 0) ?? ours[0] ?? 'application/json';
}
