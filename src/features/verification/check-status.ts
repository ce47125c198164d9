/** Still in force: every status entry against its list, which is a credential of its own and is verified as one. */
import {
  detectText,
  FormatRefusal,
  isJsonObject,
  type Json,
  type JsonObject,
  parseStatusEntry,
  type ReadStatus,
  readStatus,
  type StatusEntry,
  StatusRefusal,
} from '../../formats/index.ts';
import { formatInstant } from '../../platform/clock.ts';
import { checkIdList } from './check-id-list.ts';
import { checkProof, issuerOf } from './check-proof.ts';
import type { Registration } from './house.ts';
import type { Inquiry } from './inquiry.ts';
import { detailOf, failed, notChecked, passed, warned } from './report.ts';
import type { Check, CheckDetail } from './verification.schema.ts';

export type StatusQuestion = {
  readonly document: JsonObject;
  /** Absent when the issuer is not one of ours. */
  readonly registration: Registration | undefined;
};

/** Undefined when the credential names no status. */
export async function checkStatus(inquiry: Inquiry, question: StatusQuestion): Promise<Check | undefined> {
  const { credentialStatus } = question.document;
  if (credentialStatus === undefined || credentialStatus === null) return undefined;
  const entries: readonly Json[] = Array.isArray(credentialStatus) ? credentialStatus : [credentialStatus];
  if (entries.length > MAX_ENTRIES) return notChecked('status', 'too-many-entries');
  const checks = await Promise.all(entries.map((entry) => checkEntry(inquiry, question, entry)));
  return worstOf(checks);
}

const MAX_ENTRIES = 4;
const ORDER = ['failed', 'not-checked', 'warning', 'passed'] as const;

function worstOf(checks: readonly Check[]): Check | undefined {
  return ORDER.map((outcome) => checks.find((check) => check.outcome === outcome)).find(
    (one) => one !== undefined,
  );
}

async function checkEntry(inquiry: Inquiry, question: StatusQuestion, value: Json): Promise<Check> {
  if (!isJsonObject(value)) return notChecked('status', 'list-malformed', { cause: 'entry' });
  const type = String(value.type);
  if (type === '1EdTechRevocationList')
    return await checkIdList(inquiry, {
      shape: '1edtech',
      list: typeof value.id === 'string' ? value.id : undefined,
      id: typeof question.document.id === 'string' ? question.document.id : undefined,
      issuer: issuerOf(question.document),
    });
  if (!type.includes('BitstringStatusListEntry')) return notChecked('status', 'unsupported-status', { type });
  try {
    const entry = parseStatusEntry(value);
    const detail = { list: entry.list, index: entry.index, purpose: entry.purpose };
    const list = await openList(inquiry, question, entry);
    if ('outcome' in list) return { ...list, detail: { ...detail, ...list.detail } };
    const status = await readStatus(inquiry.compression, { entry, list: list.document, at: inquiry.now });
    return await judge(inquiry, question, status, { ...detail, ...list.detail });
  } catch (error) {
    if (error instanceof StatusRefusal)
      return notChecked('status', nameRefusal(error), { error: error.reason, where: error.message });
    throw error;
  }
}

/** The list, with its own proof and issuer verified: it must be the credential's issuer who speaks. */
async function openList(
  inquiry: Inquiry,
  { document }: StatusQuestion,
  entry: StatusEntry,
): Promise<{ readonly document: JsonObject; readonly detail: CheckDetail } | Check> {
  const answer = await inquiry.findDocument(entry.list);
  if (!answer.found) {
    const reason = answer.because === 'offline' ? 'offline' : 'list-unavailable';
    return notChecked('status', reason, { cause: answer.detail });
  }
  if (answer.status !== 200)
    return notChecked('status', 'list-unavailable', { cause: `status-${answer.status}` });
  const list = readList(answer.bytes);
  if (!list) return notChecked('status', 'list-malformed', { cause: 'no-credential' });
  const { check, proofs } = await checkProof(inquiry, list, inquiry.now);
  if (check.outcome !== 'passed')
    return notChecked('status', 'list-not-verified', { cause: check.reason ?? '' });
  const issuer = issuerOf(list.document);
  if (!proofs.some(({ method }) => method.controller === issuer))
    return notChecked('status', 'list-not-verified', { cause: 'wrong-controller' });
  if (issuer !== issuerOf(document))
    return notChecked('status', 'list-of-another-issuer', detailOf({ listIssuer: issuer }));
  const { validFrom } = list.document;
  const listedAt = typeof validFrom === 'string' ? validFrom : proofs[0]?.created;
  return { document: list.document, detail: detailOf({ listedAt }) };
}

function readList(bytes: Uint8Array): { document: JsonObject; text: string } | undefined {
  try {
    const detected = detectText(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return detected.kind === 'document' ? { document: detected.document, text: detected.text } : undefined;
  } catch (error) {
    if (error instanceof FormatRefusal || error instanceof TypeError) return undefined;
    throw error;
  }
}

/**
 * A list tells what is so now. Revocation cannot be undone (Bitstring Status List 1.0, section 2.1), so what is
 * not revoked now was not revoked before either; anything else about another date is only known to us for our own.
 */
async function judge(
  inquiry: Inquiry,
  question: StatusQuestion,
  status: ReadStatus,
  detail: CheckDetail,
): Promise<Check> {
  const { at, now } = inquiry;
  const elsewhen = at.getTime() !== now.getTime();
  const irreversible = status.purpose === 'revocation';
  if (elsewhen && (at > now || !irreversible))
    return notChecked('status', 'as-of-unknown', { ...detail, nowSet: status.value !== 0 });
  if (status.purpose !== 'revocation' && status.purpose !== 'suspension')
    return passed('status', { ...detail, value: status.value, ...detailOf({ message: status.message }) });
  if (status.value === 0)
    return passed('status', { ...detail, ...(elsewhen ? { asOf: 'revocation-is-final' } : {}) });
  if (status.purpose === 'suspension') return failed('status', 'suspended', detail);
  const revocation = await findRevocation(inquiry, question);
  const told = {
    ...detail,
    ...detailOf({
      revokedAt: revocation && formatInstant(revocation.at),
      revocationReason: revocation?.reason,
    }),
  };
  if (!elsewhen) return failed('status', 'revoked', told);
  if (!revocation) return notChecked('status', 'as-of-unknown', { ...told, nowSet: true });
  return at < revocation.at ? warned('status', 'revoked-later', told) : failed('status', 'revoked', told);
}

async function findRevocation({ house }: Inquiry, { document, registration }: StatusQuestion) {
  if (!house || !registration || typeof document.id !== 'string') return undefined;
  return await house.findRevocation(document.id, registration.institutionId);
}

export function nameRefusal({ reason, detail }: StatusRefusal): string {
  switch (reason) {
    case 'STATUS_RETRIEVAL_ERROR':
      return 'list-unavailable';
    case 'STATUS_LIST_LENGTH_ERROR':
      return 'list-too-short';
    case 'RANGE_ERROR':
      return 'index-out-of-range';
    case 'STATUS_VERIFICATION_ERROR':
      return detail === 'validity'
        ? 'list-expired'
        : detail === 'statusPurpose'
          ? 'list-of-another-purpose'
          : 'list-malformed';
    case 'MALFORMED_VALUE_ERROR':
      return 'list-malformed';
  }
}
