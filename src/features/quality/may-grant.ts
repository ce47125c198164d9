/** The port of awarding: does the approval of a version stand, and is this recipient of its audience? */
import type { Tx } from '../../database/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import { contentOf, type DesignVersion } from '../designs/index.ts';
import { findInstitution } from '../institutions/index.ts';
import { listOpenConditions } from './conditions.ts';
import { findCycleOfVersion } from './cycles.store.ts';
import { findDecision, isUnjudged } from './decisions.store.ts';
import { listOwnPacks } from './packs.store.ts';
import { isAwarded } from './process.ts';
import { notAwardable } from './quality.problems.ts';
import { openPack } from './rules.ts';

type Refusal = { readonly code: string; readonly detail: string };

/**
 * The database asks the same for every row that is written; here it is said in words.
 *
 * @throws Problem 409 for a version whose approval does not stand
 */
export async function mayGrant(
  tx: Tx,
  version: DesignVersion,
  at: Date,
): Promise<(recipient: { readonly audience: string | null }) => Refusal | undefined> {
  const { kind } = contentOf(version);
  if (kind === 'edubadge' || (await isUnjudged(tx, version.id))) return () => undefined;
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
  if (audiences.length === 0) return () => undefined;
  const codes = audiences.map(({ code }) => code);
  return ({ audience }) =>
    audience !== null && codes.includes(audience)
      ? undefined
      : {
          code: 'quality/audience',
          detail: `Under ${decision.pack} this is for ${codes.join(', ')}; say which of them applies.`,
        };
}
