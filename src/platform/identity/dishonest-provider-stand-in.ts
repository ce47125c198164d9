/** A provider for tests whose every token is made to order: the ones that must not be believed. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generateKey, importSigner } from '../crypto/node-crypto.ts';
import type { IdentityProvider } from './relying-party.ts';

export type TokenOrder = {
  readonly header?: Readonly<Record<string, unknown>>;
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly signedBy?: 'its key' | 'another key' | 'nobody';
  /** What its userinfo endpoint says the subject is. */
  readonly userinfoSubject?: string;
};

export type DishonestProvider = {
  readonly settings: IdentityProvider;
  /** Decides about the next token. */
  readonly order: (order: TokenOrder) => void;
  readonly close: () => Promise<void>;
};

export async function startDishonestProvider(now: () => Date): Promise<DishonestProvider> {
  const own = generateKey('ES256');
  const signers = {
    'its key': importSigner(own.privateJwk),
    'another key': importSigner(generateKey('ES256').privateJwk),
  };
  let current: TokenOrder = {};
  let issuer = '';

  const composeToken = (): string => {
    const { header, claims, signedBy = 'its key' } = current;
    const seconds = Math.floor(now().getTime() / 1000);
    const stated = {
      iss: issuer,
      sub: 'thief',
      aud: 'waarmerk',
      iat: seconds,
      exp: seconds + 300,
      ...claims,
    };
    const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
    const signed = `${encode({ alg: 'ES256', kid: 'k', ...header })}.${encode(stated)}`;
    if (signedBy === 'nobody') return `${signed}.`;
    return `${signed}.${Buffer.from(signers[signedBy].sign(Buffer.from(signed))).toString('base64url')}`;
  };

  const answers: Readonly<Record<string, () => object>> = {
    '/.well-known/openid-configuration': () => ({
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      userinfo_endpoint: `${issuer}/me`,
      id_token_signing_alg_values_supported: ['ES256', 'none'],
    }),
    '/jwks': () => ({ keys: [{ ...own.publicJwk, kid: 'k', alg: 'ES256', use: 'sig' }] }),
    '/token': () => ({ access_token: 'x', token_type: 'Bearer', expires_in: 60, id_token: composeToken() }),
    '/me': () => ({ sub: current.userinfoSubject ?? 'thief', email: 'rector@rug.example' }),
  };
  const server = createServer((request, response) => {
    const answer = answers[request.url ?? ''];
    response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer?.() ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a listening TCP server has no other kind of address
  issuer = `http://127.0.0.1:${port}`;

  return {
    settings: { issuer, clientId: 'waarmerk', clientSecret: 'x', idTokenAlgorithm: 'ES256' },
    order: (order) => {
      current = order;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
