import type { Tx } from '../../database/index.ts';
import { appendAuditEntries } from '../audit/index.ts';
import type { StaffActor } from '../institutions/index.ts';
import type { Award } from './award.ts';

/** A line for each award that was shown, so that every learner sees that somebody looked (reliability: H5). */
export async function recordReading(
  tx: Tx,
  at: Date,
  actor: StaffActor,
  read: {
    readonly action: 'award.read' | 'award.listed';
    readonly awards: readonly Pick<Award, 'id' | 'personId' | 'institutionId'>[];
  },
): Promise<void> {
  await appendAuditEntries(
    tx,
    at,
    read.awards.map(({ id, personId, institutionId }) => ({
      actor,
      institutionId,
      action: read.action,
      subject: { kind: 'award', id },
      personId,
    })),
  );
}
