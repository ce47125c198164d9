import type { Tx } from '../../database/index.ts';
import { listEntries } from './audit.store.ts';

const ALL = 100_000;

/** What was written about them, as they may read it. */
export async function exportPerson(tx: Tx, personId: string): Promise<Record<string, unknown>> {
  const entries = await listEntries(tx, { concerns: [personId], limit: ALL });
  return {
    entries: entries.map(({ at, institutionId, actorKind, action, subjectKind, subjectId }) => ({
      at,
      institutionId,
      by: actorKind,
      action,
      subject: { kind: subjectKind, id: subjectId },
    })),
  };
}
