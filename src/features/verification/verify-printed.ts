/**
 * The code on a printed certificate: the core of a credential, signed by its issuer. Nothing but the issuer's key is
 * asked for, so that it verifies without the credential's page, which may be private; whether it was revoked since,
 * only the issuer's own house can say.
 */
import { checkCertificate, readCertificate } from '../../formats/certificate/index.ts';
import type { JsonObject } from '../../formats/index.ts';
import { formatInstant } from '../../platform/clock.ts';
import { checkBinding, checkProof } from './check-proof.ts';
import { checkRecipient } from './check-recipient.ts';
import { checkRegister } from './check-register.ts';
import { checkValidity } from './check-validity.ts';
import type { Registration } from './house.ts';
import type { Inquiry } from './inquiry.ts';
import { detailOf, failed, notChecked, passed, stopped, warned } from './report.ts';
import type { Check, CheckId } from './verification.schema.ts';
import type { Judged } from './verify-hosted.ts';

export type Printed = {
  /** The claims of the token. */
  readonly document: JsonObject;
  readonly text: string;
  /** The address it came in, when it came in one. */
  readonly address?: string;
};

export async function verifyPrinted(inquiry: Inquiry, printed: Printed): Promise<Judged> {
  const summary = readCertificate(printed.document);
  const conforms = checkShape(printed);
  const proof = await checkProof(inquiry, printed, inquiry.at);
  if (proof.check.outcome === 'failed')
    return { summary, checks: [conforms, proof.check, ...stopped(...laterChecks(inquiry))] };

  const said = asCredential(printed.document);
  const binding =
    proof.check.outcome === 'passed'
      ? checkBinding(inquiry, said, proof.proofs)
      : notChecked('issuer-binding', 'proof-not-checked');
  if (binding.outcome === 'failed') {
    const later = laterChecks(inquiry).filter((id) => id !== 'issuer-binding');
    return { summary, checks: [conforms, proof.check, binding, ...stopped(...later)] };
  }
  const { check: known, registration } = await checkRegister(inquiry, summary.issuer.id, said);
  const bound = binding.outcome === 'passed';
  return {
    summary,
    checks: [
      conforms,
      proof.check,
      binding,
      bound || known.outcome !== 'passed' ? known : notChecked('issuer-known', 'issuer-not-proven'),
      checkValidity(said, inquiry.at),
      await checkStanding(inquiry, summary.id, bound ? registration : undefined),
      ...(inquiry.as ? [await checkRecipient(inquiry.crypto, summary.recipient, inquiry.as)] : []),
    ],
  };
}

/** The address of another credential in front of a good token would be a page for one and a proof for the other. */
function checkShape({ document, address }: Printed): Check {
  const conformance = checkCertificate(document);
  const faults = conformance.conforms
    ? []
    : conformance.faults.map(({ path, message }) => `${path || '/'}: ${message}`);
  if (faults.length > 0) return failed('conforms', 'not-conforming', { faults });
  if (address !== undefined && whereabouts(address) !== whereabouts(String(document.jti)))
    return failed('conforms', 'address-of-another', { address, credential: String(document.jti) });
  return passed('conforms');
}

function whereabouts(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}

/** In the words that the other checks know. */
function asCredential(claims: JsonObject): JsonObject {
  const { awardedDate, validUntil, issuer, id } = readCertificate(claims);
  return {
    ...(id === undefined ? {} : { id }),
    ...(issuer.id === undefined ? {} : { issuer: issuer.id }),
    ...(awardedDate === undefined ? {} : { validFrom: awardedDate, awardedDate }),
    ...(validUntil === undefined ? {} : { validUntil }),
  };
}

/** A revocation cannot be undone, so what stands now stood before; nobody knows of the future. */
async function checkStanding(
  { house, at, now }: Inquiry,
  credentialId: string | undefined,
  registration: Registration | undefined,
): Promise<Check> {
  if (!house || !registration || credentialId === undefined) return notChecked('status', 'not-on-paper');
  const standing = await house.findStanding(credentialId, registration.institutionId);
  if (!standing) return notChecked('status', 'unknown-here');
  if (at > now) return notChecked('status', 'as-of-unknown', { nowSet: standing.revoked !== undefined });
  if (!standing.revoked) return passed('status', { asked: 'this-installation' });
  const { at: revokedAt, reason } = standing.revoked;
  const told = detailOf({ revokedAt: formatInstant(revokedAt), revocationReason: reason });
  return at < revokedAt ? warned('status', 'revoked-later', told) : failed('status', 'revoked', told);
}

function laterChecks({ as }: Inquiry): CheckId[] {
  return ['issuer-binding', 'issuer-known', 'validity', 'status', ...(as ? (['recipient'] as const) : [])];
}
