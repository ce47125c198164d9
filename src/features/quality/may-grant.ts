/** The port of awarding: does the approval of a version stand, and is this recipient of its audience? */
import type { Tx } from '../../database/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import { contentOf, type DesignVersion } from '../designs/index.ts';
import { findInstitution } from '../institutions/index.ts';
import { listOpenConditions } from './conditions.ts';
import { findCycleOfVersion } from './cycles.store.ts';
import { findDecision, isUnjudged } from './decisions.store.ts';
import type { PolicyPack } from './pack.schema.ts';
import { listOwnPacks } from './packs.store.ts';
import { isAwarded } from './process.ts';
import { notAwardable } from './quality.problems.ts';
import { openPack } from './rules.ts';

type Refusal = { readonly code: string; readonly detail: string };
/** Which audience a recipient belongs to: as was declared, or by the affiliation that their institution states. */
type Audience = { readonly audience: string | null; readonly audienceBy: 'declared' | 'affiliation' | null };
type Recipient = { readonly audience: string | null; readonly affiliations: readonly string[] };

/**
 * The database asks the same for every row that is written; here it is said in words.
 *
 * @throws Problem 409 for a version whose approval does not stand
 */
export async function mayGrant(
  tx: Tx,
  version: DesignVersion,
  at: Date,
): Promise<(recipient: Recipient) => Refusal | Audience> {
  const { kind } = contentOf(version);
  if (kind === 'edubadge' || (await isUnjudged(tx, version.id))) return declare;
  const cycle = await findCycleOfVersion(tx, version.id);
  const decision = await findDecision(tx, version.id);
  if (!cycle || !decision || decision.revokedAt || !decision.factsHash.equals(version.factsHash))
    throw notAwardable('not-approved');
  if (!isAwarded(cycle.state)) throw notAwardable(cycle.state);
  const institution = await findInstitution(tx, version.institutionId);
  const today = dayIn(institution?.timeZone ?? 'UTC', at);
  if (cycle.stopsOn !== null && cycle.stopsOn <= today)
    throw notAwardable(
      listOpenConditions(decision.conditions).some(({ due }) => due < today)
        ? 'conditions-overdue'
        : 'review-overdue',
    );
  const pack = openPack(decision.pack, today, await listOwnPacks(tx, version.institutionId));
  const { audiences } = pack.limits;
  if (audiences.length === 0) return declare;
  return (recipient) => findAudience(audiences, recipient) ?? refuse(decision.pack, audiences);
}

/** No rule asks; what was declared is kept. */
function declare({ audience }: Recipient): Audience {
  return { audience, audienceBy: audience === null ? null : 'declared' };
}

type Audiences = PolicyPack['limits']['audiences'];

/** What was declared goes first; without it, what their institution states. */
function findAudience(audiences: Audiences, { audience, affiliations }: Recipient): Audience | undefined {
  if (audience !== null)
    return audiences.some(({ code }) => code === audience) ? { audience, audienceBy: 'declared' } : undefined;
  const stated = audiences.find((one) => one.affiliations.some((value) => affiliations.includes(value)));
  return stated && { audience: stated.code, audienceBy: 'affiliation' };
}

function refuse(pack: string, audiences: Audiences): Refusal {
  const codes = audiences.map(({ code }) => code).join(', ');
  return {
    code: 'quality/audience',
    detail: `Under ${pack} this is for ${codes}; say which of them applies.`,
  };
}
