import { createUuid } from '../../platform/ids.ts';
import { notFound } from '../../platform/problem.ts';
import type { Actor } from '../audit/index.ts';
import { insertComment, resolveComment } from './comments.store.ts';
import { openWay, type QualityDeps } from './open-way.ts';
import { personNeeded } from './quality.problems.ts';

/** A remark at a field; whoever reads the design may make one, since advice is not only an expert's. */
export async function commentDesign(
  deps: QualityDeps,
  actor: Actor,
  input: {
    readonly design: string;
    /** A JSON Pointer into `{ content, dossier }`. */
    readonly pointer: string;
    readonly criterion?: string | undefined;
    readonly text: string;
  },
): Promise<{ id: string }> {
  return await openWay(deps, actor, { design: input.design, permission: 'designs.read' }, async (way) => {
    const { tx, staff, cycle, at } = way;
    if (staff.kind !== 'person') throw personNeeded();
    const id = createUuid();
    await insertComment(tx, {
      id,
      institutionId: cycle.institutionId,
      cycleId: cycle.id,
      pointer: input.pointer,
      criterion: input.criterion ?? null,
      text: input.text,
      byId: staff.personId,
      at,
    });
    return { id };
  });
}

export async function settleComment(
  deps: QualityDeps,
  actor: Actor,
  input: { readonly design: string; readonly comment: string },
): Promise<void> {
  await openWay(deps, actor, { design: input.design, permission: 'designs.write' }, async (way) => {
    const { tx, staff, cycle, at } = way;
    if (staff.kind !== 'person') throw personNeeded();
    if (!(await resolveComment(tx, { id: input.comment, cycleId: cycle.id, by: staff.personId, at })))
      throw notFound();
  });
}
