/** The shape of an SD-JWT VC's registered claims (draft-ietf-oauth-sd-jwt-vc, section 3.2.2.2). */
import { z } from 'zod';
import { conform } from '../conformance.ts';
import type { Conformance, JsonObject } from '../format.ts';

const seconds = z.number().nonnegative();

const claims = z.looseObject({
  /** A case-sensitive name that no other issuer uses: a URL, a URN, or a name of an application's own. */
  vct: z.string().min(1),
  iss: z.string().min(1).optional(),
  sub: z.string().min(1).optional(),
  iat: seconds.optional(),
  nbf: seconds.optional(),
  exp: seconds.optional(),
  cnf: z.looseObject({}).optional(),
  status: z.looseObject({}).optional(),
});

export function checkSdJwtVc(document: JsonObject): Conformance {
  return conform(claims, document);
}
