/** One line per format; the conformance suite runs for each. */
import type { Format } from './format.ts';
import { ob2Hosted } from './ob2/format.ts';
import { ob2Signed } from './ob2/signed.ts';
import { ob3DataIntegrity, ob3EcdsaSd, ob3Jwt, ob3JwtEddsa, ob3JwtRs256, ob3VcJwt } from './ob3/format.ts';
import { ob3European, ob3IdList } from './ob3/variants.ts';

export const formats = {
  'ob3-data-integrity': ob3DataIntegrity,
  'ob3-jwt': ob3Jwt,
  'ob3-jwt-rs256': ob3JwtRs256,
  'ob3-jwt-eddsa': ob3JwtEddsa,
  'ob3-vc-jwt': ob3VcJwt,
  'ob3-ecdsa-sd': ob3EcdsaSd,
  'ob3-eu': ob3European,
  'ob3-id-list': ob3IdList,
  'ob2-hosted': ob2Hosted,
  'ob2-signed': ob2Signed,
} as const satisfies Record<string, Format>;

export type FormatId = keyof typeof formats;

export function isFormatId(id: string): id is FormatId {
  return Object.hasOwn(formats, id);
}
