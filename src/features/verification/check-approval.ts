/**
 * The approval of the awarding institution itself, bound to exactly this version (DECISIONS 13 and 24): verified like any
 * endorsement, and then compared. What others said of the Achievement is taken away, the rest canonicalised (RFC 8785),
 * and its digest must be the one that the approval names for this language.
 */
import {
  addressOfDefinition,
  canonicalizeAchievement,
  isJsonObject,
  type JsonObject,
  readApproval,
  toSri,
} from '../../formats/index.ts';
import { type Endorsement, judgeWord, listEndorsements, nameOf } from './embedded-endorsements.ts';
import type { Inquiry } from './inquiry.ts';
import { detailOf, notChecked, passed, warned } from './report.ts';
import type { Check } from './verification.schema.ts';

/** Undefined when the institution publishes no approval in it. */
export async function checkApproval(inquiry: Inquiry, document: JsonObject): Promise<Check | undefined> {
  const parts = partsOf(document);
  const found = parts && listEndorsements(document);
  if (!parts || !found || found === 'malformed') return undefined;
  for (const one of found) {
    const approval = readApproval(one.document, parts);
    if (approval) return await compare(inquiry, one, parts.achievement, approval.digests);
  }
  return undefined;
}

/** Is it the institution's own word about its own version? Then it is no praise of somebody else. */
export function isApproval(document: JsonObject, { document: word }: Endorsement): boolean {
  const parts = partsOf(document);
  return parts !== undefined && readApproval(word, parts) !== undefined;
}

async function compare(
  inquiry: Inquiry,
  word: Endorsement,
  achievement: JsonObject,
  digests: ReadonlyMap<string, string>,
): Promise<Check> {
  const { document } = word;
  const subject = isJsonObject(document.credentialSubject) ? document.credentialSubject : {};
  const detail = detailOf({
    by: nameOf(document),
    on: typeof document.validFrom === 'string' ? document.validFrom : undefined,
    statement: typeof subject.endorsementComment === 'string' ? subject.endorsementComment : undefined,
    framework: [...digests.keys()].find((address) => address.includes('/policy-packs/')),
    approval: typeof document.id === 'string' ? document.id : undefined,
  });
  const { id, inLanguage } = achievement;
  const named = typeof id === 'string' ? digests.get(addressOfDefinition(id, String(inLanguage))) : undefined;
  if (named === undefined) return warned('quality-approval', 'approval-of-another', detail);
  const digest = await inquiry.crypto.sha256(canonicalizeAchievement(achievement));
  if (toSri(digest) !== named) return warned('quality-approval', 'approval-of-another', detail);
  const { outcome, why } = (await judgeWord(inquiry, word)).judgement;
  if (outcome === 'failed') return warned('quality-approval', why, detail);
  return outcome === 'passed'
    ? passed('quality-approval', detail)
    : notChecked('quality-approval', why, detail);
}

function partsOf({
  issuer,
  credentialSubject,
}: JsonObject): { readonly issuer: JsonObject; readonly achievement: JsonObject } | undefined {
  const achievement = isJsonObject(credentialSubject) ? credentialSubject.achievement : undefined;
  return isJsonObject(issuer) && isJsonObject(achievement) ? { issuer, achievement } : undefined;
}
