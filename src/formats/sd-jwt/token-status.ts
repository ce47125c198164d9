/** Token Status List (draft-ietf-oauth-status-list): what a JWT's `status` points to, and the value that stands there. */
import { decodeUtf8 } from '../bytes.ts';
import type { Compression, VerifyDeps } from '../format.ts';
import { isJsonObject } from '../json.ts';
import { decodeBase64url } from '../multibase.ts';
import { checkKeyLife, checkMethod } from '../proofs/check-method.ts';
import { checkSecuredTimes } from '../proofs/vc-jwt/check-claims.ts';
import { checkPlainHeader } from '../proofs/vc-jwt/check-header.ts';
import { verifiable } from '../proofs/vc-jwt/jose-names.ts';
import { type CompactJws, parseCompactJws } from '../proofs/vc-jwt/jws.ts';
import { type Refused, refuse } from '../proofs/verdict.ts';
import { FormatRefusal } from '../refusal.ts';
import { StatusRefusal } from '../status-lists/refusal.ts';

export type TokenStatusEntry = { readonly list: string; readonly index: number };

/** Sixteen million entries of one bit; a list that unpacks to more is made to fill memory. */
const MAX_LIST_BYTES = 2 * 1024 * 1024;
const SIZES: ReadonlySet<unknown> = new Set([1, 2, 4, 8]);

/** Section 6. Undefined when there is a status of another kind. */
export function parseTokenStatus(status: unknown): TokenStatusEntry | undefined {
  if (!isJsonObject(status) || status.status_list === undefined) return undefined;
  const { status_list: entry } = status;
  if (!isJsonObject(entry)) throw new StatusRefusal('MALFORMED_VALUE_ERROR', 'status_list');
  const { idx, uri } = entry;
  if (typeof idx !== 'number' || !Number.isSafeInteger(idx) || idx < 0)
    throw new StatusRefusal('MALFORMED_VALUE_ERROR', 'idx');
  if (typeof uri !== 'string' || !URL.canParse(uri)) throw new StatusRefusal('MALFORMED_VALUE_ERROR', 'uri');
  return { list: uri, index: idx };
}

/**
 * Sections 5.1 and 8.3, of a list whose signature the caller verified. 0 is valid, 1 invalid, 2 suspended; the lowest
 * bits of a byte come first, unlike in a Bitstring Status List.
 */
export async function readTokenStatus(
  { inflate }: Pick<Compression, 'inflate'>,
  { header, payload }: Pick<CompactJws, 'header' | 'payload'>,
  { entry, now }: { readonly entry: TokenStatusEntry; readonly now: Date },
): Promise<number> {
  const { status_list: list, sub, iat, exp } = payload;
  if (header.typ !== 'statuslist+jwt') throw new StatusRefusal('STATUS_VERIFICATION_ERROR', 'type');
  if (sub !== entry.list) throw new StatusRefusal('STATUS_VERIFICATION_ERROR', 'id');
  const seconds = now.getTime() / 1000;
  if (typeof iat !== 'number' || (exp !== undefined && (typeof exp !== 'number' || exp <= seconds)))
    throw new StatusRefusal('STATUS_VERIFICATION_ERROR', 'validity');
  if (!isJsonObject(list) || typeof list.lst !== 'string' || !SIZES.has(list.bits))
    throw new StatusRefusal('MALFORMED_VALUE_ERROR', 'status_list');
  const bits = Number(list.bits);
  const bytes = await unpack(inflate, list.lst);
  const at = entry.index * bits;
  const byte = bytes[Math.floor(at / 8)];
  if (byte === undefined) throw new StatusRefusal('RANGE_ERROR', String(entry.index));
  return (byte >> (at % 8)) & (2 ** bits - 1);
}

async function unpack(inflate: Compression['inflate'], lst: string): Promise<Uint8Array> {
  try {
    return await inflate(decodeBase64url(lst), MAX_LIST_BYTES);
  } catch (cause) {
    throw new StatusRefusal('MALFORMED_VALUE_ERROR', 'lst', { cause });
  }
}

/** Section 8.3, steps 2 to 4: the list is signed by who issued what it is about. */
export async function verifyStatusToken(
  deps: VerifyDeps,
  bytes: Uint8Array,
  { issuer, at }: { readonly issuer: string; readonly at: Date },
): Promise<CompactJws | Refused> {
  const jws = openToken(bytes);
  if (!jws) return refuse('malformed-jwt');
  const { header, payload } = jws;
  const refused = checkPlainHeader(header) ?? checkSecuredTimes(payload, { at });
  if (refused) return refused;
  if (payload.iss !== undefined && payload.iss !== issuer) return refuse('claim-mismatch', 'iss');
  const resolved = await deps.resolveMethod({
    purpose: 'assertionMethod',
    issuer,
    ...(typeof header.kid === 'string' ? { id: header.kid } : {}),
  });
  const algorithm = verifiable.get(header.alg);
  const checked = checkMethod(resolved, algorithm ? [algorithm] : []);
  if ('outcome' in checked) return checked;
  const { method } = checked;
  if (method.controller !== issuer) return refuse('key-not-authorized');
  if (!(await deps.crypto.verify(checked.algorithm, method.publicJwk, jws.signingInput, jws.signature)))
    return refuse('wrong-signature');
  return checkKeyLife(method, { signedAt: at, at }) ?? jws;
}

function openToken(bytes: Uint8Array): CompactJws | undefined {
  try {
    return parseCompactJws(decodeUtf8(bytes) ?? '');
  } catch (error) {
    if (error instanceof FormatRefusal) return undefined;
    throw error;
  }
}
