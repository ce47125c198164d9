/**
 * Those who vouch for the achievement or the issuer, each by the procedure of the credential itself (Open Badges 3.0,
 * "OpenBadgeCredential Verification", step 9). One that is broken takes nothing from the credential, but nobody may
 * read it as praise, so it is a warning; one that could not be checked leaves the question open.
 */
import type { JsonObject } from '../../formats/index.ts';
import { isApproval } from './check-approval.ts';
import {
  type Endorsement,
  fromCheck,
  type Judgement,
  judgeWord,
  listEndorsements,
  nameOf,
} from './embedded-endorsements.ts';
import type { Inquiry } from './inquiry.ts';
import { notChecked, passed, warned } from './report.ts';
import type { Check } from './verification.schema.ts';

/** More is made to keep a verifier busy. */
const MAX_ENDORSEMENTS = 10;

/** Undefined when nobody vouches. */
export async function checkEndorsements(inquiry: Inquiry, document: JsonObject): Promise<Check | undefined> {
  const words = listEndorsements(document);
  if (words === 'malformed') return warned('endorsements', 'endorsement-malformed');
  // What an institution says of its own work is no praise; `check-approval` weighs it.
  const found = words.filter((word) => !isApproval(document, word));
  if (found.length === 0) return undefined;
  if (found.length > MAX_ENDORSEMENTS) return notChecked('endorsements', 'too-many-endorsements');
  const judged: { by: string; outcome: 'passed' | 'failed' | 'not-checked'; why: string }[] = [];
  for (const one of found) judged.push({ by: nameOf(one.document), ...(await judge(inquiry, one)) });
  const open = judged.filter(({ outcome }) => outcome === 'not-checked');
  const failing = judged.filter(({ outcome }) => outcome === 'failed');
  const say = ({ by, why }: (typeof judged)[number]) => `${by}: ${why}`;
  const by = judged.filter(({ outcome }) => outcome === 'passed').map((one) => one.by);
  if (failing.length > 0)
    return warned('endorsements', 'endorsement-broken', {
      by,
      broken: failing.map(say),
      open: open.map(say),
    });
  if (open.length > 0)
    return notChecked('endorsements', 'endorsement-not-checked', { by, open: open.map(say) });
  return passed('endorsements', { by });
}

/** The same of someone else, who must be known besides. */
async function judge(inquiry: Inquiry, word: Endorsement): Promise<Judgement> {
  const { judgement, known } = await judgeWord(inquiry, word);
  if (!known || judgement.outcome === 'failed') return judgement;
  if (known.outcome === 'failed') return fromCheck(known);
  return judgement.outcome === 'passed' && known.outcome === 'not-checked' ? fromCheck(known) : judgement;
}
