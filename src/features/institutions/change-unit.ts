import type { Tx } from '../../database/index.ts';
import type { Text } from '../../formats/index.ts';
import { announce } from '../../platform/jobs/index.ts';
import { notFound } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { makeIssuer, requireAbove } from './create-unit.ts';
import type { Issuer, OnBehalfOf, Unit } from './institution.ts';
import { findInstitution, findIssuerOfUnit } from './institutions.store.ts';
import { onBehalfFixed, sortNeeded, unitArchived, unitInUse } from './organisation.problems.ts';
import type { OrganisationDeps } from './organisation-deps.ts';
import { requirePermission, type StaffActor } from './permissions.ts';
import { requirePlace } from './place-unit.ts';
import { keepLogo } from './set-logo.ts';
import { sayTaken } from './unit-writing.ts';
import { lockUnits, deleteUnit as removeUnit, updateUnit } from './units.store.ts';

export type UnitChange = {
  readonly name: Text;
  readonly description: Text;
  readonly website: string | null;
  readonly linkedinId: string | null;
  readonly sort: 'hbo' | 'mbo' | null;
  readonly visibility: 'public' | 'test';
  readonly onBehalfOf: Pick<OnBehalfOf, 'name' | 'url'> | null;
};

/** Renaming leaves the slug, and the name in what was signed: the issuer keeps the name it was made with. */
export function changeUnit(
  deps: OrganisationDeps,
  actor: Actor,
  input: { readonly unitId: string; readonly change: UnitChange },
): Promise<void> {
  return withUnit(deps, actor, input.unitId, 'unit.changed', async (tx, { unit, staff, issuer }) => {
    requirePermission(staff, 'units.manage', { unitId: unit.id });
    if (unit.archivedAt) throw unitArchived();
    const { name, description, onBehalfOf, ...plain } = input.change;
    const institution = await findInstitution(tx, unit.institutionId);
    if (institution?.kind === 'hbo-mbo' && plain.sort === null) throw sortNeeded();
    if (issuer && !sameText(unit.onBehalfOf?.name, onBehalfOf?.name)) throw onBehalfFixed();
    const logo = unit.onBehalfOf?.logo;
    await updateUnit(tx, unit.id, {
      ...plain,
      name: JSON.stringify(name),
      description: JSON.stringify(description),
      onBehalfOf: onBehalfOf && JSON.stringify({ ...onBehalfOf, ...(logo ? { logo } : {}) }),
    });
    return { visibility: plain.visibility };
  });
}

/** To below another unit, or to the top. */
export function moveUnit(
  deps: OrganisationDeps,
  actor: Actor,
  input: { readonly unitId: string; readonly parentId: string | null },
): Promise<void> {
  return withUnit(deps, actor, input.unitId, 'unit.moved', async (tx, { unit, units }) => {
    requireAbove(actor, unit.parentId);
    requireAbove(actor, input.parentId);
    if (unit.archivedAt) throw unitArchived();
    requirePlace(units, { id: unit.id, parentId: input.parentId });
    await updateUnit(tx, unit.id, { parentId: input.parentId });
    return { from: unit.parentId, to: input.parentId };
  });
}

/** From now on it signs under a name and keys of its own; that is never undone. */
export function startIssuing(
  deps: OrganisationDeps,
  actor: Actor,
  input: { readonly unitId: string },
): Promise<void> {
  return withUnit(deps, actor, input.unitId, 'unit.issuing', async (tx, { unit, issuer }) => {
    requireAbove(actor, unit.parentId);
    if (unit.archivedAt) throw unitArchived();
    const institution = await findInstitution(tx, unit.institutionId);
    if (!institution) throw notFound();
    const made = issuer ?? (await makeIssuer(deps, tx, institution, unit));
    return { issuer: made.id };
  });
}

