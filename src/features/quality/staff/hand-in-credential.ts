import { createUuid } from '../../../platform/ids.ts';
import type { Actor } from '../../audit/index.ts';
import type { QualityDeps } from '../open-way.ts';
import { credentialUnreadable } from '../quality.problems.ts';
import { inStaff, requirePerson, requireStanding, tell } from './keep-qualification.ts';
import { type Refusal, refuseCredential, type Verified } from './qualification.ts';
import { insertProof } from './staff.store.ts';

export type HandInDeps = QualityDeps & {
  /** What verifying says of these bytes: that room stands later on the ladder. */
  readonly verifyQualification: (bytes: Uint8Array) => Promise<Verified>;
};

/**
 * The file itself is not kept: what verifying said of it on this day, whom it names and its digest are. One that does
 * not count is kept with the reason, so that nobody wonders.
 *
 * @throws Problem 422 for a file that is no credential at all
 */
export async function handInCredential(
  deps: HandInDeps,
  actor: Actor,
  { id, bytes }: { readonly id: string; readonly bytes: Uint8Array | undefined },
): Promise<{ verdict: Verified['verdict']; refusal: Refusal | null }> {
  await inStaff(deps, actor, async (tx, staff) => {
    requirePerson(staff);
    await requireStanding(tx, id);
  });
  if (!bytes) throw credentialUnreadable();
  // Verifying may ask other servers: no transaction waits for them.
  const said = await deps.verifyQualification(bytes);
  const { title, issuer, validFrom } = said;
  if (title === undefined || issuer === undefined || validFrom === undefined) throw credentialUnreadable();
  return await inStaff(deps, actor, async (tx, staff) => {
    const { personId, name } = await requireStanding(tx, id);
    const refusal = refuseCredential(said, name);
    await insertProof(tx, {
      ...{ id: createUuid(), institutionId: staff.institutionId, qualificationId: id },
      ...{ evidence: 'credential', source: issuer.slice(0, 300), reference: title.slice(0, 300) },
      ...{ seenOn: null, verdict: said.verdict, refusal, digest: said.digest },
      recipient: said.recipient?.slice(0, 300) ?? null,
      ...{ validFrom, validUntil: said.validUntil ?? null },
      ...{ byId: requirePerson(staff), recordedAt: deps.clock.now() },
    });
    await tell(deps, tx, staff, { id, personId, action: 'qualification.proven' });
    return { verdict: said.verdict, refusal };
  });
}
