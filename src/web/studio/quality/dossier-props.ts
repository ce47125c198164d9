import type { Dossier } from '../../../features/quality/dossier.schema.ts';
import type { QualificationView } from '../../../features/quality/staff.schema.ts';
import type { Language } from '../../../formats/facts.ts';
import type { QualityData } from './load-quality.ts';

/** What the form of every section gets. `dossier` is the saved one, or what was typed and refused. */
export type DossierProps = {
  readonly design: QualityData['design'];
  readonly pack: QualityData['quality']['pack'];
  /** What the institution recorded of teachers and examiners; where people are asked for. */
  readonly staff: readonly QualificationView[];
  readonly dossier: Dossier;
  readonly languages: readonly Language[];
  /** Messages by the name of the field: `dossier.outcomes.LO1.verb.nl`. */
  readonly faults: Readonly<Record<string, string>>;
  /** How many empty rows stand below those that are saved. */
  readonly spare: number;
};

/** Numbers of the rows that a table shows: those that are there, and the empty ones. */
export function listRows(count: number, spare: number): readonly number[] {
  return Array.from({ length: count + spare }, (_, at) => at);
}
