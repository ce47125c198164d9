import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createCapabilityId } from '../../platform/crypto/index.ts';
import { createUuid } from '../../platform/ids.ts';
import type { DesignVersion } from '../designs/index.ts';
import type { StaffActor } from '../institutions/index.ts';
import type { NewAward } from './awards.store.ts';
import type { ReadyRow } from './read-recipient.ts';

export type AwardDeps = {
  readonly publicUrl: string;
  /** HMAC under the master key: what the database holds cannot be guessed back, nor computed without it. */
  readonly keyedDigest: (purpose: string, text: string) => Buffer;
};

export type NewAwardInput = {
  readonly staff: StaffActor;
  readonly version: DesignVersion;
  readonly batch: { readonly batchId: string; readonly undoUntil: Date | null; readonly now: Date };
  readonly row: ReadyRow;
  readonly recipientKey: Buffer;
};

/** The rows of one award, before they are written. */
export function composeAward(
  deps: AwardDeps,
  { staff, version, batch, row, recipientKey }: NewAwardInput,
): NewAward {
  const id = createUuid();
  const publicId = createCapabilityId();
  const { institutionId } = staff;
  return {
    award: {
      id,
      institutionId,
      issuerId: version.issuerId,
      designId: version.designId,
      versionId: version.id,
      batchId: batch.batchId,
      state: batch.undoUntil ? 'pending' : 'offered',
      publicId,
      url: `${deps.publicUrl}/c/${publicId}`,
      // Random per award: an id from an account or an address would correlate people (DECISIONS 8).
      subjectId: randomUUID(),
      language: row.language,
      awardedOn: row.awardedOn,
      expiresOn: row.expiresOn,
      result: row.result && JSON.stringify(row.result),
      evidence: row.evidence && JSON.stringify(row.evidence),
      narrative: row.narrative,
      reference: row.reference,
      audience: row.audience,
      audienceBy: row.audienceBy,
      recipientKey,
      undoUntil: batch.undoUntil,
      grantedByKind: staff.kind,
      grantedBy: actorId(staff),
      createdAt: batch.now,
      grantedAt: batch.undoUntil ? null : batch.now,
    },
    recipient: {
      awardId: id,
      institutionId,
      name: row.name,
      nameSource: 'issuer',
      email: row.email,
      identifier: row.identifier,
      salt: randomBytes(16).toString('hex'),
      offerHash: createHash('sha256').update(offerToken(deps, id)).digest(),
    },
  };
}

/** The secret of the letter's link: computed, not stored, so that a letter can be sent again with the same link. */
export function offerToken(deps: Pick<AwardDeps, 'keyedDigest'>, awardId: string): string {
  return deps.keyedDigest('offer', awardId).toString('base64url');
}

/** Who granted it, as the audit names them. */
export function actorId(staff: StaffActor): string {
  return staff.kind === 'person' ? staff.personId : staff.clientId;
}
