/**
 * The statement as a compact JWS in the fragment of the credential's address: a telephone that scans it opens the
 * page, and whoever has no network, or a credential that is private, still has something signed. A fragment is never
 * sent to a server.
 */
import { encodeUtf8 } from '../bytes.ts';
import type { JsonObject, ProofVerdict, Signer, VerifyDeps, VerifyOptions } from '../format.ts';
import { checkKeyLife, checkMethod } from '../proofs/check-method.ts';
import { type CompactJws, looksLikeJws, parseCompactJws, signCompactJws } from '../proofs/vc-jwt/jws.ts';
import { type Refused, refuse } from '../proofs/verdict.ts';
import { FormatRefusal } from '../refusal.ts';
import { shortenTexts } from './shorten-texts.ts';
import { type CertificateStatement, firstInstantOf } from './statement.ts';

/** A name of its own, so that no reader of badges takes it for one (RFC 8725, section 3.11). */
export const CERTIFICATE_TYPE = 'waarmerk-certificate+jwt';

/** A code of more than a thousand characters is too fine for a telephone and a page from a common printer. */
export const MAX_CERTIFICATE_URL = 1_000;

/** ES256: 64 bytes, base64url. */
const SIGNATURE_LENGTH = 86;

/** @throws FormatRefusal `text-too-large` when the addresses alone leave no room for words */
export async function secureCertificate(statement: CertificateStatement, signer: Signer): Promise<string> {
  if (signer.algorithm !== 'ES256') throw new TypeError('a certificate is signed with ES256');
  const header = { alg: signer.algorithm, kid: signer.verificationMethod, typ: CERTIFICATE_TYPE };
  const fixed = `${statement.jti}#`.length + base64Length(writtenSize(header)) + 2 + SIGNATURE_LENGTH;
  const payload = shorten(statement, Math.floor(((MAX_CERTIFICATE_URL - fixed) * 3) / 4));
  return `${statement.jti}#${await signCompactJws(header, payload, signer.sign)}`;
}

function shorten(statement: CertificateStatement, bytes: number): CertificateStatement {
  const { title, by, name } = statement;
  const bare = { ...statement, title: '', by: '', ...(name === undefined ? {} : { name: '' }) };
  const [shortTitle = '', shortBy = '', shortName] = shortenTexts(
    [title, by, ...(name === undefined ? [] : [name])],
    bytes - writtenSize(bare),
  );
  return {
    ...statement,
    title: shortTitle,
    by: shortBy,
    ...(shortName === undefined ? {} : { name: shortName }),
  };
}

function writtenSize(value: JsonObject | CertificateStatement): number {
  return encodeUtf8(JSON.stringify(value)).length;
}

function base64Length(bytes: number): number {
  return Math.ceil((bytes * 4) / 3);
}

/** In the fragment of an address, or by itself. Undefined for everything else, malformed tokens included. */
export function findCertificateToken(text: string): string | undefined {
  const fragment = /^https?:\/\/[^#\s]*#([\w.-]+)$/i.exec(text.trim())?.[1];
  const token = fragment ?? text.trim();
  if (!looksLikeJws(token)) return undefined;
  try {
    return parseCompactJws(token).header.typ === CERTIFICATE_TYPE ? token : undefined;
  } catch (error) {
    if (error instanceof FormatRefusal) return undefined;
    throw error;
  }
}

export function openCertificate(token: string): JsonObject {
  return parseCompactJws(token).payload;
}

const HEADER: ReadonlySet<string> = new Set(['alg', 'kid', 'typ']);

export async function verifyCertificate(
  deps: VerifyDeps,
  token: string,
  { at }: VerifyOptions,
): Promise<ProofVerdict> {
  let jws: CompactJws;
  try {
    jws = parseCompactJws(token);
  } catch (cause) {
    if (cause instanceof FormatRefusal) return refuse('malformed-jwt', cause.reason);
    throw cause;
  }
  const { header, payload, signingInput, signature } = jws;
  const refused = checkHeader(header);
  if (refused) return refused;
  const { iss, awarded } = payload;
  const resolved = await deps.resolveMethod({
    id: String(header.kid),
    purpose: 'assertionMethod',
    ...(typeof iss === 'string' ? { issuer: iss } : {}),
  });
  const checked = checkMethod(resolved, ['ES256']);
  if ('outcome' in checked) return checked;
  const { method, algorithm } = checked;
  if (!(await deps.crypto.verify(algorithm, method.publicJwk, signingInput, signature)))
    return refuse('wrong-signature');
  const signedAt = (typeof awarded === 'string' ? firstInstantOf(awarded) : undefined) ?? at;
  return checkKeyLife(method, { signedAt, at }) ?? { outcome: 'passed', proofs: [{ method }] };
}

/** A key in the header, or a critical extension, is a thing we do not write and would have to understand. */
function checkHeader(header: JsonObject): Refused | undefined {
  const stray = Object.keys(header).find((name) => !HEADER.has(name));
  if (stray !== undefined) return refuse('forbidden-header', stray);
  if (header.typ !== CERTIFICATE_TYPE) return refuse('forbidden-header', 'typ');
  if (typeof header.kid !== 'string' || !header.kid.startsWith('did:'))
    return refuse('forbidden-header', 'kid');
  return header.alg === 'ES256' ? undefined : refuse('forbidden-algorithm', String(header.alg));
}
