/**
 * Open Badges 2.0, hosted: the issuer's own server is the proof. What was handed in only gives the address;
 * everything that is judged is fetched from there (OB2, "Verifying Hosted Badges").
 */
import {
  type CredentialSummary,
  checkOb2BadgeClass,
  checkOb2Issuer,
  isInHostedScope,
  isJsonObject,
  type Json,
  type JsonObject,
  readOb2,
} from '../../formats/index.ts';
import { formatInstant } from '../../platform/clock.ts';
import { checkConformance } from './check-conformance.ts';
import { checkRecipient } from './check-recipient.ts';
import { checkRegister } from './check-register.ts';
import { checkValidity } from './check-validity.ts';
import { findJson, parseBytes } from './find-document.ts';
import type { Inquiry } from './inquiry.ts';
import { detailOf, failed, notChecked, passed, stopped, warned } from './report.ts';
import type { Check } from './verification.schema.ts';

export type Judged = { readonly checks: readonly Check[]; readonly summary: CredentialSummary | undefined };

export async function verifyHosted(inquiry: Inquiry, given: JsonObject): Promise<Judged> {
  const fetched = await fetchAssertion(inquiry, given);
  if ('check' in fetched) {
    const rest = fetched.revoked
      ? [...stopped('issuer-binding', 'issuer-known', 'validity'), fetched.revoked]
      : stopped('issuer-binding', 'issuer-known', 'validity');
    return {
      checks: [checkConformance('ob2-hosted', given), fetched.check, ...rest],
      summary: readOb2(given),
    };
  }
  const { assertion } = fetched;
  const badge = await follow(inquiry, assertion.badge);
  const issuer = badge.document ? await follow(inquiry, badge.document.issuer) : NOTHING;
  const binding = checkScope(assertion, badge, issuer);
  const registered = await checkRegister(inquiry, textOf(issuer.document?.id), assertion);
  const register = binding.outcome === 'passed' ? registered.check : notChecked('issuer-known', 'stopped');
  const summary = readOb2(assertion, {
    ...(badge.document ? { badge: badge.document } : {}),
    ...(issuer.document ? { issuer: issuer.document } : {}),
  });
  return {
    summary,
    checks: [
      checkShapes(assertion, badge.document, issuer.document),
      passed('proof', { url: textOf(assertion.id) ?? '', fetchedAt: formatInstant(inquiry.now) }, 'hosted'),
      binding,
      register,
      checkValidity(assertion, inquiry.at),
      passed('status', { listedAt: formatInstant(inquiry.now) }, 'hosted'),
      ...(inquiry.as ? [await checkRecipient(inquiry.crypto, summary.recipient, inquiry.as)] : []),
    ],
  };
}

type Fetched = { readonly assertion: JsonObject } | { readonly check: Check; readonly revoked?: Check };

async function fetchAssertion(inquiry: Inquiry, given: JsonObject): Promise<Fetched> {
  const url = textOf(given.id);
  if (url === undefined || !/^https?:/i.test(url))
    return { check: failed('proof', 'not-hosted', detailOf({ url })) };
  const answer = await inquiry.findDocument(url);
  if (!answer.found) {
    const reason = answer.because === 'offline' ? 'offline' : 'unreachable';
    return { check: notChecked('proof', reason, { url, cause: answer.detail }) };
  }
  const { status } = answer;
  const document = parseBytes(answer.bytes);
  if (status === 410 || document?.revoked === true) return await sayRevoked(inquiry, url, document ?? {});
  if (status >= 500 || status === 429)
    return { check: notChecked('proof', 'unreachable', { url, cause: `status-${status}` }) };
  if (status !== 200 || !document) return { check: failed('proof', 'not-at-its-address', { url, status }) };
  if (document.id !== url) return { check: failed('proof', 'id-differs', { url }) };
  return { assertion: document };
}

/** 410 or `revoked: true`: little else has to stand there, so little else can be checked. */
async function sayRevoked(inquiry: Inquiry, url: string, document: JsonObject): Promise<Fetched> {
  const { house, at, now } = inquiry;
  const known = house?.isOurs(url) ? await house.findRevocation(url) : undefined;
  const told = {
    listedAt: formatInstant(now),
    ...detailOf({
      revokedAt: known && formatInstant(known.at),
      revocationReason: known?.reason ?? textOf(document.revocationReason),
    }),
  };
  const check = notChecked('proof', 'withdrawn-by-issuer', { url });
  if (at.getTime() === now.getTime()) return { check, revoked: failed('status', 'revoked', told) };
  if (!known) return { check, revoked: notChecked('status', 'as-of-unknown', { ...told, nowSet: true }) };
  const later = at < known.at;
  return {
    check,
    revoked: later ? warned('status', 'revoked-later', told) : failed('status', 'revoked', told),
  };
}

type Followed = { readonly document: JsonObject | undefined; readonly missing: boolean };
const NOTHING: Followed = { document: undefined, missing: true };

/** A node that has an address is read there: only its host may say what it is. */
async function follow(inquiry: Inquiry, value: Json | undefined): Promise<Followed> {
  const url = isJsonObject(value) ? textOf(value.id) : textOf(value);
  if (url === undefined || !/^https?:/i.test(url))
    return { document: isJsonObject(value) ? value : undefined, missing: false };
  const answer = await findJson(inquiry.findDocument, url);
  if (!answer.found) return NOTHING;
  return { document: answer.document?.id === url ? answer.document : undefined, missing: false };
}

function checkScope(assertion: JsonObject, badge: Followed, issuer: Followed): Check {
  const [assertionId, badgeId] = [textOf(assertion.id) ?? '', textOf(badge.document?.id) ?? ''];
  const detail = detailOf({ assertion: assertionId, badge: badgeId, issuer: textOf(issuer.document?.id) });
  if (badge.missing || (badge.document && issuer.missing))
    return notChecked('issuer-binding', 'issuer-unavailable', detail);
  const profile = issuer.document;
  if (!badge.document || !profile) return failed('issuer-binding', 'no-issuer', detail);
  const within = [assertionId, badgeId].every((url) => isInHostedScope(profile, url));
  return within
    ? passed('issuer-binding', detail, 'hosted')
    : failed('issuer-binding', 'outside-hosted-scope', detail);
}

function checkShapes(
  assertion: JsonObject,
  badge: JsonObject | undefined,
  issuer: JsonObject | undefined,
): Check {
  const own = checkConformance('ob2-hosted', assertion);
  if (own.outcome !== 'passed') return own;
  const parts = [
    { name: 'badge', conformance: badge && checkOb2BadgeClass(badge) },
    { name: 'issuer', conformance: issuer && checkOb2Issuer(issuer) },
  ];
  const faults = parts.flatMap(({ name, conformance }) =>
    conformance && !conformance.conforms
      ? conformance.faults.map(({ path, message }) => `/${name}${path}: ${message}`)
      : [],
  );
  if (faults.length > 0) return failed('conforms', 'not-conforming', { faults });
  return badge && issuer ? own : notChecked('conforms', 'issuer-unavailable');
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
