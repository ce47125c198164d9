import { notFound } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { requirePermission } from '../institutions/index.ts';
import type { DesignDeps } from './create-design.ts';
import { placeOf } from './design.ts';
import { tagUnknown } from './designs.problems.ts';
import { lockDesign } from './designs.store.ts';
import { lockTags, replaceTags } from './tags.store.ts';

/**
 * Puts exactly these tags on a design. They are beside it and not in it: neither its revision nor the hour of its last
 * change moves, so nothing that was or will be published differs.
 *
 * @throws Problem 422 for a tag that is not the institution's or was archived
 */
export async function tagDesign(
  deps: DesignDeps,
  actor: Actor,
  input: { readonly design: string; readonly tags: readonly string[] },
): Promise<void> {
  const staff = requirePermission(actor, 'designs.write', 'anywhere');
  const { institutionId } = staff;
  await deps.database.asInstitution(institutionId, async (tx) => {
    const design = await lockDesign(tx, input.design);
    if (!design) throw notFound();
    requirePermission(actor, 'designs.write', placeOf(design));
    const known = new Set((await lockTags(tx, institutionId)).map(({ id }) => id));
    const chosen = [...new Set(input.tags)];
    if (!chosen.every((id) => known.has(id))) throw tagUnknown();
    await replaceTags(tx, design, chosen);
    await appendAuditEntry(tx, deps.clock.now(), {
      actor: staff,
      institutionId,
      action: 'design.tagged',
      subject: { kind: 'design', id: design.id },
      detail: { tags: chosen },
    });
  });
}
