/** Where a role is held, read from what the grantor wrote. */
import type { Tx } from '../../database/index.ts';
import type { Text } from '../../formats/index.ts';
import type { Unit } from './institution.ts';
import {
  isRole,
  type Level,
  levelsOf,
  mayAt,
  type Permission,
  type Place,
  permissionsOf,
  type StaffActor,
} from './permissions.ts';
import { listRoles, type OwnRole } from './roles.store.ts';
import { moreThanOwn, placeUnknown, roleNotAtLevel, roleUnknown } from './staff.problems.ts';
import { listUnits } from './units.store.ts';

/** A design as this room knows it; `designs` stands higher on the ladder. */
export type DescribedDesign = {
  readonly id: string;
  readonly publicId: string;
  readonly title: Text;
  readonly unitId: string | null;
};

/** Port: the designs of the institution with these ids, or these public ids. */
export type DescribeDesigns = (
  tx: Tx,
  by: { readonly ids: readonly string[] } | { readonly publicIds: readonly string[] },
) => Promise<readonly DescribedDesign[]>;

export type RolePlace = {
  readonly level: Level;
  readonly unitId: string | null;
  readonly designId: string | null;
  /** Where the grantor must have the right to grant. */
  readonly place: Place;
};

/** @throws Problem 422 when the institution has no such unit or design */
export async function readRolePlace(
  deps: { readonly describeDesigns: DescribeDesigns },
  tx: Tx,
  institutionId: string,
  input: { readonly unit?: string | undefined; readonly design?: string | undefined },
): Promise<RolePlace> {
  if (input.design) {
    const [design] = await deps.describeDesigns(tx, { publicIds: [input.design] });
    if (!design) throw placeUnknown('/design');
    return placeOfRole({ unitId: null, designId: design.id }, design);
  }
  if (!input.unit) return placeOfRole({ unitId: null, designId: null });
  const unit = (await listUnits(tx, institutionId)).find(({ slug }) => slug === input.unit);
  if (!unit) throw placeUnknown('/unit');
  return placeOfRole({ unitId: unit.id, designId: null });
}

/** @param design the one that is named, when the role is held at a design */
export function placeOfRole(
  { unitId, designId }: { readonly unitId: string | null; readonly designId: string | null },
  design?: Pick<DescribedDesign, 'unitId'>,
): RolePlace {
  if (designId) {
    const place: Place = { unitId: design?.unitId ?? null, designId };
    return { level: 'design', unitId, designId, place };
  }
  if (unitId) return { level: 'unit', unitId, designId, place: { unitId } };
  return { level: 'institution', unitId, designId, place: 'institution' };
}

/** What a role permits, a preset or one of the institution's own; undefined when there is none of that name. */
export function permissionsOfRole(role: string, own: readonly OwnRole[]): readonly Permission[] | undefined {
  if (isRole(role)) return [...permissionsOf([role])];
  const found = own.find(({ slug }) => slug === role);
  return found && (found.permissions as readonly Permission[]); // saved by saveRole(), which knows them all
}

/**
 * Nobody gives, changes or takes away more than they have themselves at that place.
 *
 * @throws Problem 422 for a role that is unknown or cannot be held there, 403 for one that may do more
 */
export async function requireGrantable(
  tx: Tx,
  staff: StaffActor,
  role: string,
  { level, place }: RolePlace,
): Promise<void> {
  const permissions = permissionsOfRole(role, await listRoles(tx, staff.institutionId));
  if (!permissions) throw roleUnknown(role);
  if (isRole(role) && !levelsOf(role).includes(level)) throw roleNotAtLevel();
  if (!permissions.every((permission) => mayAt(staff, permission, place))) throw moreThanOwn();
}

/** The same question as a yes or no, for lists. */
export function mayGrantRole(
  staff: StaffActor,
  role: string,
  { place }: RolePlace,
  own: readonly OwnRole[],
): boolean {
  const permissions = permissionsOfRole(role, own);
  return (
    mayAt(staff, 'members.manage', place) &&
    (permissions?.every((permission) => mayAt(staff, permission, place)) ?? false)
  );
}

/** For lists: the names of the places where roles are held. */
export function presentPlace(
  held: { readonly unitId: string | null; readonly designId: string | null },
  units: readonly Unit[],
  designs: readonly DescribedDesign[],
): {
  unit: { slug: string; name: Record<string, string> } | null;
  design: { id: string; title: Record<string, string> } | null;
} {
  const unit = units.find(({ id }) => id === held.unitId);
  const design = designs.find(({ id }) => id === held.designId);
  return {
    unit: unit ? { slug: unit.slug, name: { ...unit.name } } : null,
    design: design ? { id: design.publicId, title: { ...design.title } } : null,
  };
}
