import { announce } from '../../platform/jobs/index.ts';
import { notFound } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { requirePermission } from '../institutions/index.ts';
import type { DesignDeps } from './create-design.ts';
import { placeOf } from './design.ts';
import { lockDesign, updateDesign } from './designs.store.ts';

/** It leaves the catalogue and is awarded no longer; what was awarded stands. */
export async function retireDesign(deps: DesignDeps, actor: Actor, input: { design: string }): Promise<void> {
  const staff = requirePermission(actor, 'designs.publish', 'anywhere');
  await deps.database.asInstitution(staff.institutionId, async (tx) => {
    const design = await lockDesign(tx, input.design);
    if (!design) throw notFound();
    requirePermission(actor, 'designs.publish', placeOf(design));
    if (design.retiredAt) return;
    const now = deps.clock.now();
    await deps.judgement.recordRetirement(tx, { actor: staff, design, at: now });
    await updateDesign(tx, design.id, { retiredAt: now, changedAt: now });
    await appendAuditEntry(tx, now, {
      actor: staff,
      institutionId: staff.institutionId,
      action: 'design.retired',
      subject: { kind: 'design', id: design.id },
    });
    await announce(tx, now, {
      institutionId: staff.institutionId,
      topic: 'design-retired',
      payload: { designId: design.id },
    });
  });
}
