/** Where a unit may stand in the tree. Pure. */
import { notFound } from '../../platform/problem.ts';
import type { Unit } from './institution.ts';
import { unitMisplaced } from './organisation.problems.ts';
import { lineOf } from './unit-tree.ts';

export const DEEPEST = 6;

/** @throws Problem 409 below itself, below an archived unit, or too deep; 404 below a unit that is not there */
export function requirePlace(
  units: readonly Unit[],
  unit: { readonly id: string; readonly parentId: string | null },
): void {
  if (unit.parentId === null) return;
  const above = lineOf(units, unit.parentId);
  const [parent] = above;
  if (!parent) throw notFound();
  if (parent.archivedAt) throw unitMisplaced('parent-archived');
  if (above.some(({ id }) => id === unit.id)) throw unitMisplaced('cycle');
  if (above.length + heightOf(units, unit.id) > DEEPEST) throw unitMisplaced('too-deep');
}

/** Levels from a unit down, itself included. */
function heightOf(units: readonly Unit[], id: string): number {
  const below = units.filter(({ parentId }) => parentId === id);
  return 1 + Math.max(0, ...below.map((child) => heightOf(units, child.id)));
}
