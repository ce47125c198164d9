import { Readable, Transform } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Forms of pages carry files too: a list of recipients, a hundred badges to verify. */
const largestBody = 24 * 1024 * 1024;

export function toWebRequest(request: FastifyRequest, reply: FastifyReply, publicUrl: string): Request {
  const controller = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  const init: RequestInit & { duplex?: 'half' } = {
    method: request.method,
    headers: toHeaders(request),
    signal: controller.signal,
  };
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    init.body = limitBody(request);
    init.duplex = 'half';
  }
  return new Request(new URL(request.url, originOf(request, publicUrl)), init);
}

/**
 * Behind a proxy that ends TLS the connection says http; the public address knows better. Any other host keeps what
 * it says, so that the comparison with the Origin header stays honest.
 */
function originOf(request: FastifyRequest, publicUrl: string): string {
  const known = new URL(publicUrl);
  return request.host === known.host ? known.origin : `${request.protocol}://${request.host || known.host}`;
}

function toHeaders(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined) headers.append(name, one);
  }
  return headers;
}

function limitBody(request: FastifyRequest): BodyInit {
  let size = 0;
  const limit = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      done(size > largestBody ? new Error('The body of the form is too large') : null, chunk);
    },
  });
  request.raw.pipe(limit);
  // Node's web stream and the DOM's are one thing with two declarations.
  return Readable.toWeb(limit) as ReadableStream<Uint8Array> as unknown as BodyInit;
}
