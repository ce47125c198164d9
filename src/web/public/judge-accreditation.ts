/** What became of a decision that stands on a badge: on the day of the award, and today. Pure. */
import type { ShownAccreditation } from '../../features/accreditations/accreditations.schema.ts';
import { isInForce } from '../../formats/accreditations.ts';
import type { Accreditation } from '../../formats/facts.ts';

/** `renewed`: by a decision that follows upon it. */
export type Found = 'in-force' | 'renewed' | 'expired' | 'not-yet' | 'withdrawn';

export type JudgedDay = { readonly found: Found; readonly by: Days };

type Days = Pick<ShownAccreditation, 'validFrom' | 'validUntil' | 'withdrawnOn'>;

/**
 * The provider's present record tells how it is; what is no longer recorded is taken as it was frozen. Of what follows
 * upon it, the one that is in force on that day counts.
 */
export function judgeOnDay(
  frozen: Accreditation,
  recorded: readonly ShownAccreditation[],
  day: string,
): JudgedDay {
  const own = recorded.find(({ publicId }) => publicId === frozen.id);
  const days: Days = own ?? {
    validFrom: frozen.validFrom,
    validUntil: frozen.validUntil ?? null,
    withdrawnOn: null,
  };
  if (isInForce(days, day)) return { found: 'in-force', by: days };
  const renewal = listRenewals(own, recorded).find((one) => isInForce(one, day));
  if (renewal) return { found: 'renewed', by: renewal };
  if (days.withdrawnOn !== null && days.withdrawnOn <= day) return { found: 'withdrawn', by: days };
  return { found: day < days.validFrom ? 'not-yet' : 'expired', by: days };
}

function listRenewals(
  own: ShownAccreditation | undefined,
  recorded: readonly ShownAccreditation[],
): ShownAccreditation[] {
  const later: ShownAccreditation[] = [];
  let at = own;
  while (at?.renewedBy) {
    const next = recorded.find(({ publicId }) => publicId === at?.renewedBy);
    // A circle cannot be recorded; a page must not hang upon one.
    if (!next || later.includes(next)) break;
    later.push(next);
    at = next;
  }
  return later;
}