/** It takes no new designs and awards nothing; what it awarded goes on verifying, and roles there fall silent. */
export function archiveUnit(
  deps: OrganisationDeps,
  actor: Actor,
  input: { readonly unitId: string },
): Promise<void> {
  return withUnit(deps, actor, input.unitId, 'unit.archived', async (tx, { unit, units }) => {
    requireAbove(actor, unit.parentId);
    if (unit.archivedAt) return { again: true };
    if (units.some(({ parentId, archivedAt }) => parentId === unit.id && !archivedAt))
      throw unitInUse('children');
    if ((await deps.countOffered(tx, unit.id)) > 0) throw unitInUse('designs');
    await updateUnit(tx, unit.id, { archivedAt: deps.clock.now() });
    return {};
  });
}

/** Its name must be free again, and what is above it open. */
export function restoreUnit(
  deps: OrganisationDeps,
  actor: Actor,
  input: { readonly unitId: string },
): Promise<void> {
  return withUnit(deps, actor, input.unitId, 'unit.restored', async (tx, { unit, units }) => {
    requireAbove(actor, unit.parentId);
    requirePlace(units, unit);
    await updateUnit(tx, unit.id, { archivedAt: null });
    return {};
  });
}

/** Only what nothing hangs on; an issuer is found by whoever holds a credential of it. */
export function deleteUnit(
  deps: OrganisationDeps,
  actor: Actor,
  input: { readonly unitId: string },
): Promise<void> {
  return withUnit(deps, actor, input.unitId, 'unit.deleted', async (tx, { unit, units, issuer }) => {
    requireAbove(actor, unit.parentId);
    if (issuer) throw unitInUse('issuer');
    if (units.some(({ parentId }) => parentId === unit.id)) throw unitInUse('children');
    await removeUnit(tx, unit.id);
    return {};
  });
}

/** @param input.bytes PNG or SVG as it was sent; null takes it away */
export async function setUnitLogo(
  deps: OrganisationDeps,
  actor: Actor,
  input: { readonly unitId: string; readonly of: 'unit' | 'on-behalf-of'; readonly bytes: Uint8Array | null },
): Promise<void> {
  requirePermission(actor, 'units.manage', 'anywhere');
  const logo = input.bytes && (await keepLogo(deps, input.bytes));
  await withUnit(deps, actor, input.unitId, 'unit.logo-changed', async (tx, { unit, staff }) => {
    requirePermission(staff, 'units.manage', { unitId: unit.id });
    if (input.of === 'unit') await updateUnit(tx, unit.id, { logo });
    if (input.of === 'on-behalf-of') {
      if (!unit.onBehalfOf) throw notFound();
      const { logo: _, ...other } = unit.onBehalfOf;
      await updateUnit(tx, unit.id, { onBehalfOf: JSON.stringify({ ...other, ...(logo ? { logo } : {}) }) });
    }
    return { of: input.of, logo };
  });
}

type Known = {
  readonly unit: Unit;
  readonly units: readonly Unit[];
  readonly issuer: Issuer | undefined;
  readonly staff: StaffActor;
};

/** One change of the tree at a time; audited, and the catalogue is told. */
async function withUnit(
  deps: OrganisationDeps,
  actor: Actor,
  unitId: string,
  action: string,
  work: (tx: Tx, known: Known) => Promise<Readonly<Record<string, unknown>>>,
): Promise<void> {
  const staff = requirePermission(actor, 'units.manage', 'anywhere');
  await sayTaken(() =>
    deps.database.asInstitution(staff.institutionId, async (tx) => {
      const units = await lockUnits(tx, staff.institutionId);
      const unit = units.find(({ id }) => id === unitId);
      if (!unit) throw notFound();
      const issuer = await findIssuerOfUnit(tx, staff.institutionId, unit.id);
      const detail = await work(tx, { unit, units, issuer, staff });
      const now = deps.clock.now();
      await appendAuditEntry(tx, now, {
        actor: staff,
        institutionId: staff.institutionId,
        action,
        subject: { kind: 'unit', id: unit.id },
        detail,
      });
      await announce(tx, now, { institutionId: staff.institutionId, topic: 'offer-changed', payload: {} });
    }),
  );
}

function sameText(one: Text | undefined, other: Text | undefined): boolean {
  const write = (text: Text | undefined) => JSON.stringify(Object.entries(text ?? {}).sort());
  return write(one) === write(other);
}
