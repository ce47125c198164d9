/** How heavily a criterion weighs for this design: some are a must for small ones only. */
import { ectsOf } from './checks/load.ts';
import type { Judged } from './finding.ts';
import type { Criterion } from './pack.schema.ts';

export function severityFor(
  { severity, mustBelowEcts }: Criterion,
  { content, pack }: Pick<Judged, 'content' | 'pack'>,
): Criterion['severity'] {
  if (mustBelowEcts === undefined) return severity;
  const ects = ectsOf(content.workload, pack.limits.hoursPerEcts);
  return ects !== undefined && ects < mustBelowEcts ? 'must' : severity;
}
