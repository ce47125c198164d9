/** `POST /oauth/token`: answers in OAuth's own shapes (RFC 6749 §5), never as RFC 9457. */
import type { FastifyInstance } from 'fastify';
import { grantToken } from './api-clients.ts';

type Body = Record<string, string | undefined>;

export function registerTokenEndpoint(app: FastifyInstance, deps: Parameters<typeof grantToken>[0]): void {
  app.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 8192 },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    scope.setErrorHandler((error: { statusCode?: number }, _request, reply) => {
      // What is not the client's fault is not called theirs.
      if (error.statusCode === undefined || error.statusCode >= 500) throw error;
      return reply.code(400).send({ error: 'invalid_request' });
    });
    scope.post('/oauth/token', { schema: { hide: true } }, async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const body = (request.body ?? {}) as Body; // every member is checked below before it is used
      const client = readClient(request.headers.authorization, body);
      if (body.grant_type !== 'client_credentials')
        return reply.code(400).send({ error: 'unsupported_grant_type' });
      if (!client)
        return reply
          .code(401)
          .header('www-authenticate', 'Basic realm="waarmerk"')
          .send({ error: 'invalid_client' });
      const asked = typeof body.scope === 'string' ? body.scope.split(' ').filter(Boolean) : undefined;
      const answer = await grantToken(deps, { ...client, ...(asked ? { scopes: asked } : {}) });
      if (answer.outcome === 'invalid_scope') return reply.code(400).send({ error: 'invalid_scope' });
      if (answer.outcome !== 'granted') {
        return reply
          .code(401)
          .header('www-authenticate', 'Basic realm="waarmerk"')
          .send({ error: 'invalid_client' });
      }
      return reply.send({
        access_token: answer.token,
        token_type: 'Bearer',
        expires_in: answer.expiresIn,
        scope: answer.scopes.join(' '),
      });
    });
  });
}

/** HTTP Basic first (RFC 6749 §2.3.1), the form's fields otherwise. */
function readClient(
  header: string | undefined,
  body: Body,
): { clientId: string; secret: string } | undefined {
  const basic = /^Basic ([A-Za-z0-9+/=]{1,2000})$/.exec(header ?? '')?.[1];
  if (basic) {
    const [id, ...rest] = Buffer.from(basic, 'base64').toString('utf8').split(':');
    return id ? { clientId: decode(id), secret: decode(rest.join(':')) } : undefined;
  }
  return typeof body.client_id === 'string' && typeof body.client_secret === 'string'
    ? { clientId: body.client_id, secret: body.client_secret }
    : undefined;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
