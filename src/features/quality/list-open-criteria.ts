/** What no machine decides: the criteria that a human weighs, with their weight for this design. */
import type { Judged } from './finding.ts';
import type { Criterion } from './pack.schema.ts';
import { severityFor } from './severity-for.ts';

export function listOpenCriteria(judged: Pick<Judged, 'content' | 'pack'>): Criterion[] {
  return judged.pack.criteria
    .filter(({ kind }) => kind !== 'auto')
    .map((criterion) => ({ ...criterion, severity: severityFor(criterion, judged) }));
}
