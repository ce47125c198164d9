import type { UnitView } from '../../../features/institutions/units.schema.ts';
import { chooseText } from '../../lib/content-text.ts';

export type PlacedUnit = UnitView & { readonly depth: number };

/** As a tree is read: each unit, then what is below it, by name. */
export function orderUnits(units: readonly UnitView[], locale: string): PlacedUnit[] {
  const nameOf = (unit: UnitView) => chooseText(unit.name, locale).text;
  const ids = new Set(units.map(({ id }) => id));
  const below = (parent: string | null, depth: number): PlacedUnit[] =>
    units
      // What is above may be in the other list: archived, or not.
      .filter((unit) => (unit.parent && ids.has(unit.parent) ? unit.parent : null) === parent)
      .sort((one, other) => nameOf(one).localeCompare(nameOf(other), locale))
      .flatMap((unit) => [{ ...unit, depth }, ...below(unit.id, depth + 1)]);
  return below(null, 0);
}
