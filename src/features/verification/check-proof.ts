/** Untouched, and by whom: the proofs of a document, and whether one of their keys is the issuer's. */
import { findCertificateToken, verifyCertificate } from '../../formats/certificate/index.ts';
import {
  isJsonObject,
  type JsonObject,
  looksLikeJws,
  type ProofFinding,
  type ProofVerdict,
  verifyDataIntegrity,
  verifyJwt,
} from '../../formats/index.ts';
import type { Inquiry } from './inquiry.ts';
import { detailOf, failed, notChecked, passed } from './report.ts';
import { isVouchedFor, sayRevoked, setRevocationsAside } from './revoked-keys.ts';
import type { Check } from './verification.schema.ts';
import { isTooHeavy } from './weigh-document.ts';

export type Secured = { readonly document: JsonObject; readonly text: string };

export type ProofOutcome = {
  readonly check: Check;
  /** Every proof that held; empty unless the check passed. */
  readonly proofs: readonly ProofFinding[];
};

export async function checkProof(inquiry: Inquiry, secured: Secured, at: Date): Promise<ProofOutcome> {
  if (!looksLikeJws(secured.text) && isTooHeavy(secured.document))
    return { proofs: [], check: notChecked('proof', 'too-complex') };
  const { resolveMethod, revokedMethods } = setRevocationsAside(inquiry);
  const verdict = await verifyProof({ ...inquiry, resolver: { resolveMethod } }, secured, at);
  if (verdict.outcome === 'passed') {
    const revoked = revokedMethods();
    if (revoked && !(await isVouchedFor(inquiry, secured, revoked)))
      return { proofs: [], check: notChecked('proof', 'key-revoked', sayRevoked(revoked)) };
    return {
      proofs: verdict.proofs,
      check: passed(
        'proof',
        detailOf({
          keys: verdict.proofs.map(({ method }) => method.id),
          created: verdict.proofs[0]?.created,
          envelope: looksLikeJws(secured.text) ? 'jwt' : 'data-integrity',
          ...(revoked ? sayRevoked(revoked) : {}),
        }),
      ),
    };
  }
  const { outcome, reason, detail } = verdict;
  const ours = unknowable(verdict);
  if (ours) return { proofs: [], check: notChecked('proof', ours, detailOf({ cause: detail })) };
  const make = outcome === 'failed' ? failed : notChecked;
  return { proofs: [], check: make('proof', reason, detailOf({ cause: detail })) };
}

function verifyProof(
  inquiry: Pick<Inquiry, 'crypto' | 'now'> & {
    readonly resolver: Pick<Inquiry['resolver'], 'resolveMethod'>;
  },
  { document, text }: Secured,
  at: Date,
): Promise<ProofVerdict> {
  const deps = { crypto: inquiry.crypto, resolveMethod: inquiry.resolver.resolveMethod };
  const options = { at, now: inquiry.now };
  if (findCertificateToken(text) !== undefined) return verifyCertificate(deps, text, options);
  return looksLikeJws(text) ? verifyJwt(deps, text, options) : verifyDataIntegrity(deps, document, options);
}

/**
 * What we could not do is no fault of the credential: a vocabulary that this software does not bring along (it
 * fetches none), and a graph that takes too long.
 */
function unknowable(verdict: Exclude<ProofVerdict, { outcome: 'passed' }>): string | undefined {
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
