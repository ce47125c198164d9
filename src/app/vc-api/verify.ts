/**
 * The verifier's report in the words of the VC API. What counts is what the standards ask for: whether anybody knows
 * the issuer is left out, because nobody knows a test suite's.
 */
import {
  type Check,
  type PlainReport,
  type VerificationReport,
  type VerifyDeps,
  type VerifyOptions,
  verifyCredential,
} from '../../features/verification/index.ts';
import { type JsonObject, looksLikeJws, looksLikeSdJwt } from '../../formats/index.ts';
import { badRequest } from '../../platform/problem.ts';
import type { ProblemDetail, Verified } from './vc-api.schema.ts';

/** Of the parts of a report: the register, and the summary of what has reports of its own. */
const LEFT_OUT: ReadonlySet<string> = new Set(['issuer-known', 'credentials']);

const SECURITY = 'https://w3id.org/security#';
const VCDM = 'https://www.w3.org/TR/vc-data-model#';
const STATUS = 'https://www.w3.org/ns/credentials/status-list#';

export async function verifyForSuite(
  deps: VerifyDeps,
  secured: JsonObject | string,
  kind: 'credential' | 'presentation',
  options: VerifyOptions = {},
): Promise<Verified> {
  const report = await verifyCredential(deps, { bytes: toBytes(secured) }, options);
  const isPresentation = report.format === 'vp';
  const checks = listChecks(report);
  const wrong = checks.filter(({ outcome }) => outcome === 'failed' || outcome === 'not-checked');
  const problems = wrong.map(toProblem);
  if (isPresentation !== (kind === 'presentation'))
    problems.push({ type: `${VCDM}PARSING_ERROR`, title: `This is no ${kind}.` });
  return {
    verified: problems.length === 0,
    checks: checks.map(({ id }) => id),
    warnings: checks.filter(({ outcome }) => outcome === 'warning').map(say),
    errors: problems.map(({ title }) => title),
    problemDetails: problems,
  };
}

/** A text that is no token could be an address, and nothing is fetched for who may only send documents. */
function toBytes(secured: JsonObject | string): Uint8Array {
  if (typeof secured === 'string' && !looksLikeJws(secured) && !looksLikeSdJwt(secured))
    throw badRequest('A text that stands for a credential is a token.');
  return new TextEncoder().encode(typeof secured === 'string' ? secured : JSON.stringify(secured));
}

function listChecks(report: VerificationReport | PlainReport): readonly Check[] {
  const inside = 'credentials' in report ? (report.credentials ?? []) : [];
  const isSummary = ({ reason }: Check) => reason?.startsWith('credential-') === true;
  const own = report.checks.filter(
    (check) => !LEFT_OUT.has(check.id) || (check.id === 'credentials' && !isSummary(check)),
  );
  return [...own, ...inside.flatMap(listChecks)];
}

function toProblem(check: Check): ProblemDetail {
  const cause = check.detail?.cause ?? check.detail?.faults ?? check.detail?.where;
  return {
    type: typeOf(check),
    title: say(check),
    ...(cause === undefined ? {} : { detail: String(cause) }),
  };
}

function say({ id, outcome, reason }: Check): string {
  return [id, outcome, reason].filter(Boolean).join(': ');
}

/** VC Data Model 2.0, section 7.2; Data Integrity 1.0, section 4.7; Bitstring Status List 1.0, section 3.6. */
function typeOf({ id, reason, detail }: Check): string {
  switch (id) {
    case 'readable':
      return `${VCDM}PARSING_ERROR`;
    case 'conforms':
      return `${VCDM}MALFORMED_VALUE_ERROR`;
    case 'validity':
      return `${VCDM}RANGE_ERROR`;
    case 'status':
      return `${STATUS}${typeof detail?.error === 'string' ? detail.error : statusType(reason)}`;
    case 'proof':
      if (reason === 'wrong-domain') return `${SECURITY}INVALID_DOMAIN_ERROR`;
      if (reason === 'wrong-challenge') return `${SECURITY}INVALID_CHALLENGE_ERROR`;
      return `${SECURITY}PROOF_VERIFICATION_ERROR`;
    default:
      return `${VCDM}CRYPTOGRAPHIC_SECURITY_ERROR`;
  }
}

function statusType(reason: string | undefined): string {
  return reason === 'list-unavailable' || reason === 'offline'
    ? 'STATUS_RETRIEVAL_ERROR'
    : 'STATUS_VERIFICATION_ERROR';
}
