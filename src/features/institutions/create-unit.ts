import type { Tx } from '../../database/index.ts';
import type { Text } from '../../formats/index.ts';
import { createUuid } from '../../platform/ids.ts';
import { notFound } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry, type SystemActor } from '../audit/index.ts';
import { type CreateIssuerDeps, createIssuer } from './create-issuer.ts';
import {
  type Institution,
  type Issuer,
  nameOfUnitIssuer,
  type OnBehalfOf,
  type Unit,
} from './institution.ts';
import { findInstitution } from './institutions.store.ts';
import { sortNeeded } from './organisation.problems.ts';
import type { OrganisationDeps } from './organisation-deps.ts';
import { requirePermission, type StaffActor } from './permissions.ts';
import { requirePlace } from './place-unit.ts';
import { chooseSlug } from './unit-tree.ts';
import { sayTaken } from './unit-writing.ts';
import { insertUnit, lockUnits } from './units.store.ts';

export type NewUnit = {
  readonly institutionId: string;
  readonly name: Text;
  /** Absent: made from the name. */
  readonly slug?: string;
  readonly parentId?: string | null;
  readonly sort?: 'hbo' | 'mbo' | null;
  readonly visibility?: 'public' | 'test';
  readonly onBehalfOf?: Pick<OnBehalfOf, 'name' | 'url'> | null;
  /** False: it groups others and signs nothing. */
  readonly issuing?: boolean;
};

export type CreateUnitDeps = CreateIssuerDeps & Pick<OrganisationDeps, 'database'>;

/**
 * Every issuing unit has an issuer of its own, with keys from its first day (DECISIONS 3 and 4).
 *
 * @throws Problem 409 for a name or a place that is taken, 422 without HBO or MBO where an institution is both
 */
export function createUnit(
  deps: CreateUnitDeps,
  actor: Actor,
  input: NewUnit & { readonly issuing?: true },
): Promise<{ unitId: string; issuer: Issuer }>;
export function createUnit(
  deps: CreateUnitDeps,
  actor: Actor,
  input: NewUnit,
): Promise<{ unitId: string; issuer: Issuer | null }>;
export async function createUnit(
  deps: CreateUnitDeps,
  actor: Actor,
  input: NewUnit,
): Promise<{ unitId: string; issuer: Issuer | null }> {
  const acting = actor.kind === 'system' ? actor : requireAbove(actor, input.parentId ?? null, input);
  return await sayTaken(() =>
    deps.database.asInstitution(input.institutionId, async (tx) => {
      const institution = await findInstitution(tx, input.institutionId);
      if (!institution) throw notFound();
      const units = await lockUnits(tx, institution.id);
      const unit = composeUnit(institution, units, input);
      requirePlace(units, unit);
      await write(deps, tx, unit, acting);
      const issuer = input.issuing === false ? null : await makeIssuer(deps, tx, institution, unit);
      return { unitId: unit.id, issuer };
    }),
  );
}

/** What is below a unit is for whoever manages that unit; what is below none, for the institution. */
export function requireAbove(
  actor: Actor,
  parentId: string | null,
  { institutionId }: { readonly institutionId?: string } = {},
): StaffActor {
  const staff = requirePermission(actor, 'units.manage', 'anywhere');
  if (institutionId !== undefined && institutionId !== staff.institutionId) throw notFound();
  return requirePermission(actor, 'units.manage', parentId ? { unitId: parentId } : 'institution');
}

function composeUnit(institution: Institution, units: readonly Unit[], input: NewUnit): Unit {
  const sort = input.sort ?? null;
  if (institution.kind === 'hbo-mbo' && sort === null) throw sortNeeded();
  return {
    id: createUuid(),
    institutionId: institution.id,
    parentId: input.parentId ?? null,
    slug: input.slug ?? chooseSlug(input.name, units),
    name: input.name,
    description: {},
    logo: null,
    website: null,
    linkedinId: null,
    sort,
    visibility: input.visibility ?? 'public',
    onBehalfOf: input.onBehalfOf ?? null,
    archivedAt: null,
  };
}

async function write(
  deps: CreateUnitDeps,
  tx: Tx,
  unit: Unit,
  actor: StaffActor | SystemActor,
): Promise<void> {
  const now = deps.clock.now();
  await insertUnit(tx, {
    ...unit,
    name: JSON.stringify(unit.name),
    description: '{}',
    onBehalfOf: unit.onBehalfOf && JSON.stringify(unit.onBehalfOf),
    createdAt: now,
  });
  await appendAuditEntry(tx, now, {
    actor,
    institutionId: unit.institutionId,
    action: 'unit.created',
    subject: { kind: 'unit', id: unit.id },
    detail: { parent: unit.parentId, visibility: unit.visibility },
  });
}

export function makeIssuer(
  deps: CreateIssuerDeps,
  tx: Tx,
  institution: Institution,
  unit: Unit,
): Promise<Issuer> {
  return createIssuer(deps, tx, {
    institutionId: institution.id,
    unitId: unit.id,
    name: nameOfUnitIssuer(institution.name, unit.name, unit.onBehalfOf?.name),
    demo: institution.demo,
  });
}
