/** The conformance harness (INTERFACE, "Conformance harness"): there only when it is switched on. */
import { z } from 'zod';
import type { VerifyDeps } from '../../features/verification/index.ts';
import { deriveDisclosure, FormatRefusal } from '../../formats/index.ts';
import { formatInstant } from '../../platform/clock.ts';
import type { App } from '../../platform/http/index.ts';
import { badRequest } from '../../platform/problem.ts';
import { issueCredential } from './issue.ts';
import type { HarnessIssuer } from './issuer-keys.ts';
import {
  deriveSchema,
  issueSchema,
  type Verified,
  verifyCredentialSchema,
  verifyPresentationSchema,
} from './vc-api.schema.ts';
import { verifyForSuite } from './verify.ts';

export type VcApiDeps = VerifyDeps & { readonly issuers: readonly HarnessIssuer[] };

const hide = { hide: true } as const;
const secured = z.record(z.string(), z.unknown());

export function registerVcApi(app: App, deps: VcApiDeps): void {
  app.post(
    '/vc-api/credentials/issue',
    { schema: { ...hide, body: issueSchema, response: { 201: secured } } },
    async ({ body }, reply) =>
      reply.code(201).send({ ...(await issueCredential(deps, body, formatInstant(deps.clock.now()))) }),
  );
  app.post(
    '/vc-api/credentials/derive',
    { schema: { ...hide, body: deriveSchema, response: { 201: secured } } },
    async ({ body }, reply) => reply.code(201).send({ ...(await derive(deps, body)) }),
  );
  app.post(
    '/vc-api/credentials/verify',
    { schema: { ...hide, body: verifyCredentialSchema } },
    async ({ body }, reply) => {
      const verified = await verifyForSuite(deps, body.verifiableCredential, 'credential');
      return reply.code(statusOf(verified)).send(verified);
    },
  );
  app.post(
    '/vc-api/presentations/verify',
    { schema: { ...hide, body: verifyPresentationSchema } },
    async ({ body }, reply) => {
      const { challenge, domain } = body.options ?? {};
      const verified = await verifyForSuite(deps, body.verifiablePresentation, 'presentation', {
        ...(challenge === undefined ? {} : { challenge }),
        ...(domain === undefined ? {} : { domain }),
      });
      return reply.code(statusOf(verified)).send(verified);
    },
  );
}

async function derive(
  { crypto }: VcApiDeps,
  { verifiableCredential, options }: z.infer<typeof deriveSchema>,
) {
  try {
    return await deriveDisclosure(crypto, verifiableCredential, options?.selectivePointers ?? []);
  } catch (error) {
    if (error instanceof FormatRefusal) throw badRequest(error.message);
    throw error;
  }
}

function statusOf({ verified }: Verified): 200 | 400 {
  return verified ? 200 : 400;
}
