/** Judges a design and its dossier by a policy pack: what is wrong, in the pack's order. Pure. */
import { checks } from './checks/index.ts';
import type { Finding, Judged } from './finding.ts';
import { severityFor } from './severity-for.ts';

export function judgeDesign(judged: Judged): Finding[] {
  return judged.pack.criteria.flatMap((criterion) => {
    if (!criterion.check) return [];
    const severity = severityFor(criterion, judged);
    return checks[criterion.check.name](judged, criterion)
      .map((fault) => ({ criterion: criterion.id, severity, ...fault }))
      .sort((one, other) => comparePointers(one.pointer, other.pointer));
  });
}

/** As people count: the tenth outcome after the second. */
function comparePointers(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}
