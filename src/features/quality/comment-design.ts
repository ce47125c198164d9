import { createUuid } from '../../platform/ids.ts';
import { notFound } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { insertComment, resolveComment } from './comments.store.ts';
import { openWayForPerson, type QualityDeps } from './open-way.ts';

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
  return await openWayForPerson(
    deps,
    actor,
    { design: input.design, permission: 'designs.read' },
    async (way) => {
      const { tx, staff, personId, design, cycle, at } = way;
      const id = createUuid();
      await insertComment(tx, {
        id,
        institutionId: cycle.institutionId,
        cycleId: cycle.id,
        pointer: input.pointer,
        criterion: input.criterion ?? null,
        text: input.text,
        byId: personId,
        at,
      });
      await appendAuditEntry(tx, at, {
        actor: staff,
        institutionId: cycle.institutionId,
        action: 'quality.commented',
        subject: { kind: 'design', id: design.id },
        detail: { comment: id },
      });
      return { id };
    },
  );
}

export async function settleComment(
  deps: QualityDeps,
  actor: Actor,
  input: { readonly design: string; readonly comment: string },
): Promise<void> {
  await openWayForPerson(deps, actor, { design: input.design, permission: 'designs.write' }, async (way) => {
    const { tx, staff, personId, design, cycle, at } = way;
    if (!(await resolveComment(tx, { id: input.comment, cycleId: cycle.id, by: personId, at })))
      throw notFound();
    await appendAuditEntry(tx, at, {
      actor: staff,
      institutionId: cycle.institutionId,
      action: 'quality.comment-resolved',
      subject: { kind: 'design', id: design.id },
      detail: { comment: input.comment },
    });
  });
}
