import type { FastifyReply, FastifyRequest } from 'fastify';
import { drawShareCard, nameShareCard, type ShareCard } from './share-card.ts';

/** Draws only for who does not have it yet. */
export async function sendShareCard(
  request: FastifyRequest,
  reply: FastifyReply,
  card: ShareCard,
): Promise<FastifyReply> {
  const name = nameShareCard(card);
  reply.header('etag', name).header('access-control-allow-origin', '*');
  if (request.headers['if-none-match'] === name) return reply.code(304).send();
  return reply.type('image/png').send(await drawOnce(card));
}

const drawn = new Map<string, Promise<Buffer>>();
const MAX_DRAWN = 64;

/** A shared address is looked at by several sites in the same minute, and drawing takes most of a second. */
export function drawOnce(card: ShareCard): Promise<Buffer> {
  const name = nameShareCard(card);
  const known = drawn.get(name);
  drawn.delete(name);
  const drawing = known ?? drawShareCard(card);
  drawn.set(name, drawing);
  drawing.catch(() => drawn.delete(name));
  const [oldest] = drawn.keys();
  if (drawn.size > MAX_DRAWN && oldest !== undefined) drawn.delete(oldest);
  return drawing;
}
