import type { Tx } from '../../../database/index.ts';
import { dayIn } from '../../../platform/calendar.ts';
import { createUuid } from '../../../platform/ids.ts';
import { notFound } from '../../../platform/problem.ts';
import { type Actor, appendAuditEntry } from '../../audit/index.ts';
import {
  findInstitution,
  listMembers,
  requirePermission,
  type StaffActor,
} from '../../institutions/index.ts';
import type { QualityDeps } from '../open-way.ts';
import { personNeeded, qualificationWithdrawn, staffUnknown } from '../quality.problems.ts';
import type { ProofInput, QualificationInput } from '../staff.schema.ts';
import { insertProof, insertQualification, lockQualification, updateWithdrawn } from './staff.store.ts';

/** Of whom, which one; what shows it comes after it. */
export async function recordQualification(
  deps: QualityDeps,
  actor: Actor,
  input: QualificationInput,
): Promise<{ id: string }> {
  return await inStaff(deps, actor, async (tx, staff) => {
    const { institutionId } = staff;
    const { person, ...plain } = input;
    const members = person === null ? [] : await listMembers(tx, institutionId);
    if (person !== null && !members.some(({ personId }) => personId === person)) throw staffUnknown();
    const id = createUuid();
    await insertQualification(tx, {
      ...{ id, institutionId, personId: person, recordedAt: deps.clock.now() },
      ...plain,
    });
    await tell(deps, tx, staff, { id, personId: person, action: 'qualification.recorded' });
    return { id };
  });
}

/** What was seen in a register, or what the institution decided. A renewal is another one. */
export async function proveQualification(
  deps: QualityDeps,
  actor: Actor,
  { id, ...proof }: ProofInput & { readonly id: string },
): Promise<void> {
  await inStaff(deps, actor, async (tx, staff) => {
    const { personId } = await requireStanding(tx, id);
    await insertProof(tx, {
      ...{ id: createUuid(), institutionId: staff.institutionId, qualificationId: id },
      ...{ verdict: null, refusal: null, recipient: null, digest: null },
      ...proof,
      ...{ byId: requirePerson(staff), recordedAt: deps.clock.now() },
    });
    await tell(deps, tx, staff, { id, personId, action: 'qualification.proven' });
  });
}

/** It counts no longer, from today on; dossiers that name it say so. */
export async function withdrawQualification(
  deps: QualityDeps,
  actor: Actor,
  { id, because }: { readonly id: string; readonly because: string },
): Promise<void> {
  await inStaff(deps, actor, async (tx, staff) => {
    const { personId } = await requireStanding(tx, id);
    const institution = await findInstitution(tx, staff.institutionId);
    const today = dayIn(institution?.timeZone ?? 'UTC', deps.clock.now());
    await updateWithdrawn(tx, id, { withdrawnOn: today, withdrawnBecause: because });
    await tell(deps, tx, staff, { id, personId, action: 'qualification.withdrawn' });
  });
}

/** Whoever says what they saw is somebody who can be asked. */
export function requirePerson(staff: StaffActor): string {
  if (staff.kind !== 'person') throw personNeeded();
  return staff.personId;
}

export async function inStaff<T>(
  deps: QualityDeps,
  actor: Actor,
  work: (tx: Tx, staff: StaffActor) => Promise<T>,
): Promise<T> {
  const staff = requirePermission(actor, 'designs.assure', 'institution');
  return await deps.database.asInstitution(staff.institutionId, (tx) => work(tx, staff));
}

/** @throws Problem 404 for one of another institution, 409 for one that was withdrawn */
export async function requireStanding(tx: Tx, id: string) {
  const found = await lockQualification(tx, id);
  if (!found) throw notFound();
  if (found.withdrawnOn !== null) throw qualificationWithdrawn();
  return found;
}

export async function tell(
  deps: QualityDeps,
  tx: Tx,
  staff: StaffActor,
  {
    id,
    personId,
    action,
  }: {
    readonly id: string;
    readonly personId: string | null;
    readonly action: 'qualification.recorded' | 'qualification.proven' | 'qualification.withdrawn';
  },
): Promise<void> {
  await appendAuditEntry(tx, deps.clock.now(), {
    ...{ actor: staff, institutionId: staff.institutionId, action, personId },
    subject: { kind: 'qualification', id },
  });
}
