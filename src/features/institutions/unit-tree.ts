/** What units inherit from those above them. Pure. */
import type { Text } from '../../formats/index.ts';
import type { Institution, Unit } from './institution.ts';

/** The unit's own logo, else that of the nearest above it, else the institution's. */
export function logoOf(
  institution: Pick<Institution, 'logo'>,
  units: readonly Unit[],
  unitId: string | null,
): string | null {
  for (const unit of lineOf(units, unitId)) if (unit.logo) return unit.logo;
  return institution.logo;
}

/** A test unit makes tests of everything below it. */
export function isTest(units: readonly Unit[], unitId: string | null): boolean {
  return lineOf(units, unitId).some(({ visibility }) => visibility === 'test');
}

/** From a unit upwards. */
export function lineOf(units: readonly Unit[], unitId: string | null): Unit[] {
  const line: Unit[] = [];
  let at = units.find(({ id }) => id === unitId);
  // A circle cannot be written; one that was written otherwise must not hang a request.
  while (at && !line.includes(at)) {
    line.push(at);
    const { parentId } = at;
    at = units.find(({ id }) => id === parentId);
  }
  return line;
}

/** From the name, in plain letters, and none that an open unit of the institution has. */
export function chooseSlug(name: Text, units: readonly Pick<Unit, 'slug' | 'archivedAt'>[]): string {
  const taken = new Set(units.filter(({ archivedAt }) => archivedAt === null).map(({ slug }) => slug));
  const plain = (name.en ?? name.nl ?? Object.values(name)[0] ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50);
  const base = plain || 'unit';
  for (let at = 1; ; at += 1) {
    const slug = at === 1 ? base : `${base}-${at}`;
    if (!taken.has(slug)) return slug;
  }
}
