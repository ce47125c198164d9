import { codeOf, constraintOf, type Tx } from '../../database/index.ts';
import { createUuid } from '../../platform/ids.ts';
import { notFound } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { requirePermission, type StaffActor } from '../institutions/index.ts';
import type { DesignDeps } from './create-design.ts';
import { tagNameTaken } from './designs.problems.ts';
import { insertTag, lockTags, type Tag, updateTag } from './tags.store.ts';

/** @throws Problem 409 when a tag in use has this name, in whatever capitals */
export function addTag(deps: DesignDeps, actor: Actor, input: { name: string }): Promise<{ id: string }> {
  return inTags(deps, actor, async (tx, staff) => {
    const id = createUuid();
    const { institutionId } = staff;
    const made = await insertTag(tx, {
      ...{ id, institutionId, name: input.name },
      createdAt: deps.clock.now(),
    });
    if (made === 'taken') throw tagNameTaken();
    await record(deps, tx, staff, 'tag.created', id);
    return { id };
  });
}

export function renameTag(
  deps: DesignDeps,
  actor: Actor,
  input: { readonly id: string; readonly name: string },
): Promise<void> {
  return inTags(deps, actor, async (tx, staff, tags) => {
    const others = tags.filter(({ id }) => id !== input.id);
    if (others.length === tags.length) throw notFound();
    if (others.some(({ name }) => name.toLowerCase() === input.name.toLowerCase())) throw tagNameTaken();
    await updateTag(tx, input.id, { name: input.name });
    await record(deps, tx, staff, 'tag.renamed', input.id);
  });
}

/** It is shown and offered nowhere any more; its name is free again. */
export function archiveTag(deps: DesignDeps, actor: Actor, input: { readonly id: string }): Promise<void> {
  return inTags(deps, actor, async (tx, staff, tags) => {
    if (!tags.some(({ id }) => id === input.id)) throw notFound();
    await updateTag(tx, input.id, { archivedAt: deps.clock.now() });
    await record(deps, tx, staff, 'tag.archived', input.id);
  });
}

async function inTags<T>(
  deps: DesignDeps,
  actor: Actor,
  work: (tx: Tx, staff: StaffActor, tags: readonly Tag[]) => Promise<T>,
): Promise<T> {
  const staff = requirePermission(actor, 'institution.manage', 'institution');
  try {
    return await deps.database.asInstitution(staff.institutionId, async (tx) =>
      work(tx, staff, await lockTags(tx, staff.institutionId)),
    );
  } catch (error) {
    // A colleague who added the same name at this moment was first; the index decides what is the same.
    if (codeOf(error) === '23505' && constraintOf(error) === 'one_tag_a_name') throw tagNameTaken();
    throw error;
  }
}

/** Without the name: a tag may be called after a person. */
async function record(
  deps: DesignDeps,
  tx: Tx,
  staff: StaffActor,
  action: 'tag.created' | 'tag.renamed' | 'tag.archived',
  id: string,
): Promise<void> {
  await appendAuditEntry(tx, deps.clock.now(), {
    actor: staff,
    institutionId: staff.institutionId,
    action,
    subject: { kind: 'tag', id },
  });
}
