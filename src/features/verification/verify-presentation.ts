/**
 * A presentation (VC Data Model 2.0, section 4.13; VC Data Model 1.1, section 4.10): what its holder signed, and each
 * credential in it by the procedure that it would have by itself. It is no better than the worst of them.
 */
import {
  checkPresentationModel,
  classify,
  type Detected,
  detectEnveloped,
  detectText,
  FormatRefusal,
  isEnvelope,
  type JsonObject,
  listPresented,
  type ProofFinding,
} from '../../formats/index.ts';
import { checkModel } from './check-conformance.ts';
import { checkProof } from './check-proof.ts';
import type { Inquiry } from './inquiry.ts';
import { type Asked, judgeCredential, reportJudged, reportUnopened } from './judge-credential.ts';
import { type OpenedCredential, openDetected, type UnopenedCredential, unopened } from './open-credential.ts';
import { detailOf, failed, notChecked, passed, stopped, warned } from './report.ts';
import type { Check, PlainReport } from './verification.schema.ts';
import type { Judged } from './verify-hosted.ts';
import { isTooHeavy, MAX_PRESENTED } from './weigh-document.ts';

/** More is made to keep a verifier busy. */
const MAX_CREDENTIALS = 20;

export type JudgedPresentation = Judged & { readonly credentials: readonly PlainReport[] };

export async function verifyPresentation(
  inquiry: Inquiry,
  opened: OpenedCredential,
  when: Asked,
): Promise<JudgedPresentation> {
  const { document } = opened;
  const conforms = await checkModel(checkPresentationModel(document), document);
  const own = await checkHolder(inquiry, opened);
  const presented = listPresented(document);
  const before = [conforms, ...own.checks];
  const refused = refuseMany(document, presented.length);
  // What was signed and is not what came in says nothing of those inside.
  if (refused || own.isBroken)
    return {
      summary: undefined,
      credentials: [],
      checks: [...before, refused ?? notChecked('credentials', 'stopped')],
    };
  // What a holder was given to sign is for the presentation as a whole.
  const inside: Inquiry = { ...inquiry, challenge: undefined, domain: undefined };
  const credentials: PlainReport[] = [];
  // One after another: twenty at once would leave no turn to anybody else.
  for (const one of presented) credentials.push(await judgeMember(inside, one, own.holder, when));
  return { summary: undefined, credentials, checks: [...before, summarise(credentials)] };
}

function refuseMany(document: JsonObject, count: number): Check | undefined {
  if (count > MAX_CREDENTIALS) return failed('credentials', 'too-many-credentials', { count });
  return isTooHeavy(document, MAX_PRESENTED) ? notChecked('credentials', 'too-complex') : undefined;
}

type HolderOutcome = {
  readonly checks: readonly Check[];
  readonly isBroken: boolean;
  /** Who presents, once their key has shown it. */
  readonly holder?: string;
};

/** Unsigned, it only holds credentials together; signed, it is its holder's or nobody's. */
async function checkHolder(inquiry: Inquiry, opened: OpenedCredential): Promise<HolderOutcome> {
  const { challenge, domain } = inquiry;
  const isAsked = challenge !== undefined || domain !== undefined;
  if (opened.text.startsWith('{') && opened.document.proof === undefined) {
    const proof = isAsked ? failed('proof', 'no-proof') : notChecked('proof', 'presentation-unsigned');
    return { checks: [proof, notChecked('issuer-binding', 'presentation-unsigned')], isBroken: isAsked };
  }
  const { check, proofs } = await checkProof(inquiry, opened, inquiry.at, {
    proofPurpose: 'authentication',
    ...(challenge === undefined ? {} : { challenge }),
    ...(domain === undefined ? {} : { domain }),
  });
  if (check.outcome === 'failed') return { checks: [check, ...stopped('issuer-binding')], isBroken: true };
  if (check.outcome !== 'passed')
    return { checks: [check, notChecked('issuer-binding', 'proof-not-checked')], isBroken: false };
  const binding = bindHolder(inquiry, opened.document, proofs);
  const holder = binding.outcome === 'passed' ? binding.detail?.holder : undefined;
  return {
    checks: [check, binding],
    isBroken: binding.outcome === 'failed',
    ...(typeof holder === 'string' ? { holder } : {}),
  };
}

/** A presentation need not say whose it is: then whoever has the key presents. */
function bindHolder(inquiry: Inquiry, document: JsonObject, proofs: readonly ProofFinding[]): Check {
  const named = holderOf(document);
  const own = proofs.find(({ method }) => named === undefined || method.controller === named);
  const keys = proofs.map(({ method }) => method.id);
  if (own)
    return passed(
      'issuer-binding',
      detailOf({ holder: own.method.controller, key: own.method.id, signedAt: own.created }),
      'holder',
    );
  const unbound = keys.map((key) => inquiry.resolver.whyUnbound(key)).find((why) => why !== undefined);
  if (unbound) return notChecked('issuer-binding', unbound, detailOf({ holder: named, keys }));
  return failed('issuer-binding', 'wrong-holder', detailOf({ holder: named, keys }));
}

function holderOf({ holder }: JsonObject): string | undefined {
  const id = typeof holder === 'object' && holder !== null && 'id' in holder ? holder.id : holder;
  return typeof id === 'string' ? id : undefined;
}

async function judgeMember(
  inquiry: Inquiry,
  member: string | JsonObject | undefined,
  holder: string | undefined,
  when: Asked,
): Promise<PlainReport> {
  const opened = openMember(member);
  if (!opened.open) return reportUnopened(inquiry, opened, when);
  return reportJudged(opened, await judgeCredential(inquiry, opened, holder), when);
}

/** What stands in a presentation is a credential: no picture, no address, and no further presentation. */
function openMember(member: string | JsonObject | undefined): OpenedCredential | UnopenedCredential {
  if (member === undefined) return unopened(failed('readable', 'not-recognised'));
  try {
    const detected = detectMember(member);
    if (detected.kind === 'unsupported' && detected.what === 'envelope')
      return unopened(notChecked('readable', 'unsupported-format', { format: 'envelope' }));
    if (detected.kind !== 'document') return unopened(failed('readable', 'not-recognised'));
    if (detected.format === 'vp') return unopened(failed('readable', 'too-deep'));
    if (detected.format === 'ob2-hosted' || detected.format === 'ob2-signed')
      return unopened(failed('readable', 'not-recognised'));
    return openDetected(detected, undefined);
  } catch (error) {
    if (!(error instanceof FormatRefusal)) throw error;
    return unopened(failed('readable', 'malformed', detailOf({ cause: error.reason, where: error.detail })));
  }
}

function detectMember(member: string | JsonObject): Detected {
  if (typeof member === 'string') return detectText(member);
  if (isEnvelope(member)) return detectEnveloped(member);
  return {
    kind: 'document',
    format: classify(member, 'json'),
    container: 'none',
    document: member,
    text: '',
  };
}

function summarise(credentials: readonly PlainReport[]): Check {
  if (credentials.length === 0) return warned('credentials', 'none-presented');
  const detail = {
    count: credentials.length,
    credentials: credentials.map(
      ({ verdict, credential, format }) => `${credential?.title || format}: ${verdict}`,
    ),
  };
  if (credentials.some(({ verdict }) => verdict === 'failed'))
    return failed('credentials', 'credential-failed', detail);
  if (credentials.some(({ verdict }) => verdict === 'incomplete'))
    return notChecked('credentials', 'credential-not-checked', detail);
  return passed('credentials', detail);
}
