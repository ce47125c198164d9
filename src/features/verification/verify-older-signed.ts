/**
 * Open Badges 2.0 as JWS. The signature says that a key signed; that the key is the issuer's, only the issuer's own
 * profile says, and key and profile must name each other (Open Badges 2.0, "Signed Badges").
 */
import {
  algorithmOf,
  type CompactJws,
  checkOb2BadgeClass,
  checkOb2Issuer,
  FormatRefusal,
  isJsonObject,
  type Json,
  type JsonObject,
  parseCompactJws,
  readOb2,
} from '../../formats/index.ts';
import { readPublicKeyPem } from '../../platform/crypto/index.ts';
import { checkConformance } from './check-conformance.ts';
import { checkIdList } from './check-id-list.ts';
import { checkRecipient } from './check-recipient.ts';
import { checkRegister } from './check-register.ts';
import { checkValidity } from './check-validity.ts';
import { findJson } from './find-document.ts';
import type { Inquiry } from './inquiry.ts';
import { detailOf, failed, notChecked, passed, stopped } from './report.ts';
import { isVouchedFor, readRevocation, sayRevoked } from './revoked-keys.ts';
import type { Check, CheckId } from './verification.schema.ts';
import type { Judged } from './verify-hosted.ts';
import type { Signed } from './verify-signed.ts';

/** A profile with more keys is made to keep a verifier busy; those that rotate have a few. */
const MAX_KEYS = 10;

type Parties = {
  readonly badge: JsonObject | undefined;
  readonly issuer: JsonObject | undefined;
  /** Somebody did not answer, which proves nothing. */
  readonly unavailable: boolean;
};

export async function verifyOlderSigned(inquiry: Inquiry, signed: Signed): Promise<Judged> {
  const { document } = signed;
  const parties = await findParties(inquiry, document);
  const summary = readOb2(document, {
    ...(parties.badge ? { badge: parties.badge } : {}),
    ...(parties.issuer ? { issuer: parties.issuer } : {}),
  });
  const conforms = checkShapes(document, parties);
  const key = await findKey(inquiry, document, parties);
  const proof = await checkSignature(inquiry, signed, key);
  const later = laterChecks(inquiry, parties);
  if (proof.outcome === 'failed') return { summary, checks: [conforms, proof, ...stopped(...later)] };
  const binding = proof.outcome === 'passed' ? bind(key) : notChecked('issuer-binding', 'proof-not-checked');
  if (binding.outcome === 'failed')
    return { summary, checks: [conforms, proof, binding, ...stopped(...later.slice(1))] };
  const bound = binding.outcome === 'passed';
  const { check: known } = await checkRegister(inquiry, textOf(parties.issuer?.id), document);
  const status = await checkOlderStatus(inquiry, document, parties);
  return {
    summary,
    checks: [
      conforms,
      proof,
      binding,
      bound || known.outcome !== 'passed' ? known : notChecked('issuer-known', 'issuer-not-proven'),
      checkValidity(document, inquiry.at),
      ...(status ? [status] : []),
      ...(inquiry.as ? [await checkRecipient(inquiry.crypto, summary.recipient, inquiry.as)] : []),
    ],
  };
}

/** The badge class may stand inside the signed text, and then that is the one; its issuer is read at its address. */
async function findParties(inquiry: Inquiry, { badge: given }: JsonObject): Promise<Parties> {
  const badge = isJsonObject(given) ? { document: given, unavailable: false } : await read(inquiry, given);
  const named = badge.document?.issuer;
  const url = isJsonObject(named) ? textOf(named.id) : textOf(named);
  const issuer = badge.document ? await read(inquiry, url) : { document: undefined, unavailable: false };
  return {
    badge: badge.document,
    issuer: issuer.document,
    unavailable: badge.unavailable || issuer.unavailable,
  };
}

async function read(
  inquiry: Inquiry,
  address: Json | undefined,
): Promise<{ readonly document: JsonObject | undefined; readonly unavailable: boolean }> {
  const url = textOf(address);
  if (url === undefined || !/^https?:/i.test(url)) return { document: undefined, unavailable: false };
  const answer = await findJson(inquiry.findDocument, url);
  if (!answer.found) return { document: undefined, unavailable: true };
  // Only what names itself by its own address is that address's word.
  return { document: answer.document?.id === url ? answer.document : undefined, unavailable: false };
}

function checkShapes(assertion: JsonObject, { badge, issuer, unavailable }: Parties): Check {
  const own = checkConformance('ob2-signed', assertion);
  if (own.outcome !== 'passed') return own;
  const parts = [
    { name: 'badge', conformance: badge && checkOb2BadgeClass(badge) },
    { name: 'issuer', conformance: issuer && checkOb2Issuer(issuer) },
  ];
  const faults = parts.flatMap(({ name, conformance }) =>
    conformance && !conformance.conforms
      ? conformance.faults.map(({ path, message }) => `/${name}${path}: ${message}`)
      : [],
  );
  if (faults.length > 0) return failed('conforms', 'not-conforming', { faults });
  if (badge && issuer) return own;
  return unavailable
    ? notChecked('conforms', 'issuer-unavailable')
    : failed('conforms', 'not-conforming', { faults: [badge ? '/issuer' : '/badge'] });
}

