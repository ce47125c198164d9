import { instantIn } from '../../platform/calendar.ts';
import { notFound } from '../../platform/problem.ts';
import type { Actor } from '../audit/index.ts';
import { findInstitution, requirePermission } from '../institutions/index.ts';
import { compromiseKey } from './compromise-key.ts';
import { compromiseTimeUnknown, confirmationDiffers } from './keys.problems.ts';
import type { RotateDeps } from './rotate-key.ts';
import type { CompromiseReason } from './signing-key.ts';

/** What somebody types to show that they mean this key and no other. */
export const CONFIRMED_CHARACTERS = 6;

/**
 * As people tell it: with the time of their own clock, and the name of the key typed once more.
 *
 * @throws Problem 422 when the confirmation differs or there was no such time, and what `compromiseKey` refuses
 */
export async function tellCompromise(
  deps: RotateDeps,
  actor: Actor,
  input: {
    readonly kid: string;
    readonly at: string;
    readonly reason: CompromiseReason;
    readonly confirmation: string;
  },
): Promise<void> {
  const { institutionId } = requirePermission(actor, 'institution.manage', 'institution');
  const institution = await deps.database.asPublic((tx) => findInstitution(tx, institutionId));
  if (!institution) throw notFound();
  const at = /(Z|[+-]\d{2}:\d{2})$/.test(input.at)
    ? new Date(input.at)
    : instantIn(institution.timeZone, input.at);
  if (Number.isNaN(at.getTime())) throw compromiseTimeUnknown();
  const { kid, reason } = input;
  if (input.confirmation.trim() !== kid.slice(-CONFIRMED_CHARACTERS)) throw confirmationDiffers();
  await compromiseKey(deps, actor, { institutionId, kid, at, reason });
}
