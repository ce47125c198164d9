/**
 * An institution's own provider for tests: another port, RS256, a password, claims in the ID token, and a session
 * that outlives one sign-in. It shares no code with the embedded one but the library.
 */
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { systemClock } from '../clock.ts';
import { createMemoryAdapters } from './memory-adapter.ts';
import type { IdentityProvider } from './relying-party.ts';

export type ExternalProvider = {
  readonly settings: IdentityProvider;
  readonly otherClient: IdentityProvider;
  readonly close: () => Promise<void>;
};

export async function startExternalProvider(returnTo: string): Promise<ExternalProvider> {
  let answer: (...args: Parameters<ReturnType<Provider['callback']>>) => unknown = () => undefined;
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a listening TCP server has no other kind of address
  const issuer = `http://127.0.0.1:${port}`;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

  const clientOf = (name: string) => ({ clientId: name, clientSecret: `${name}-secret` });
  const provider = new Provider(issuer, {
    adapter: createMemoryAdapters(systemClock),
    jwks: {
      keys: [{ ...privateKey.export({ format: 'jwk' }), kty: 'RSA', kid: 'rsa-1', alg: 'RS256', use: 'sig' }],
    },
    clients: ['waarmerk', 'somebody-else'].map(clientOf).map(({ clientId, clientSecret }) => ({
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uris: [returnTo],
    })),
    conformIdTokenClaims: false,
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      profile: ['name', 'eduperson_principal_name'],
    },
    cookies: { keys: ['stand-in'] },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    interactions: { url: (_ctx, { uid }) => `/login/${uid}` },
    renderError: (ctx) => {
      ctx.body = 'refused';
    },
    findAccount: (_ctx, id) => ({
      accountId: id,
      claims: () => ({
        ...{ sub: id, name: 'Jan de Boer', email: 'jan@oosterdiep.example', email_verified: true },
        eduperson_principal_name: 'jan@oosterdiep.example',
      }),
    }),
    loadExistingGrant: async ({ oidc }) => {
      const { client, session } = oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
    ttl: {
      Grant: 600,
      Interaction: 600,
      Session: 600,
      IdToken: 600,
      AccessToken: 600,
      AuthorizationCode: 60,
    },
  });

  const callback = provider.callback();
  answer = async (request, response) => {
    if (!request.url?.startsWith('/login/')) return callback(request, response);
    if (request.method === 'GET') return response.end('<form method="post"><input name="user"></form>');
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const form = new URLSearchParams(text);
    const result =
      form.get('password') === 'tulip'
        ? { login: { accountId: form.get('user') ?? '' } }
        : { error: 'access_denied' };
    return provider.interactionFinished(request, response, result);
  };

  return {
    settings: { issuer, ...clientOf('waarmerk'), scope: 'profile email' },
    otherClient: { issuer, ...clientOf('somebody-else') },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
