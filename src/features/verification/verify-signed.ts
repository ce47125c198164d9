/** A credential that carries its own proof: Open Badges 3.0 in either envelope, and any other verifiable credential. */
import { type DetectedFormat, type JsonObject, readOb3 } from '../../formats/index.ts';
import { checkConformance } from './check-conformance.ts';
import { checkEndorsements } from './check-endorsements.ts';
import { checkBinding, checkProof, issuerOf } from './check-proof.ts';
import { checkRecipient } from './check-recipient.ts';
import { checkRegister } from './check-register.ts';
import { checkStatus } from './check-status.ts';
import { checkValidity } from './check-validity.ts';
import type { Inquiry } from './inquiry.ts';
import { notChecked, stopped } from './report.ts';
import type { CheckId } from './verification.schema.ts';
import type { Judged } from './verify-hosted.ts';

export type Signed = {
  readonly format: DetectedFormat;
  readonly document: JsonObject;
  readonly text: string;
};

export async function verifySigned(inquiry: Inquiry, signed: Signed): Promise<Judged> {
  const { document, format } = signed;
  const summary = readOb3(document);
  const conforms = checkConformance(format, document);
  const proof = await checkProof(inquiry, signed, inquiry.at);
  // A bad signature makes all other answers meaningless (DESIGN 6).
  if (proof.check.outcome === 'failed')
    return { summary, checks: [conforms, proof.check, ...stopped(...laterChecks(inquiry, document))] };

  const binding =
    proof.check.outcome === 'passed'
      ? checkBinding(inquiry, document, proof.proofs)
      : notChecked('issuer-binding', 'proof-not-checked');
  if (binding.outcome === 'failed') {
    const later = laterChecks(inquiry, document).filter((id) => id !== 'issuer-binding');
    return { summary, checks: [conforms, proof.check, binding, ...stopped(...later)] };
  }
  const { check: known, registration } = await checkRegister(inquiry, issuerOf(document), document);
  const bound = binding.outcome === 'passed';
  const endorsements = await checkEndorsements(inquiry, document);
  const status = await checkStatus(inquiry, { document, registration: bound ? registration : undefined });
  return {
    summary,
    checks: [
      conforms,
      proof.check,
      binding,
      // A tick at a name that nobody has proven would be a tick for whoever wrote it.
      bound || known.outcome !== 'passed' ? known : notChecked('issuer-known', 'issuer-not-proven'),
      checkValidity(document, inquiry.at),
      ...(status ? [status] : []),
      ...(inquiry.as ? [await checkRecipient(inquiry.crypto, summary.recipient, inquiry.as)] : []),
      ...(endorsements ? [endorsements] : []),
    ],
  };
}

function laterChecks({ as }: Inquiry, { credentialStatus }: JsonObject): CheckId[] {
  return [
    'issuer-binding',
    'issuer-known',
    'validity',
    ...(credentialStatus === undefined ? [] : (['status'] as const)),
    ...(as ? (['recipient'] as const) : []),
  ];
}
