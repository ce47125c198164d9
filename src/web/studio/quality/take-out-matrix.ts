import { csvFile } from '../../lib/csv.ts';
import { readDesign } from '../designer/load-designer.ts';
import type { Route } from './+types/take-out-matrix.ts';
import { composeMatrixTable } from './matrix-table.ts';

/** Outcomes, assessments and the matrix for a spreadsheet. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const design = await readDesign(context, params.id);
  return csvFile(`matrix-${design.id}.csv`, composeMatrixTable(design.content));
}
