/** A key management service of a page's length: what an adapter in front of a real one answers. For tests. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generateKey, importSigner, type PrivateJwk, type SigningAlgorithm } from '../node-crypto.ts';

type Body = { name?: string; key?: string; algorithm?: SigningAlgorithm; message?: string };

export async function startKeyService(token: string) {
  const keys = new Map<string, PrivateJwk>();
  let fault: { status: number; body: string } | undefined;
  const answer = (question: string, body: Body): { status: number; body: unknown } => {
    if (question === 'createKey') {
      const key = `keys/${keys.size + 1}`;
      const made = generateKey(body.algorithm ?? 'Ed25519');
      keys.set(key, made.privateJwk);
      return { status: 200, body: { key, publicJwk: made.publicJwk } };
    }
    const kept = keys.get(body.key ?? '');
    if (!kept) return { status: 404, body: { error: 'no such key' } };
    const { publicJwk, sign } = importSigner(kept);
    if (question === 'getPublicKey') return { status: 200, body: { publicJwk } };
    const signature = sign(Buffer.from(body.message ?? '', 'base64url'));
    return { status: 200, body: { signature: Buffer.from(signature).toString('base64url') } };
  };
  const server = createServer(async (request, response) => {
    const isKnown = request.headers.authorization === `Bearer ${token}`;
    const question = request.url?.split('/').at(-1) ?? '';
    const told = fault ?? (isKnown ? answer(question, await readBody(request)) : { status: 401, body: {} });
    response.writeHead(told.status, { 'content-type': 'application/json' });
    response.end(typeof told.body === 'string' ? told.body : JSON.stringify(told.body));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, // it listens on TCP
    breakWith: (broken: { status: number; body: string } | undefined) => {
      fault = broken;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function readBody(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}
