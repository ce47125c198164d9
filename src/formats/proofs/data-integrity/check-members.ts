/** The members of one proof, before any cryptography (Data Integrity 1.0, sections 2.1 and 4.4). */
import type { JsonObject, MethodRequest, VerifyOptions } from '../../format.ts';
import { readInstant } from '../../instants.ts';
import { canonicalizeJson } from '../../jcs.ts';
import { readList } from '../../read-members.ts';
import { notChecked, type Refused, refuse } from '../verdict.ts';
import { findSuite } from './cryptosuites.ts';
import type { ProofCheck, ProofSuite } from './proof-suite.ts';

export type ProofExpectations = {
  readonly proofPurpose?: MethodRequest['purpose'];
  readonly domain?: string;
  readonly challenge?: string;
};

export type ProofMembers = {
  readonly suite: ProofSuite;
  readonly verificationMethod: string;
  readonly proofPurpose: MethodRequest['purpose'];
  readonly check: ProofCheck;
  readonly created?: Date;
};

/** Clocks of issuers and verifiers differ by a little. */
const CLOCK_SKEW_MILLISECONDS = 5 * 60 * 1000;

export function checkProofMembers(
  proof: JsonObject,
  unsecured: JsonObject,
  options: VerifyOptions & ProofExpectations,
): ProofMembers | Refused {
  if (typeof proof.type !== 'string' || typeof proof.verificationMethod !== 'string')
    return refuse('malformed-proof');
  const suite = findSuite(proof);
  if (!suite) return notChecked('unsupported-proof', nameOf(proof));
  const proofPurpose = options.proofPurpose ?? 'assertionMethod';
  if (proof.proofPurpose !== proofPurpose) return refuse('wrong-purpose');
  const created = readTime(proof.created);
  const wrong =
    checkTimes(proof, created, options) ??
    checkAudience(proof, options) ??
    checkContext(proof, unsecured, suite);
  if (wrong) return wrong;
  if (typeof proof.proofValue !== 'string') return refuse('malformed-proof', 'proofValue');
  const check = suite.readProofValue(proof.proofValue);
  if (typeof check !== 'function') return check;
  const { verificationMethod } = proof;
  return { suite, verificationMethod, proofPurpose, check, ...(created ? { created } : {}) };
}

function checkTimes(
  proof: JsonObject,
  created: Date | undefined,
  { at, now = at }: VerifyOptions,
): Refused | undefined {
  const expires = readTime(proof.expires);
  if (proof.created !== undefined && !created) return refuse('malformed-proof', 'created');
  if (proof.expires !== undefined && !expires) return refuse('malformed-proof', 'expires');
  if (expires && expires <= at) return refuse('proof-expired');
  if (created && created.getTime() > now.getTime() + CLOCK_SKEW_MILLISECONDS)
    return refuse('proof-from-the-future');
  return undefined;
}

function checkAudience(proof: JsonObject, { domain, challenge }: ProofExpectations): Refused | undefined {
  const domains = readList(proof.domain);
  if (proof.domain !== undefined && (domains.length === 0 || !domains.every(isText)))
    return refuse('malformed-proof', 'domain');
  if (proof.challenge !== undefined && !isText(proof.challenge))
    return refuse('malformed-proof', 'challenge');
  if (domain !== undefined && !domains.includes(domain)) return refuse('wrong-domain');
  return challenge !== undefined && proof.challenge !== challenge ? refuse('wrong-challenge') : undefined;
}

/**
 * JCS, section 3.3.2: the document's contexts must start with those the proof was made over. In the other suites a
 * proof is read in the context of its document: one of its own that differs would be a word that nobody signed.
 */
function checkContext(proof: JsonObject, unsecured: JsonObject, suite: ProofSuite): Refused | undefined {
  if (proof['@context'] === undefined) return undefined;
  const signed = [proof['@context']].flat();
  const all = [unsecured['@context'] ?? []].flat();
  const present = suite.proofCarriesContext ? all.slice(0, signed.length) : all;
  const equal = canonicalizeJson(signed).join() === canonicalizeJson(present).join();
  return equal ? undefined : refuse('context-mismatch');
}

function nameOf({ type, cryptosuite }: JsonObject): string {
  return typeof cryptosuite === 'string' ? cryptosuite : String(type);
}

function readTime(value: unknown): Date | undefined {
  return typeof value === 'string' ? readInstant(value) : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
