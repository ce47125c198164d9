import type { z } from 'zod';
import { dayIn } from '../../../platform/calendar.ts';
import type { Actor } from '../../audit/index.ts';
import { findInstitution, listMembers, requirePermission } from '../../institutions/index.ts';
import type { QualityDeps } from '../open-way.ts';
import type { QualificationView, staffSchema } from '../staff.schema.ts';
import { judgeHolding, lastDayOf, type Qualification } from './qualification.ts';
import { listQualifications } from './staff.store.ts';

/** What the institution knows of its teachers and examiners; whoever writes dossiers picks from it. */
export async function getStaff(deps: QualityDeps, actor: Actor): Promise<z.output<typeof staffSchema>> {
  const { institutionId } = requirePermission(actor, 'designs.read', 'anywhere');
  return await deps.database.asInstitution(institutionId, async (tx) => {
    const institution = await findInstitution(tx, institutionId);
    const today = dayIn(institution?.timeZone ?? 'UTC', deps.clock.now());
    const members = new Map(
      (await listMembers(tx, institutionId)).flatMap(({ personId, name }) =>
        personId && name ? [[personId, name]] : [],
      ),
    );
    return {
      today,
      qualifications: (await listQualifications(tx, institutionId)).map((one) => present(one, today)),
      members: [...members]
        .map(([id, name]) => ({ id, name }))
        .sort((one, other) => one.name.localeCompare(other.name)),
    };
  });
}

function present(one: Qualification, today: string): QualificationView {
  return {
    ...{ id: one.id, person: one.personId, name: one.name, kind: one.kind, kindName: one.kindName },
    ...{ withdrawnOn: one.withdrawnOn, withdrawnBecause: one.withdrawnBecause },
    ...{ holding: judgeHolding(one, [today]), until: lastDayOf(one) ?? null },
    proofs: one.proofs.map((proof) => ({
      ...{ evidence: proof.evidence, source: proof.source, reference: proof.reference },
      ...{ seenOn: proof.seenOn, verdict: proof.verdict, refusal: proof.refusal },
      ...{ recipient: proof.recipient, digest: proof.digest },
      ...{ validFrom: proof.validFrom, validUntil: proof.validUntil },
      recordedAt: proof.recordedAt.toISOString(),
    })),
  };
}
