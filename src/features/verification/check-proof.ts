/** Untouched, and by whom: the proofs of a document, and whether one of their keys is the issuer's. */
import { findCertificateToken, verifyCertificate } from '../../formats/certificate/index.ts';
import {
  documentOf,
  isJsonObject,
  type JsonObject,
  looksLikeJws,
  looksLikeSdJwt,
  type ProofFinding,
  type SdJwtVerdict,
  type VerifyOptions,
  verifyDataIntegrity,
  verifyJwt,
  verifyPresentationJwt,
  verifySdJwt,
} from '../../formats/index.ts';
import type { Inquiry } from './inquiry.ts';
import { detailOf, failed, notChecked, passed } from './report.ts';
import { createTokenKeyResolver } from './resolve-token-key.ts';
import { isVouchedFor, sayRevoked, setRevocationsAside } from './revoked-keys.ts';
import type { Check } from './verification.schema.ts';
import { isTooHeavy, MAX_PRESENTED } from './weigh-document.ts';

export type Secured = { readonly document: JsonObject; readonly text: string };

export type ProofOutcome = {
  readonly check: Check;
  /** Every proof that held; empty unless the check passed. */
  readonly proofs: readonly ProofFinding[];
  /** What an SD-JWT tells with its disclosures; absent for what is signed as it stands. */
  readonly document?: JsonObject;
};

/** Of a presentation: its holder's, for whoever asked. */
export type Expectations = {
  readonly proofPurpose: 'authentication';
  readonly challenge?: string;
  readonly domain?: string;
};

export async function checkProof(
  inquiry: Inquiry,
  secured: Secured,
  at: Date,
  expected?: Expectations,
): Promise<ProofOutcome> {
  const isSelective = looksLikeSdJwt(secured.text);
  const envelope = isSelective ? 'sd-jwt' : looksLikeJws(secured.text) ? 'jwt' : 'data-integrity';
  if (envelope === 'data-integrity' && isTooHeavy(secured.document, expected ? MAX_PRESENTED : undefined))
    return { proofs: [], check: notChecked('proof', 'too-complex') };
  const { resolveMethod, revokedMethods } = setRevocationsAside(inquiry);
  const verdict = await verifyProof(
    { ...inquiry, resolveMethod },
    secured,
    { at, now: inquiry.now },
    expected,
  );
  const told = verdict.claims && { document: openClaims(verdict.claims) };
  if (verdict.outcome === 'passed') {
    const revoked = revokedMethods();
    // A digest of ours is of the whole; what a holder chose from it is other bytes.
    if (revoked && (isSelective || !(await isVouchedFor(inquiry, secured, revoked))))
      return { ...told, proofs: [], check: notChecked('proof', 'key-revoked', sayRevoked(revoked)) };
    return {
      ...told,
      proofs: verdict.proofs,
      check: passed(
        'proof',
        detailOf({
          keys: verdict.proofs.map(({ method }) => method.id),
          created: verdict.proofs[0]?.created,
          envelope,
          holderBinding: verdict.holder,
          ...(revoked ? sayRevoked(revoked) : {}),
        }),
        verdict.holder === 'not-shown' ? 'holder-not-shown' : undefined,
      ),
    };
  }
  const { outcome, reason, detail } = verdict;
  const ours = unknowable(verdict);
  if (ours) return { proofs: [], check: notChecked('proof', ours, detailOf({ cause: detail })) };
  const make = outcome === 'failed' ? failed : notChecked;
  return { proofs: [], check: make('proof', reason, detailOf({ cause: detail })) };
}

type ProofDeps = Pick<Inquiry, 'crypto' | 'findDocument' | 'house' | 'challenge' | 'domain'> &
  Pick<Inquiry['resolver'], 'resolveMethod'>;

async function verifyProof(
  deps: ProofDeps,
  { document, text }: Secured,
  options: VerifyOptions,
  expected: Expectations | undefined,
): Promise<SdJwtVerdict> {
  if (looksLikeSdJwt(text)) return await verifySelective(deps, document, text, options);
  if (findCertificateToken(text) !== undefined) return await verifyCertificate(deps, text, options);
  if (!looksLikeJws(text)) return await verifyDataIntegrity(deps, document, { ...options, ...expected });
  return expected
    ? await verifyPresentationJwt(deps, text, { ...options, ...expected })
    : await verifyJwt(deps, text, options);
}

/** The key of an SD-JWT VC is named otherwise; a credential of the VC Data Model names it as ever. */
function verifySelective(
  deps: ProofDeps,
  { vct }: JsonObject,
  text: string,
  options: VerifyOptions,
): Promise<SdJwtVerdict> {
  const { crypto, challenge, domain } = deps;
  const resolveMethod = vct === undefined ? deps.resolveMethod : createTokenKeyResolver(deps);
  return verifySdJwt({ crypto, resolveMethod }, text, {
    ...options,
    ...(challenge === undefined ? {} : { challenge }),
    ...(domain === undefined ? {} : { domain }),
  });
}

function openClaims(claims: JsonObject): JsonObject {
  return claims.vct === undefined ? documentOf(claims) : claims;
}

/**
 * What we could not do is no fault of the credential: a vocabulary that this software does not bring along (it
 * fetches none), and a graph that takes too long.
 */
function unknowable(verdict: Exclude<SdJwtVerdict, { outcome: 'passed' }>): string | undefined {
  if (verdict.reason !== 'not-canonicalizable') return undefined;
  const [code] = (verdict.detail ?? '').split(':', 1);
  if (code === 'context-unknown') return 'unsupported-context';
  return code === 'graph-too-complex' ? 'too-complex' : undefined;
}

/**
 * The key's controller is the issuer (DECISIONS 2). A further proof by someone else takes nothing away: the
 * issuer's own stands beside it, over the same document.
 */
export function checkBinding(inquiry: Inquiry, document: JsonObject, proofs: readonly ProofFinding[]): Check {
  const issuer = issuerOf(document);
  if (issuer === undefined) return failed('issuer-binding', 'no-issuer');
  const own = proofs.find(({ method }) => method.controller === issuer);
  if (own) return passed('issuer-binding', detailOf({ issuer, key: own.method.id, signedAt: own.created }));
  const keys = proofs.map(({ method }) => method.id);
  const unbound = keys.map((key) => inquiry.resolver.whyUnbound(key)).find((why) => why !== undefined);
  if (unbound) return notChecked('issuer-binding', unbound, { issuer, keys });
  return failed('issuer-binding', 'wrong-controller', {
    issuer,
    keys,
    controllers: proofs.map(({ method }) => method.controller),
  });
}

export function issuerOf({ issuer }: JsonObject): string | undefined {
  const id = isJsonObject(issuer) ? issuer.id : issuer;
  return typeof id === 'string' ? id : undefined;
}
