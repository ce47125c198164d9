/** For pages whose address is a secret that came in a letter. */

export const SECRET = /^[A-Za-z0-9_-]{43}$/;

/**
 * Told to no other site, not indexed, not kept. `no-referrer` would also blank the Origin of our own forms, by which
 * they are known as ours (Fetch Standard, "append a request Origin header").
 */
export function secretHeaders() {
  return {
    'cache-control': 'private, no-store',
    'referrer-policy': 'same-origin',
    'x-robots-tag': 'noindex',
  };
}
