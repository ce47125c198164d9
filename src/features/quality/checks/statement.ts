/** Statements that a human will weigh are there. */
import type { Check, Fault, Judged } from '../finding.ts';
import type { Criterion } from '../pack.schema.ts';
import { isSaid } from './said.ts';

export const checkStatement: Check = ({ dossier }, criterion) => findMissingStatements(dossier, criterion);

export function findMissingStatements(dossier: Judged['dossier'], { check }: Criterion): Fault[] {
  return (check?.statements ?? []).flatMap((statement): Fault[] =>
    isSaid(dossier.statements[statement]?.text)
      ? []
      : [
          {
            pointer: `/dossier/statements/${statement}`,
            reason: 'statement-missing',
            values: { statement },
          },
        ],
  );
}
