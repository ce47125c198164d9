import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Compression } from '../../formats/index.ts';
import type { Egress } from '../../platform/egress/index.ts';
import type { App } from '../../platform/http/index.ts';
import type { ReadPdf } from '../../platform/pdf/index.ts';
import { notFound } from '../../platform/problem.ts';
import { readPublicDocument } from '../credentials/index.ts';
import { type HouseDeps, openHouse } from './house.ts';
import type { VerifyDeps, VerifyOptions } from './inquiry.ts';
import { readAt, readExpected } from './read-question.ts';
import { BODY_LIMIT, readRequestInput } from './read-request-input.ts';
import { signReport } from './sign-report.ts';
import { createTurns } from './turns.ts';
import { tooBusy, unknownDate, unknownRecipient } from './verification.problems.ts';
import { reportSchema, type VerificationReport } from './verification.schema.ts';
import { verifyCredential } from './verify-credential.ts';

export type VerificationRouteDeps = HouseDeps & {
  readonly egress: Pick<Egress, 'fetch'>;
  readonly compression: Compression;
  readonly readPdf: ReadPdf;
};

const REPORT_KEPT_MS = 10_000;
const REPORTS_KEPT = 1_000;
/** Room for the wrapping of a form around a file of the largest size. */
const FORM_OVERHEAD = 64 * 1024;
const PUBLIC_ID = /^[0-7][0-9a-hjkmnp-tv-z]{25}$/;

const querystring = z.object({
  at: z.string().max(40).optional(),
  as: z.string().max(310).optional(),
  /** What a holder was given to sign; of a presentation, or of an SD-JWT with a key binding. */
  challenge: z.string().min(1).max(300).optional(),
  domain: z.string().min(1).max(300).optional(),
  offline: z.string().max(5).optional(),
  /** `1`: the report is given as a credential of the operator as well, to be kept. */
  sign: z.string().max(5).optional(),
});

const CONTENT_TYPES = [
  'application/json',
  'application/vc',
  'application/ld+json',
  'application/jwt',
  'text/plain',
  'image/png',
  'image/svg+xml',
  'application/pdf',
  'multipart/form-data',
];

export function registerVerificationRoutes(app: App, deps: VerificationRouteDeps): void {
  const { clock, crypto, compression, egress, readPdf } = deps;
  const room: VerifyDeps = { clock, crypto, compression, egress, readPdf, house: openHouse(deps) };
  registerVerify(app, deps, room);
  registerReport(app, deps, room);
}

/** In a plugin of its own: here a body stays the bytes that came, because a signature is over bytes. */
function registerVerify(app: App, deps: VerificationRouteDeps, room: VerifyDeps): void {
  const takeTurn = createTurns({ running: 8, waiting: 64 }, tooBusy);
  app.register(async (scope: App) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.post(
      '/api/v1/verify',
      {
        bodyLimit: BODY_LIMIT + FORM_OVERHEAD,
        schema: {
          tags: ['verification'],
          summary: 'Check any credential',
          description: `The credential as the body (${CONTENT_TYPES.slice(0, -1).join(', ')}), a form with a "file", or {"url": "https://…"}. Nothing is kept. What cannot be read is a report too.`,
          consumes: CONTENT_TYPES,
          querystring,
          // Of any type: what it is, its bytes say.
          body: z
            .unknown()
            .describe('The bytes of the credential, a form with a "file", or {"url": "https://…"}'),
          response: { 200: reportSchema },
        },
      },
      async (request, reply) => {
        reply.header('cache-control', 'no-store');
        const options = readOptions(request.query, room.clock.now());
        const input = await readRequestInput(request);
        const report = await takeTurn(() => verifyCredential(room, input, options));
        const signed = isAsked(request.query.sign) ? await signReport(deps, report) : undefined;
        return signed ? { ...report, signed } : report;
      },
    );
  });
}

/** A published credential's own report; the page asks for it, so it may be a few seconds old. */
function registerReport(app: App, deps: VerificationRouteDeps, room: VerifyDeps): void {
  const kept = new Map<string, { readonly report: Promise<VerificationReport>; readonly until: number }>();
  app.get(
    '/api/v1/credentials/:id/report',
    {
      schema: {
        tags: ['verification'],
        summary: 'The checks of a published credential',
        params: z.object({ id: z.string().max(40) }),
        response: { 200: reportSchema },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'public, max-age=5');
      const publicId = request.params.id;
      if (!PUBLIC_ID.test(publicId)) throw notFound();
      // Asked each time, so that what was taken private a moment ago is gone at once.
      const { document } = await readPublicDocument(deps, { publicId, format: 'ob3-data-integrity' });
      const bytes = Buffer.from(document.bytes);
      const name = createHash('sha256').update(bytes).digest('base64url');
      const now = room.clock.now().getTime();
      const known = kept.get(name);
      if (known && known.until > now) return await known.report;
      if (kept.size >= REPORTS_KEPT) kept.clear();
      const report = verifyCredential(room, { bytes });
      kept.set(name, { report, until: now + REPORT_KEPT_MS });
      report.catch(() => kept.delete(name));
      return await report;
    },
  );
}

function readOptions(
  { at, as, offline, challenge, domain }: z.infer<typeof querystring>,
  now: Date,
): VerifyOptions {
  const instant = at ? readAt(at, now) : undefined;
  const expected = as ? readExpected(as) : undefined;
  if (at && !instant) throw unknownDate();
  if (as && !expected) throw unknownRecipient();
  return {
    ...(instant ? { at: instant } : {}),
    ...(expected ? { as: expected } : {}),
    ...(challenge ? { challenge } : {}),
    ...(domain ? { domain } : {}),
    offline: isAsked(offline),
  };
}

/** `?offline`, `?offline=1`, `?offline=true` */
function isAsked(value: string | undefined): boolean {
  return value !== undefined && value !== '0' && value !== 'false';
}
