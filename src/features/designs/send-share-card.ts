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
  return reply.type('image/png').send(await drawShareCard(card));
}
