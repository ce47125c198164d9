import { codeRefused } from './accounts.problems.ts';
import { deriveCode, readLink } from './email-code.ts';
import { findEmailCode } from './email-codes.store.ts';
import type { EmailCodeDeps } from './request-email-code.ts';
import { isOpen } from './verify-email-code.ts';

/**
 * What a letter's link shows before anything is pressed: in the browser that asked for it, that it opens here; in another,
 * the digits to type in the first. It changes nothing, so a scanner of mail that follows links uses nothing up.
 *
 * @throws Problem 422 when the link is wrong, was used or is over
 */
export async function openCodeLink(
  deps: EmailCodeDeps,
  input: { readonly link: string; readonly browserHash: Buffer | undefined },
): Promise<{ readonly here: boolean; readonly code: string | null }> {
  const id = readLink(deps.keyedDigest, input.link);
  if (id === undefined) throw codeRefused();
  const kept = await deps.database.asDoorkeeper((tx) => findEmailCode(tx, id));
  if (!kept || !isOpen(kept, deps.clock.now())) throw codeRefused();
  const here = input.browserHash !== undefined && kept.browserHash.equals(input.browserHash);
  return { here, code: here ? null : deriveCode(deps.keyedDigest, id) };
}
