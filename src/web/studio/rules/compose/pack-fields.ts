import type { PolicyPack } from '../../../../features/quality/pack.schema.ts';
import type { Shelf } from './load-compose.ts';

/** What every part of the form of a pack gets. */
export type PackFieldsProps = {
  readonly pack: PolicyPack;
  readonly shelf: Shelf;
  readonly languages: readonly string[];
  /** Messages by the name of the field. */
  readonly faults: Readonly<Record<string, string>>;
  /** The row that a button has just touched. */
  readonly focus: string | undefined;
};

/** A row is open where something is wrong in it, or where somebody has just been. */
export function isOpen({ faults, focus }: PackFieldsProps, path: string, row: string): boolean {
  return focus === row || Object.keys(faults).some((field) => field.startsWith(`${path}.`));
}
