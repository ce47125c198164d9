/** The egress client in the shape of the web's `fetch`, for libraries that take one. Redirects are already followed. */
import type { Egress } from './egress.ts';

export function createWebFetch(egress: Egress): typeof fetch {
  return async (resource, init) => {
    const asked = new Request(resource, init);
    if (asked.method !== 'GET' && asked.method !== 'POST')
      throw new TypeError(`${asked.method} is not allowed`);
    const body = asked.method === 'POST' ? { body: new Uint8Array(await asked.arrayBuffer()) } : {};
    const answer = await egress.fetch({
      url: asked.url,
      method: asked.method,
      headers: Object.fromEntries(asked.headers),
      ...body,
    });
    const headers = new Headers(answer.headers);
    // The bytes are unpacked and whole; the server's framing no longer describes them.
    for (const name of ['content-encoding', 'content-length', 'transfer-encoding']) headers.delete(name);
    const hasNoBody = [204, 205, 304].includes(answer.status);
    return new Response(hasNoBody ? null : Uint8Array.from(answer.bytes), { status: answer.status, headers });
  };
}
