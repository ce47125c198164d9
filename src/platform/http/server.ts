/** The HTTP server: limits, headers, one check of what comes in and one place where refusals are rendered. */
import { randomUUID } from 'node:crypto';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  LogController,
  type RawReplyDefaultExpression,
  type RawRequestDefaultExpression,
  type RawServerDefault,
} from 'fastify';
import {
  createJsonSchemaTransformObject,
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import type { Log } from '../log.ts';
import { checkIngress } from './ingress.ts';
import { refuseForeignForms } from './refuse-foreign-forms.ts';
import { renderError } from './render-error.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** How long a text of the body may be, where a whole file comes in JSON. */
    readonly maxText?: number;
  }
}

export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

export type ServerOptions = {
  readonly log: Log;
  readonly publicUrl: string;
  readonly version: string;
  /** The pages' development server needs inline styles and a socket of its own. */
  readonly development: boolean;
};

const BODY_LIMIT = 2 * 1024 * 1024;
const REQUESTS_A_MINUTE = 1_200;

export async function createServer({ log, publicUrl, version, development }: ServerOptions): Promise<App> {
  const app = fastify({
    loggerInstance: log as FastifyBaseLogger,
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID(),
    trustProxy: 'loopback',
    routerOptions: { maxParamLength: 300, ignoreTrailingSlash: true },
    forceCloseConnections: 'idle',
    requestTimeout: 30_000,
    logController: new LogController({
      disableRequestLogging: log.level !== 'debug' && log.level !== 'trace',
    }),
    // A message of Fastify's own for an unreadable request would not be RFC 9457.
    frameworkErrors: renderError,
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(renderError);
  app.addContentTypeParser(
    ['image/png', 'image/svg+xml', 'application/octet-stream'],
    { parseAs: 'buffer' },
    (_request, body, done) => done(null, body),
  );
  app.addHook('preValidation', async (request) => {
    checkIngress(request.query);
    checkIngress(request.params);
    checkIngress(request.body, request.routeOptions.config.maxText);
  });
  app.addHook('onRequest', refuseForeignForms(publicUrl));
  await app.register(helmet, headers(publicUrl, development));
  await app.register(rateLimit, {
    max: REQUESTS_A_MINUTE,
    timeWindow: '1 minute',
    allowList: (request) => isQuiet(request.url) || isLocal(request.ip),
  });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Waarmerk',
        version,
        description: 'Design, award and verify micro-credentials. Refusals are RFC 9457 problem documents.',
      },
      servers: [{ url: publicUrl }],
      components: {
        securitySchemes: {
          client: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: '/oauth/token', scopes: {} } } },
          session: { type: 'apiKey', in: 'cookie', name: 'session' },
        },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: createJsonSchemaTransformObject({}),
  });
  return app;
}

/** From this very machine: its own pages asking its own API, an operator's script. A proxy tells whom it speaks for. */
function isLocal(address: string): boolean {
  return address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1';
}

/** Probes and static files do not count. */
function isQuiet(url: string): boolean {
  return url === '/healthz' || url === '/readyz' || url.startsWith('/assets/');
}

function headers(publicUrl: string, development: boolean) {
  const secure = publicUrl.startsWith('https:');
  return {
    enableCSPNonces: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        // A sign-in leaves for the provider, which stands elsewhere; the form that starts it is ours.
        formAction: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: development ? ["'self'", 'ws:'] : ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: development ? ["'self'", "'unsafe-inline'"] : ["'self'"],
        styleSrcAttr: ["'unsafe-inline'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : (false as const),
    referrerPolicy: { policy: 'same-origin' as const },
    crossOriginEmbedderPolicy: false,
    crossOriginResourcePolicy: { policy: 'cross-origin' as const },
  };
}