type Key =
  | {
      readonly found: true;
      readonly pem: string;
      readonly id: string;
      readonly issuer: string;
      readonly revoked: string | undefined;
    }
  | { readonly found: false; readonly check: Check };

/** The key that `creator` names, or else the only one of the profile; it must name the profile as its owner. */
async function findKey(
  inquiry: Inquiry,
  assertion: JsonObject,
  { issuer, unavailable }: Parties,
): Promise<Key> {
  const owner = textOf(issuer?.id);
  if (!issuer || owner === undefined)
    return unavailable
      ? missing(notChecked('proof', 'key-unavailable', { cause: 'issuer-unavailable' }))
      : missing(failed('proof', 'key-not-found', { cause: 'no-issuer' }));
  const verification = isJsonObject(assertion.verification) ? assertion.verification : assertion.verify;
  const creator = isJsonObject(verification) ? textOf(verification.creator) : undefined;
  const listed = [issuer.publicKey ?? []].flat().slice(0, MAX_KEYS);
  const entry = listed.find((one) => (creator === undefined ? listed.length === 1 : idOf(one) === creator));
  const id = entry === undefined ? undefined : idOf(entry);
  if (entry === undefined || id === undefined)
    return missing(failed('proof', 'key-not-found', detailOf({ key: creator, issuer: owner })));
  const embedded = isJsonObject(entry) && textOf(entry.publicKeyPem) !== undefined ? entry : undefined;
  const fetched = embedded ? { document: embedded, unavailable: false } : await read(inquiry, id);
  if (fetched.unavailable) return missing(notChecked('proof', 'key-unavailable', { key: id }));
  const pem = textOf(fetched.document?.publicKeyPem);
  if (pem === undefined) return missing(failed('proof', 'key-not-found', { key: id }));
  if (fetched.document?.owner !== owner)
    return missing(failed('proof', 'key-not-authorized', { key: id, issuer: owner }));
  return { found: true, pem, id, issuer: owner, revoked: textOf(fetched.document.revoked) };
}

function missing(check: Check): Key {
  return { found: false, check };
}

async function checkSignature(inquiry: Inquiry, signed: Signed, key: Key): Promise<Check> {
  const jws = openJws(signed.text);
  if (!jws) return failed('proof', 'malformed-jwt');
  const { alg } = jws.header;
  const stray = Object.keys(jws.header).find((name) => !['alg', 'typ', 'kid'].includes(name));
  if (stray !== undefined) return failed('proof', 'forbidden-header', { cause: stray });
  if (typeof alg !== 'string' || alg === 'none' || alg.startsWith('HS'))
    return failed('proof', 'forbidden-algorithm', { cause: String(alg) });
  if (alg !== 'RS256') return notChecked('proof', 'unsupported-proof', { cause: alg });
  if (!key.found) return key.check;
  const publicJwk = readPublicKeyPem(key.pem);
  if (!publicJwk || algorithmOf(publicJwk) !== 'RS256')
    return failed('proof', 'wrong-key-type', { key: key.id });
  const valid = await inquiry.crypto.verify('RS256', publicJwk, jws.signingInput, jws.signature);
  if (!valid) return failed('proof', 'wrong-signature', { key: key.id });
  const revoked = readRevocation(key, inquiry.now);
  if (revoked && !(await isVouchedFor(inquiry, signed, revoked)))
    return notChecked('proof', 'key-revoked', sayRevoked(revoked));
  return passed('proof', { keys: [key.id], envelope: 'jws', ...(revoked ? sayRevoked(revoked) : {}) });
}

function openJws(text: string): CompactJws | undefined {
  try {
    return parseCompactJws(text);
  } catch (error) {
    if (error instanceof FormatRefusal) return undefined;
    throw error;
  }
}

/** Whoever fetched the key from the profile has both directions: profile lists key, key names profile. */
function bind(key: Key): Check {
  return key.found
    ? passed('issuer-binding', { issuer: key.issuer, key: key.id })
    : notChecked('issuer-binding', 'proof-not-checked');
}

/** A profile without a list revokes nothing; one with a list is asked. */
async function checkOlderStatus(
  inquiry: Inquiry,
  { id }: JsonObject,
  { issuer }: Parties,
): Promise<Check | undefined> {
  const named = issuer?.revocationList;
  const list = isJsonObject(named) ? textOf(named.id) : textOf(named);
  if (named === undefined) return undefined;
  return await checkIdList(inquiry, { shape: 'ob2', list, id: textOf(id), issuer: textOf(issuer?.id) });
}

function laterChecks({ as }: Inquiry, { issuer }: Parties): CheckId[] {
  return [
    'issuer-binding',
    'issuer-known',
    'validity',
    ...(issuer?.revocationList === undefined ? [] : (['status'] as const)),
    ...(as ? (['recipient'] as const) : []),
  ];
}

function idOf(value: Json): string | undefined {
  return isJsonObject(value) ? textOf(value.id) : textOf(value);
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
