import type { Tx } from '../../database/index.ts';
import type { DesignContent } from '../../formats/index.ts';
import { notFound } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { listUnits, requirePermission } from '../institutions/index.ts';
import type { DesignDeps } from './create-design.ts';
import { type Design, placeOf } from './design.ts';
import { designRetired, draftChanged, unitUnknown } from './designs.problems.ts';
import { lockDesign, updateDesign } from './designs.store.ts';

export type DraftInput = {
  readonly design: string;
  readonly revision: number;
  readonly content: DesignContent;
  /** Slugs of units that offer it together with the issuing unit. */
  readonly partnerUnits: readonly string[];
};

/** @returns the new revision @throws Problem 409 when the draft was changed since the revision that the writer saw */
export async function saveDraft(
  deps: DesignDeps,
  actor: Actor,
  input: DraftInput,
): Promise<{ revision: number }> {
  return await changeDraft(deps, actor, input, async (tx, design) => {
    const units = await listUnits(tx, design.institutionId);
    const partnerUnitIds = input.partnerUnits.map((slug) => {
      const unit = units.find((one) => one.slug === slug && !one.archivedAt);
      if (!unit) throw unitUnknown(slug);
      return unit.id;
    });
    // The kind is chosen once: it decides what is demanded, and who may award it.
    return { draft: JSON.stringify({ ...input.content, kind: design.kind }), partnerUnitIds };
  });
}

/** `image`: storage key of a PNG that was decoded here, or null for the waarmerk. */
export async function setDraftImage(
  deps: DesignDeps,
  actor: Actor,
  input: { readonly design: string; readonly revision: number; readonly image: string | null },
): Promise<{ revision: number }> {
  return await changeDraft(deps, actor, input, async () => ({ draftImage: input.image }));
}

async function changeDraft(
  deps: DesignDeps,
  actor: Actor,
  input: { readonly design: string; readonly revision: number },
  change: (tx: Tx, design: Design) => Promise<Parameters<typeof updateDesign>[2]>,
): Promise<{ revision: number }> {
  const staff = requirePermission(actor, 'designs.write', 'anywhere');
  return await deps.database.asInstitution(staff.institutionId, async (tx) => {
    const design = await lockDesign(tx, input.design);
    if (!design) throw notFound();
    requirePermission(actor, 'designs.write', placeOf(design));
    if (design.retiredAt) throw designRetired();
    if (design.draftRevision !== input.revision) throw draftChanged();
    const now = deps.clock.now();
    const revision = design.draftRevision + 1;
    await updateDesign(tx, design.id, {
      ...(await change(tx, design)),
      draftRevision: revision,
      changedAt: now,
    });
    await deps.judgement.noteMaker(tx, { actor: staff, design, at: now });
    await appendAuditEntry(tx, now, {
      actor: staff,
      institutionId: staff.institutionId,
      action: 'design.draft-saved',
      subject: { kind: 'design', id: design.id },
      detail: { revision },
    });
    return { revision };
  });
}
