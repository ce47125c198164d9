/** Hours of the workload table against the load that the design states. Pure. */
import type { Dossier } from '../../../features/quality/dossier.schema.ts';
import type { Workload } from '../../../formats/facts.ts';

/** One ECTS credit in the Netherlands (WHW, article 7.4). */
const HOURS_PER_ECTS = 28;

export type WorkloadSum = {
  readonly hours: number;
  readonly contact: number;
  /** What the design states, in hours; undefined where it states none. */
  readonly stated: number | undefined;
  /** Positive: the table has more than is stated. */
  readonly difference: number | undefined;
};

export function sumWorkload(activities: Dossier['workload']['activities'], load: Workload): WorkloadSum {
  const hours = sum(activities);
  const stated = load.ects === undefined ? load.hours : round(load.ects * HOURS_PER_ECTS);
  return {
    hours,
    contact: sum(activities.filter(({ contact }) => contact)),
    stated,
    difference: stated === undefined ? undefined : round(hours - stated),
  };
}

function sum(activities: Dossier['workload']['activities']): number {
  // What was typed and cannot be read counts for nothing until it is mended.
  return round(activities.reduce((total, { hours }) => total + (Number(hours) || 0), 0));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
