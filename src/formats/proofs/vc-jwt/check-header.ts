/** The headers of the two profiles. A header says how to read a token, so what it must not say is refused. */
import type { JsonObject } from '../../format.ts';
import { readId } from '../../read-members.ts';
import { notChecked, type Refused, refuse } from '../verdict.ts';
import { unsupported, verifiable } from './jose-names.ts';

/** Open Badges 3.0, section "JOSE Header": these, and no others. */
const openBadgesHeader: ReadonlySet<string> = new Set(['alg', 'kid', 'jwk', 'typ']);

/** RFC 7515, section 4.1.11: what `crit` names we would have to understand; `b64` changes what is signed. */
const forbidden = ['crit', 'b64'] as const;

export function isSecuredProfile({ typ }: JsonObject): boolean {
  return typ === 'vc+jwt';
}

export function checkOpenBadgesHeader(header: JsonObject): Refused | undefined {
  const stray = Object.keys(header).find((name) => !openBadgesHeader.has(name));
  if (stray !== undefined) return refuse('forbidden-header', stray);
  if (header.typ !== undefined && header.typ !== 'JWT') return refuse('forbidden-header', 'typ');
  return checkAlgorithm(header);
}

/** VC-JOSE-COSE, section 3.1.1; members that nobody knows are ignored (RFC 7515, section 4). */
export function checkSecuredHeader(header: JsonObject, payload: JsonObject): Refused | undefined {
  if (header.cty !== undefined && header.cty !== 'vc') return refuse('forbidden-header', 'cty');
  if (header.iss !== undefined && header.iss !== readId(payload.issuer))
    return refuse('claim-mismatch', 'iss');
  return checkPlainHeader(header);
}

/** VC-JOSE-COSE, section 3.1.2, and VCDM 1.1, section 6.3.1. */
export function checkPresentationHeader(header: JsonObject): Refused | undefined {
  const { typ, cty } = header;
  if (typ !== undefined && typ !== 'JWT' && typ !== 'vp+jwt') return refuse('forbidden-header', 'typ');
  if (cty !== undefined && cty !== 'vp') return refuse('forbidden-header', 'cty');
  return checkPlainHeader(header);
}

export function checkPlainHeader(header: JsonObject): Refused | undefined {
  const stray = forbidden.find((name) => header[name] !== undefined);
  return stray === undefined ? checkAlgorithm(header) : refuse('forbidden-header', stray);
}

function checkAlgorithm({ alg }: JsonObject): Refused | undefined {
  if (unsupported.has(alg)) return notChecked('unsupported-proof', String(alg));
  return verifiable.has(alg) ? undefined : refuse('forbidden-algorithm', String(alg));
}
