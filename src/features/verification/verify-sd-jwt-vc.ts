/** An SD-JWT VC (draft-ietf-oauth-sd-jwt-vc): signed by its issuer, and told in part by its holder. */
import { checkSdJwtVc, datesOf, type JsonObject, readSdJwtVc } from '../../formats/index.ts';
import { sayConformance } from './check-conformance.ts';
import { checkBinding, checkProof } from './check-proof.ts';
import { checkRecipient } from './check-recipient.ts';
import { checkRegister } from './check-register.ts';
import { checkTokenStatus } from './check-token-status.ts';
import { checkValidity } from './check-validity.ts';
import type { Inquiry } from './inquiry.ts';
import { notChecked, stopped } from './report.ts';
import type { CheckId } from './verification.schema.ts';
import type { Judged } from './verify-hosted.ts';

export async function verifySdJwtVc(
  inquiry: Inquiry,
  signed: { readonly document: JsonObject; readonly text: string },
): Promise<Judged> {
  const proof = await checkProof(inquiry, signed, inquiry.at);
  // What is disclosed counts only once its signature and its digests hold.
  const claims = proof.document ?? signed.document;
  const summary = readSdJwtVc(claims);
  const conforms = sayConformance(checkSdJwtVc(claims));
  if (proof.check.outcome === 'failed')
    return { summary, checks: [conforms, proof.check, ...stopped(...laterChecks(inquiry, claims))] };
  const said: JsonObject = { ...datesOf(claims), issuer: claims.iss ?? null };
  const binding =
    proof.check.outcome === 'passed'
      ? checkBinding(inquiry, said, proof.proofs)
      : notChecked('issuer-binding', 'proof-not-checked');
  if (binding.outcome === 'failed') {
    const later = laterChecks(inquiry, claims).filter((id) => id !== 'issuer-binding');
    return { summary, checks: [conforms, proof.check, binding, ...stopped(...later)] };
  }
  const { check: known } = await checkRegister(inquiry, summary.issuer.id, said);
  const isBound = binding.outcome === 'passed';
  const status = claims.status === undefined ? undefined : await checkTokenStatus(inquiry, claims);
  return {
    summary,
    checks: [
      conforms,
      proof.check,
      binding,
      isBound || known.outcome !== 'passed' ? known : notChecked('issuer-known', 'issuer-not-proven'),
      checkValidity(said, inquiry.at),
      ...(status ? [status] : []),
      ...(inquiry.as ? [await checkRecipient(inquiry.crypto, summary.recipient, inquiry.as)] : []),
    ],
  };
}

function laterChecks({ as }: Inquiry, { status }: JsonObject): CheckId[] {
  return [
    'issuer-binding',
    'issuer-known',
    'validity',
    ...(status === undefined ? [] : (['status'] as const)),
    ...(as ? (['recipient'] as const) : []),
  ];
}
