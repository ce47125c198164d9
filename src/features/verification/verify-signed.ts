/** A credential that carries its own proof: Open Badges 3.0 in either envelope, and any other verifiable credential. */
import {
  classify,
  type DetectedFormat,
  type JsonObject,
  looksLikeSdJwt,
  readOb3,
} from '../../formats/index.ts';
import { checkApproval } from './check-approval.ts';
import { checkConformance, checkModel } from './check-conformance.ts';
import { checkEndorsements } from './check-endorsements.ts';
import { checkBinding, checkProof, issuerOf, type ProofOutcome } from './check-proof.ts';
import { checkRecipient } from './check-recipient.ts';
import { checkRegister } from './check-register.ts';
import { checkStatus } from './check-status.ts';
import { checkValidity } from './check-validity.ts';
import type { Inquiry } from './inquiry.ts';
import { notChecked, passed, stopped } from './report.ts';
import type { Check, CheckId } from './verification.schema.ts';
import type { Judged } from './verify-hosted.ts';

export type Signed = {
  readonly format: DetectedFormat;
  readonly document: JsonObject;
  readonly text: string;
};

/**
 * @param presentedBy who signed the presentation that it stands in: what they say of themselves there needs no
 * proof of its own (VC Data Model 2.0, section 4.13.2)
 */
export async function verifySigned(inquiry: Inquiry, signed: Signed, presentedBy?: string): Promise<Judged> {
  const isSelfAsserted =
    presentedBy !== undefined &&
    signed.text === '' &&
    signed.document.proof === undefined &&
    issuerOf(signed.document) === presentedBy;
  const proof = isSelfAsserted ? SELF_ASSERTED : await checkProof(inquiry, signed, inquiry.at);
  const document = proof.document ?? signed.document;
  const format = looksLikeSdJwt(signed.text) ? classify(document, 'jwt') : signed.format;
  const summary = readOb3(document);
  const conforms = await checkShape(format, document);
  // A bad signature makes all other answers meaningless (DESIGN 6).
  if (proof.check.outcome === 'failed')
    return { summary, checks: [conforms, proof.check, ...stopped(...laterChecks(inquiry, document))] };

  const binding = isSelfAsserted
    ? passed('issuer-binding', { issuer: presentedBy }, 'self-asserted')
    : proof.check.outcome === 'passed'
      ? checkBinding(inquiry, document, proof.proofs)
      : notChecked('issuer-binding', 'proof-not-checked');
  if (binding.outcome === 'failed') {
    const later = laterChecks(inquiry, document).filter((id) => id !== 'issuer-binding');
    return { summary, checks: [conforms, proof.check, binding, ...stopped(...later)] };
  }
  const { check: known, registration } = await checkRegister(inquiry, issuerOf(document), document);
  const bound = binding.outcome === 'passed';
  const endorsements = await checkEndorsements(inquiry, document);
  const approval = await checkApproval(inquiry, document);
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
      ...(approval ? [approval] : []),
      ...(endorsements ? [endorsements] : []),
    ],
  };
}

const SELF_ASSERTED: ProofOutcome = {
  proofs: [],
  check: passed('proof', { envelope: 'presentation' }, 'self-asserted'),
};

async function checkShape(format: DetectedFormat, document: JsonObject): Promise<Check> {
  const check = checkConformance(format, document);
  return format === 'vc' && check.outcome === 'passed'
    ? await checkModel({ conforms: true }, document)
    : check;
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
