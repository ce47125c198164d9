/** Still in force, by a Token Status List: a signed JWT at the address that the credential names. */
import {
  type JsonObject,
  parseTokenStatus,
  readTokenStatus,
  StatusRefusal,
  type TokenStatusEntry,
  verifyStatusToken,
} from '../../formats/index.ts';
import { nameRefusal } from './check-status.ts';
import type { Inquiry } from './inquiry.ts';
import { detailOf, failed, notChecked, passed } from './report.ts';
import { createTokenKeyResolver } from './resolve-token-key.ts';
import type { Check, CheckDetail } from './verification.schema.ts';

export async function checkTokenStatus(inquiry: Inquiry, { iss, status }: JsonObject): Promise<Check> {
  try {
    const entry = parseTokenStatus(status);
    if (!entry) return notChecked('status', 'unsupported-status');
    return await checkEntry(inquiry, entry, typeof iss === 'string' ? iss : '');
  } catch (error) {
    if (error instanceof StatusRefusal)
      return notChecked('status', nameRefusal(error), { error: error.reason, where: error.message });
    throw error;
  }
}

async function checkEntry(inquiry: Inquiry, entry: TokenStatusEntry, issuer: string): Promise<Check> {
  const { compression, crypto, findDocument, house, now, at } = inquiry;
  const detail = { list: entry.list, index: entry.index };
  const answer = await findDocument(entry.list);
  if (!answer.found)
    return notChecked('status', answer.because === 'offline' ? 'offline' : 'list-unavailable', {
      ...detail,
      cause: answer.detail,
    });
  if (answer.status !== 200)
    return notChecked('status', 'list-unavailable', { ...detail, cause: `status-${answer.status}` });
  const { resolveMethod } = inquiry.resolver;
  const resolver = createTokenKeyResolver({ findDocument, house, resolveMethod });
  const list = await verifyStatusToken({ crypto, resolveMethod: resolver }, answer.bytes, {
    issuer,
    at: now,
  });
  if ('outcome' in list) return notChecked('status', 'list-not-verified', { ...detail, cause: list.reason });
  const value = await readTokenStatus(compression, list, { entry, now });
  const { iat } = list.payload;
  const listedAt = typeof iat === 'number' ? new Date(iat * 1000).toISOString() : undefined;
  return judge(value, { ...detail, ...detailOf({ listedAt }) }, at.getTime() !== now.getTime());
}

/** A list tells what is so now, and nothing in it says since when or whether it may change again. */
function judge(value: number, detail: CheckDetail, isElsewhen: boolean): Check {
  if (isElsewhen) return notChecked('status', 'as-of-unknown', { ...detail, nowSet: value !== 0 });
  if (value === 0) return passed('status', detail);
  if (value === 1) return failed('status', 'revoked', detail);
  if (value === 2) return failed('status', 'suspended', detail);
  return notChecked('status', 'unsupported-status', { ...detail, value });
}
