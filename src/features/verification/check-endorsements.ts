/**
 * Those who vouch for the achievement or the issuer, each by the procedure of the credential itself (Open Badges 3.0,
 * "OpenBadgeCredential Verification", step 9). One that is broken takes nothing from the credential, but nobody may
 * read it as praise, so it is a warning; one that could not be checked leaves the question open.
 */
import {
  checkOb3Endorsement,
  FormatRefusal,
  isJsonObject,
  type Json,
  type JsonObject,
  openJwt,
} from '../../formats/index.ts';
import { checkBinding, checkProof, issuerOf } from './check-proof.ts';
import { checkRegister } from './check-register.ts';
import { checkStatus } from './check-status.ts';
import { checkValidity } from './check-validity.ts';
import type { Inquiry } from './inquiry.ts';
import { notChecked, passed, warned } from './report.ts';
import type { Check } from './verification.schema.ts';

/** More is made to keep a verifier busy. */
const MAX_ENDORSEMENTS = 10;

type Endorsement = {
  /** Of what it stands in, which it must be about. */
  readonly about: string | undefined;
  readonly document: JsonObject;
  /** What is signed, for a JWT. */
  readonly text: string;
};

/** Undefined when nobody vouches. */
export async function checkEndorsements(inquiry: Inquiry, document: JsonObject): Promise<Check | undefined> {
  const found = listEndorsements(document);
  if (found === 'malformed') return warned('endorsements', 'endorsement-malformed');
  if (found.length === 0) return undefined;
  if (found.length > MAX_ENDORSEMENTS) return notChecked('endorsements', 'too-many-endorsements');
  const judged: { by: string; outcome: 'passed' | 'failed' | 'not-checked'; why: string }[] = [];
  for (const one of found) judged.push({ by: nameOf(one.document), ...(await judge(inquiry, one)) });
  const open = judged.filter(({ outcome }) => outcome === 'not-checked');
  const broken = judged.filter(({ outcome }) => outcome === 'failed');
  const say = ({ by, why }: (typeof judged)[number]) => `${by}: ${why}`;
  const by = judged.filter(({ outcome }) => outcome === 'passed').map((one) => one.by);
  if (broken.length > 0)
    return warned('endorsements', 'endorsement-broken', { by, broken: broken.map(say), open: open.map(say) });
  if (open.length > 0)
    return notChecked('endorsements', 'endorsement-not-checked', { by, open: open.map(say) });
  return passed('endorsements', { by });
}

async function judge(
  inquiry: Inquiry,
  { about, document, text }: Endorsement,
): Promise<{ outcome: 'passed' | 'failed' | 'not-checked'; why: string }> {
  const subject = isJsonObject(document.credentialSubject) ? document.credentialSubject.id : undefined;
  if (!checkOb3Endorsement(document).conforms) return { outcome: 'failed', why: 'not-conforming' };
  if (about === undefined || subject !== about) return { outcome: 'failed', why: 'about-something-else' };
  const proof = await checkProof(inquiry, { document, text }, inquiry.at);
  const binding =
    proof.check.outcome === 'passed' ? checkBinding(inquiry, document, proof.proofs) : proof.check;
  if (binding.outcome !== 'passed') return fromCheck(binding);
  const { check: known, registration } = await checkRegister(inquiry, issuerOf(document), document);
  const status = await checkStatus(inquiry, { document, registration });
  const checks = [checkValidity(document, inquiry.at), ...(status ? [status] : []), known];
  const first =
    checks.find(({ outcome }) => outcome === 'failed') ??
    checks.find(({ outcome }) => outcome === 'not-checked');
  return first ? fromCheck(first) : { outcome: 'passed', why: '' };
}

function fromCheck({ id, outcome, reason }: Check): { outcome: 'failed' | 'not-checked'; why: string } {
  return { outcome: outcome === 'failed' ? 'failed' : 'not-checked', why: reason ?? id };
}

function listEndorsements(document: JsonObject): readonly Endorsement[] | 'malformed' {
  const { issuer, credentialSubject } = document;
  const subject = isJsonObject(credentialSubject) ? credentialSubject : {};
  const places = [document, issuer, subject.achievement].filter((place) => isJsonObject(place));
  const found: Endorsement[] = [];
  for (const place of places) {
    const about = typeof place.id === 'string' ? place.id : undefined;
    for (const value of listOf(place.endorsement)) {
      if (!isJsonObject(value)) return 'malformed';
      found.push({ about, document: value, text: '' });
    }
    for (const value of listOf(place.endorsementJwt)) {
      const opened = typeof value === 'string' ? open(value) : undefined;
      if (typeof value !== 'string' || !opened) return 'malformed';
      found.push({ about, document: opened, text: value });
    }
  }
  return found;
}

function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function open(jwt: string): JsonObject | undefined {
  try {
    return openJwt(jwt);
  } catch (error) {
    if (error instanceof FormatRefusal) return undefined;
    throw error;
  }
}

function nameOf({ issuer }: JsonObject): string {
  const name = isJsonObject(issuer) ? (issuer.name ?? issuer.id) : issuer;
  return typeof name === 'string' ? name : '';
}
