import type { Database } from '../../database/index.ts';
import type { DesignContent, DesignKind, Language, Text } from '../../formats/index.ts';
import type { Clock } from '../../platform/clock.ts';
import { createPublicId } from '../../platform/crypto/index.ts';
import { createUuid } from '../../platform/ids.ts';
import { notFound } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import {
  findInstitution,
  findIssuerOfUnit,
  listUnits,
  requireKind,
  requirePermission,
} from '../institutions/index.ts';
import { emptyContent } from './design.ts';
import { unitUnknown } from './designs.problems.ts';
import { insertDesign } from './designs.store.ts';
import type { Judgement } from './judgement.ts';

export type NewDesign = {
  readonly kind: DesignKind;
  /** Slug of the issuing unit; absent: the institution itself issues. */
  readonly unit?: string;
  readonly title: Text;
  readonly defaultLanguage: Language;
  readonly content?: DesignContent;
};

export type DesignDeps = {
  readonly database: Database;
  readonly clock: Clock;
  readonly judgement: Judgement;
};

/**
 * @returns the public id of a design that has a draft and no version yet
 * @throws Problem 422 for a unit that is not there or signs nothing, 409 for a kind that the institution may not make
 */
export async function createDesign(
  deps: DesignDeps,
  actor: Actor,
  input: NewDesign,
): Promise<{ id: string }> {
  const staff = requirePermission(actor, 'designs.write', 'anywhere');
  return await deps.database.asInstitution(staff.institutionId, async (tx) => {
    const now = deps.clock.now();
    const unit = input.unit
      ? (await listUnits(tx, staff.institutionId)).find((one) => one.slug === input.unit && !one.archivedAt)
      : undefined;
    if (input.unit && !unit) throw unitUnknown(input.unit);
    requirePermission(actor, 'designs.write', unit ? { unitId: unit.id } : 'institution');
    const issuer = await findIssuerOfUnit(tx, staff.institutionId, unit?.id ?? null);
    if (!issuer) throw unitUnknown(input.unit ?? '');
    const institution = await findInstitution(tx, staff.institutionId);
    if (!institution) throw notFound();
    requireKind(institution, input.kind);
    const id = createUuid();
    const publicId = createPublicId();
    await insertDesign(tx, {
      id,
      institutionId: staff.institutionId,
      issuerId: issuer.id,
      unitId: unit?.id ?? null,
      publicId,
      kind: input.kind,
      draft: JSON.stringify(input.content ?? emptyContent(input.kind, input.title, input.defaultLanguage)),
      createdBy: staff.kind === 'person' ? staff.personId : null,
      createdAt: now,
      changedAt: now,
    });
    const { institutionId } = staff;
    await deps.judgement.noteMaker(tx, {
      actor: staff,
      design: { id, institutionId, kind: input.kind },
      at: now,
    });
    await appendAuditEntry(tx, now, {
      actor: staff,
      institutionId: staff.institutionId,
      action: 'design.created',
      subject: { kind: 'design', id },
    });
    return { id: publicId };
  });
}
