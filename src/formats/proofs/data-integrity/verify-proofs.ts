/**
 * Verifies every proof of a document. Open Badges lets a verifier accept any one of several; we ask that all
 * hold, because a stranger can always add a proof of their own to somebody else's credential. One that cannot
 * be checked makes the whole unchecked, one that fails makes it failed.
 */
import type { JsonObject, ProofFinding, ProofVerdict, VerifyDeps, VerifyOptions } from '../../format.ts';
import { isJsonObject, omitMember } from '../../json.ts';
import { readObjects } from '../../read-members.ts';
import { checkKeyLife, checkMethod } from '../check-method.ts';
import { type Refused, refuse } from '../verdict.ts';
import { checkProofMembers, type ProofExpectations } from './check-members.ts';
import { findPreviousProofs, hasClearIds } from './proof-chain.ts';

/** A document with more proofs than this is made to keep a verifier busy. */
const MAX_PROOFS = 10;

export type VerifyProofsOptions = VerifyOptions & ProofExpectations;

export async function verifyDataIntegrity(
  deps: VerifyDeps,
  document: JsonObject,
  options: VerifyProofsOptions,
): Promise<ProofVerdict> {
  const { proof } = document;
  const unsecured = omitMember(document, 'proof');
  const proofs = readObjects(proof);
  const listed = Array.isArray(proof) ? proof.length : 1;
  if (proof === undefined || proofs.length === 0) return refuse('no-proof');
  if (proofs.length !== listed || listed > MAX_PROOFS) return refuse('malformed-proof');
  if (!hasClearIds(proofs)) return refuse('malformed-proof', 'id');

  const findings: ProofFinding[] = [];
  let unchecked: Refused | undefined;
  for (const one of proofs) {
    const verdict = await verifyOne(deps, unsecured, one, proofs, options);
    if ('method' in verdict) findings.push(verdict);
    else if (verdict.outcome === 'failed') return verdict;
    else unchecked ??= verdict;
  }
  return unchecked ?? { outcome: 'passed', proofs: findings };
}

async function verifyOne(
  deps: VerifyDeps,
  unsecured: JsonObject,
  proof: JsonObject,
  proofs: readonly JsonObject[],
  options: VerifyProofsOptions,
): Promise<ProofFinding | Refused> {
  const members = checkProofMembers(proof, unsecured, options);
  if ('outcome' in members) return members;
  const previous = findPreviousProofs(proof, proofs);
  if (!previous) return refuse('previous-proof-missing');

  // Whoever answers for it: the issuer of a credential, the holder of a presentation.
  const issuer = unsecured.issuer ?? unsecured.holder;
  const issuerId = isJsonObject(issuer) ? issuer.id : issuer;
  const resolved = await deps.resolveMethod({
    id: members.verificationMethod,
    purpose: members.proofPurpose,
    ...(typeof issuerId === 'string' ? { issuer: issuerId } : {}),
  });
  const checked = checkMethod(resolved, members.suite.algorithms);
  if ('outcome' in checked) return checked;
  if (checked.method.id !== members.verificationMethod) return refuse('key-not-found');

  const config = omitMember(proof, 'proofValue');
  const context = unsecured['@context'];
  const proofConfig =
    members.suite.proofCarriesContext || context === undefined ? config : { ...config, '@context': context };
  // In a chain the earlier proofs are part of what the later one signs (Data Integrity, section 4.5).
  const signed = previous.length > 0 ? { ...unsecured, proof: previous } : unsecured;
  const { algorithm } = checked;
  const { publicJwk } = checked.method;
  try {
    const wrong = await members.check({
      crypto: deps.crypto,
      algorithm,
      publicJwk,
      proofConfig,
      document: signed,
    });
    if (wrong) return wrong;
  } catch (cause) {
    return refuse('not-canonicalizable', cause instanceof Error ? cause.message : undefined);
  }
  const ended = checkKeyLife(checked.method, { signedAt: members.created ?? options.at, at: options.at });
  if (ended) return ended;
  return { method: checked.method, ...(typeof proof.created === 'string' ? { created: proof.created } : {}) };
}
