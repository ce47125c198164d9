import { notFound } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import type { FrameworkDeps } from './framework-deps.ts';
import { inUse } from './frameworks.problems.ts';
import { deleteFramework, lockFramework } from './frameworks.store.ts';
import { listUses } from './list-uses.ts';
import { type Owner, requireKeeper } from './require-keeper.ts';

/**
 * What the operator offers may be in use where the operator cannot look; drafts there keep the words of the skill.
 *
 * @throws Problem 409 while drafts of the institution use one of its items
 */
export async function removeFramework(
  deps: FrameworkDeps,
  actor: Actor,
  { owner, id }: { readonly owner: Owner; readonly id: string },
): Promise<void> {
  const staff = await requireKeeper(deps, actor, owner);
  const { institutionId } = staff;
  await deps.database.asInstitution(institutionId, async (tx) => {
    const framework = await lockFramework(tx, { id, institutionId });
    if (!framework) throw notFound();
    const drafts = new Set(
      (await listUses(deps, tx, 'everywhere'))
        .filter((use) => use.framework === id)
        .map((use) => use.draft.id),
    );
    if (drafts.size > 0) throw inUse(drafts.size);
    await deleteFramework(tx, id);
    await appendAuditEntry(tx, deps.clock.now(), {
      actor: staff,
      institutionId,
      action: 'framework.removed',
      subject: { kind: 'framework', id },
      detail: { name: framework.name },
    });
  });
}
