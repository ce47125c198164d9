import { notFound } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { lockDesign, placeOf } from '../designs/index.ts';
import { requirePermission } from '../institutions/index.ts';
import type { Dossier } from './dossier.schema.ts';
import { writeDossier } from './dossiers.store.ts';
import { judgement } from './judgement.ts';
import type { QualityDeps } from './open-way.ts';
import { draftMoved } from './quality.problems.ts';

/**
 * What a design is judged by. `revision` 0: nothing was written yet.
 *
 * @returns the new revision
 * @throws Problem 409 when someone wrote since
 */
export async function saveDossier(
  deps: QualityDeps,
  actor: Actor,
  input: { readonly design: string; readonly revision: number; readonly dossier: Dossier },
): Promise<{ revision: number }> {
  const staff = requirePermission(actor, 'designs.write', 'anywhere');
  const { institutionId } = staff;
  return await deps.database.asInstitution(institutionId, async (tx) => {
    const design = await lockDesign(tx, input.design);
    if (!design) throw notFound();
    requirePermission(actor, 'designs.write', placeOf(design));
    const at = deps.clock.now();
    const { dossier, revision } = input;
    if (!(await writeDossier(tx, { designId: design.id, institutionId, dossier, revision, at })))
      throw draftMoved();
    await judgement.noteMaker(tx, { actor: staff, design, at });
    await appendAuditEntry(tx, at, {
      actor: staff,
      institutionId,
      action: 'quality.dossier-saved',
      subject: { kind: 'design', id: design.id },
      detail: { revision: revision + 1 },
    });
    return { revision: revision + 1 };
  });
}
