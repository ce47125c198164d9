import type { PolicyPack } from './pack.schema.ts';
import { verdictsMissing } from './quality.problems.ts';
import type { Verdict } from './verdict.ts';

/** What a human weighs and must be met. */
export function listWeighed(pack: PolicyPack): string[] {
  return pack.criteria
    .filter(({ kind, severity }) => kind !== 'auto' && severity === 'must')
    .map(({ id }) => id);
}

/**
 * Approving: each is met, or does not apply and says why. Refusing: each has a verdict, each that is unmet a reason, and
 * at least one is unmet.
 *
 * @throws Problem 422 that names the criteria
 */
export function requireVerdicts(
  pack: PolicyPack,
  verdicts: readonly Verdict[],
  purpose: 'approving' | 'refusing',
): void {
  const given = new Map(verdicts.map((one) => [one.criterion, one]));
  const lacking = listWeighed(pack).filter((criterion) => {
    const one = given.get(criterion);
    if (!one) return true;
    if (one.verdict === 'met') return false;
    if (purpose === 'approving' && one.verdict !== 'not-applicable') return true;
    return one.reason.trim() === '';
  });
  const unmet = verdicts.filter(({ verdict }) => verdict === 'not-met' || verdict === 'partly');
  if (lacking.length > 0) throw verdictsMissing(lacking);
  if (purpose === 'refusing' && !unmet.some(({ reason }) => reason.trim() !== ''))
    throw verdictsMissing(listWeighed(pack));
}
