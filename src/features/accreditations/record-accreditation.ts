import { codeOf, constraintOf, type Database, type Tx } from '../../database/index.ts';
import type { Clock } from '../../platform/clock.ts';
import { createPublicId } from '../../platform/crypto/index.ts';
import { createUuid } from '../../platform/ids.ts';
import { notFound } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { listUnits, requirePermission, type StaffActor } from '../institutions/index.ts';
import type { RecordedAccreditation } from './accreditation.ts';
import { alreadyWithdrawn, renewalUnfit, unitUnknown } from './accreditations.problems.ts';
import type { AccreditationInput } from './accreditations.schema.ts';
import {
  insertAccreditation,
  insertRevision,
  lockAccreditations,
  updateAccreditation,
} from './accreditations.store.ts';

export type AccreditationDeps = { readonly database: Database; readonly clock: Clock };

/**
 * Versions that are published from now on name it while it is in force; what was frozen before keeps what it has.
 *
 * @throws Problem 422 for a unit or a decision to follow upon that is not there
 */
export async function recordAccreditation(
  deps: AccreditationDeps,
  actor: Actor,
  input: AccreditationInput,
): Promise<{ id: string }> {
  return await inAccreditations(deps, actor, async (tx, staff, all) => {
    const row = await composeRow(tx, staff, { all, input, self: null });
    const id = createUuid();
    const at = deps.clock.now();
    const { institutionId } = staff;
    await insertAccreditation(tx, {
      ...{ id, institutionId, publicId: createPublicId(), recordedAt: at },
      ...row,
    });
    await keepRevision(deps, tx, staff, { id, revision: 1, act: 'recorded', body: input });
    return { id };
  });
}

/** What was recorded wrongly, or was told otherwise since; the history keeps how it was. */
export async function changeAccreditation(
  deps: AccreditationDeps,
  actor: Actor,
  { id, ...input }: AccreditationInput & { readonly id: string },
): Promise<void> {
  await inAccreditations(deps, actor, async (tx, staff, all) => {
    const found = findStanding(all, id);
    const revision = found.revision + 1;
    await updateAccreditation(tx, id, {
      ...(await composeRow(tx, staff, { all, input, self: id })),
      revision,
    });
    await keepRevision(deps, tx, staff, { id, revision, act: 'changed', body: input });
  });
}

/** The agency took it back: it is in force no more from that day on, and is shown as that. */
export async function withdrawAccreditation(
  deps: AccreditationDeps,
  actor: Actor,
  { id, on }: { readonly id: string; readonly on: string },
): Promise<void> {
  await inAccreditations(deps, actor, async (tx, staff, all) => {
    const found = findStanding(all, id);
    const revision = found.revision + 1;
    await updateAccreditation(tx, id, { withdrawnOn: on, revision });
    const { validFrom, validUntil, agency, register, number } = found;
    const body = { validFrom, validUntil, agency, register, number, withdrawnOn: on };
    await keepRevision(deps, tx, staff, { id, revision, act: 'withdrawn', body });
  });
}

async function inAccreditations<T>(
  deps: AccreditationDeps,
  actor: Actor,
  work: (tx: Tx, staff: StaffActor, all: readonly RecordedAccreditation[]) => Promise<T>,
): Promise<T> {
  const staff = requirePermission(actor, 'institution.manage', 'institution');
  try {
    return await deps.database.asInstitution(staff.institutionId, async (tx) =>
      work(tx, staff, await lockAccreditations(tx, staff.institutionId)),
    );
  } catch (error) {
    // A colleague let another decision follow upon the same one at this moment.
    if (codeOf(error) === '23505' && constraintOf(error) === 'one_renewal') throw renewalUnfit();
    throw error;
  }
}

function findStanding(all: readonly RecordedAccreditation[], wanted: string): RecordedAccreditation {
  const found = all.find(({ id }) => id === wanted);
  if (!found) throw notFound();
  if (found.withdrawnOn !== null) throw alreadyWithdrawn();
  return found;
}

type Wanted = {
  readonly all: readonly RecordedAccreditation[];
  readonly input: AccreditationInput;
  /** Null: it is not there yet. */
  readonly self: string | null;
};

async function composeRow(tx: Tx, staff: StaffActor, wanted: Wanted) {
  const { unit, renews, title, eqf, fields, ...plain } = wanted.input;
  const units = await listUnits(tx, staff.institutionId);
  const unitId = unit === null ? null : units.find(({ slug }) => slug === unit)?.id;
  if (unitId === undefined) throw unitUnknown();
  if (!isFree(wanted)) throw renewalUnfit();
  return {
    ...plain,
    ...{ unitId, renewsId: renews, title: JSON.stringify(title) },
    ...{ eqf: [...new Set(eqf)].sort(), fields: [...new Set(fields)].sort() },
  };
}

/** Each decision is followed by one that stands, and none follows upon itself by a detour. */
function isFree({ all, input: { renews }, self }: Wanted): boolean {
  if (renews === null) return true;
  const before = new Map(all.map(({ id, renewsId }) => [id, renewsId]));
  if (!before.has(renews)) return false;
  if (all.some((one) => one.renewsId === renews && one.id !== self && one.withdrawnOn === null)) return false;
  for (let one: string | null | undefined = renews; one; one = before.get(one))
    if (one === self) return false;
  return true;
}

const ACTIONS = {
  recorded: 'accreditation.recorded',
  changed: 'accreditation.changed',
  withdrawn: 'accreditation.withdrawn',
} as const;

async function keepRevision(
  deps: AccreditationDeps,
  tx: Tx,
  staff: StaffActor,
  {
    id,
    revision,
    act,
    body,
  }: {
    readonly id: string;
    readonly revision: number;
    readonly act: keyof typeof ACTIONS;
    readonly body: object;
  },
): Promise<void> {
  const at = deps.clock.now();
  const { institutionId } = staff;
  await insertRevision(tx, {
    ...{ id: createUuid(), institutionId, accreditationId: id, revision, act, at },
    body: JSON.stringify(body),
  });
  await appendAuditEntry(tx, at, {
    actor: staff,
    institutionId,
    action: ACTIONS[act],
    subject: { kind: 'accreditation', id },
    detail: { revision },
  });
}
