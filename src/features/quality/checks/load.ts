/** One load in several units: credits, hours, or study hours of a system of its own. */
import type { Workload } from '../../../formats/index.ts';

const STUDY_HOURS = /^(sbu'?s?|(study |study load )?hours?|h|(studie(belastings)?|klok)?u(ren|ur)?)$/i;

export function hoursOf({ hours, ects, other }: Workload, hoursPerEcts: number): number | undefined {
  if (hours !== undefined) return hours;
  if (other && STUDY_HOURS.test(other.unit)) return other.amount;
  return ects === undefined ? undefined : ects * hoursPerEcts;
}

export function ectsOf(workload: Workload, hoursPerEcts: number): number | undefined {
  if (workload.ects !== undefined) return workload.ects;
  const hours = hoursOf(workload, hoursPerEcts);
  return hours === undefined ? undefined : hours / hoursPerEcts;
}
