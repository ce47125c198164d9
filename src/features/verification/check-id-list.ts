/**
 * Lists of revoked credentials by id: Open Badges 2.0's RevocationList and 1EdTech's of Open Badges 3.0. They are not
 * signed; the signed credential, or the issuer's own profile, says where the list is, and its server answers.
 */
import { isJsonObject, type Json, type JsonObject } from '../../formats/index.ts';
import { formatInstant } from '../../platform/clock.ts';
import { findJson } from './find-document.ts';
import type { Inquiry } from './inquiry.ts';
import { detailOf, failed, notChecked, passed } from './report.ts';
import type { Check } from './verification.schema.ts';

export type IdListQuestion = {
  readonly shape: 'ob2' | '1edtech';
  readonly list: string | undefined;
  /** Of the credential. */
  readonly id: string | undefined;
  /** Whose list it must be, when it says whose it is. */
  readonly issuer: string | undefined;
};

export async function checkIdList(inquiry: Inquiry, question: IdListQuestion): Promise<Check> {
  const { list, id } = question;
  if (list === undefined || !/^https?:/i.test(list) || id === undefined)
    return notChecked('status', 'list-malformed', { cause: 'entry' });
  const answer = await findJson(inquiry.findDocument, list);
  if (!answer.found) {
    const reason = answer.because === 'offline' ? 'offline' : 'list-unavailable';
    return notChecked('status', reason, { list, cause: answer.detail });
  }
  const entries = answer.document && readEntries(answer.document, question);
  if (!entries)
    return notChecked('status', answer.document ? 'list-malformed' : 'list-unavailable', { list });
  const owner = answer.document?.issuer;
  const named = isJsonObject(owner) ? owner.id : owner;
  if (named !== undefined && named !== question.issuer)
    return notChecked('status', 'list-of-another-issuer', detailOf({ list, listIssuer: textOf(named) }));
  return judge(inquiry, entries, { list, id });
}

/** Revocation is final, so what is not listed now was not revoked before; since when it is, the list does not say. */
function judge(
  { at, now }: Inquiry,
  entries: readonly JsonObject[],
  { list, id }: { readonly list: string; readonly id: string },
): Check {
  const entry = entries.find((one) => one.id === id || one.uid === id);
  const elsewhen = at.getTime() !== now.getTime();
  const detail = { list, listedAt: formatInstant(now) };
  if (at > now) return notChecked('status', 'as-of-unknown', detail);
  if (!entry || entry.revoked === false)
    return passed('status', { ...detail, ...(elsewhen ? { asOf: 'revocation-is-final' } : {}) });
  const told = { ...detail, ...detailOf({ revocationReason: textOf(entry.revocationReason) }) };
  return elsewhen
    ? notChecked('status', 'as-of-unknown', { ...told, nowSet: true })
    : failed('status', 'revoked', told);
}

/** Undefined for what is no such list: an empty answer must not read as "nobody is revoked". */
function readEntries(document: JsonObject, { shape }: IdListQuestion): readonly JsonObject[] | undefined {
  const value =
    shape === 'ob2'
      ? document.revokedAssertions
      : (document.revokedCredentials ?? document.revokedCredential);
  return Array.isArray(value) ? value.flatMap(readEntry) : undefined;
}

function readEntry(value: Json): readonly JsonObject[] {
  if (typeof value === 'string') return [{ id: value }];
  return isJsonObject(value) ? [value] : [];
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
