/** The endorsements that stand in a credential, and what each is worth as a credential of its own. */
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
import type { Check } from './verification.schema.ts';

export type Endorsement = {
  /** Of what it stands in, which it must be about. */
  readonly about: string | undefined;
  readonly document: JsonObject;
  /** What is signed, for a JWT. */
  readonly text: string;
};

export type Judgement = { readonly outcome: 'passed' | 'failed' | 'not-checked'; readonly why: string };

/** As a credential of whoever speaks: conforming, about this, signed by them, in force; and whether they are known. */
export async function judgeWord(
  inquiry: Inquiry,
  { about, document, text }: Endorsement,
): Promise<{ readonly judgement: Judgement; readonly known?: Check }> {
  const subject = isJsonObject(document.credentialSubject) ? document.credentialSubject.id : undefined;
  if (!checkOb3Endorsement(document).conforms) return broken('not-conforming');
  if (about === undefined || subject !== about) return broken('about-something-else');
  const proof = await checkProof(inquiry, { document, text }, inquiry.at);
  const binding =
    proof.check.outcome === 'passed' ? checkBinding(inquiry, document, proof.proofs) : proof.check;
  if (binding.outcome !== 'passed') return { judgement: fromCheck(binding) };
  const { check: known, registration } = await checkRegister(inquiry, issuerOf(document), document);
  const status = await checkStatus(inquiry, { document, registration });
  const checks = [checkValidity(document, inquiry.at), ...(status ? [status] : [])];
  const first =
    checks.find(({ outcome }) => outcome === 'failed') ??
    checks.find(({ outcome }) => outcome === 'not-checked');
  return { judgement: first ? fromCheck(first) : { outcome: 'passed', why: '' }, known };
}

function broken(why: string): { readonly judgement: Judgement } {
  return { judgement: { outcome: 'failed', why } };
}

export function fromCheck({ id, outcome, reason }: Check): {
  outcome: 'failed' | 'not-checked';
  why: string;
} {
  return { outcome: outcome === 'failed' ? 'failed' : 'not-checked', why: reason ?? id };
}

export function listEndorsements(document: JsonObject): readonly Endorsement[] | 'malformed' {
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

export function nameOf({ issuer }: JsonObject): string {
  const name = isJsonObject(issuer) ? (issuer.name ?? issuer.id) : issuer;
  return typeof name === 'string' ? name : '';
}
