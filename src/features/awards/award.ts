/** The fact that a person was granted a version of a design. Pure. */
import type { Evidence, Language, Result } from '../../formats/index.ts';
import type { Day } from '../../platform/calendar.ts';

/** `pending`: still in its undo window; nothing of it exists outside of the institution. */
export type AwardState = 'pending' | 'offered' | 'claimed' | 'declined' | 'revoked';

/** Said by whoever granted it, or by the affiliation that the recipient's institution states (eduPersonAffiliation). */
export type AudienceBasis = 'declared' | 'affiliation';

export type Award = {
  readonly id: string;
  readonly institutionId: string;
  readonly issuerId: string;
  readonly designId: string;
  readonly versionId: string;
  readonly batchId: string | null;
  readonly personId: string | null;
  readonly state: AwardState;
  readonly publicId: string;
  readonly url: string;
  readonly subjectId: string;
  readonly language: Language;
  readonly awardedOn: Day;
  readonly expiresOn: Day | null;
  readonly result: Result | null;
  readonly evidence: readonly Evidence[] | null;
  readonly narrative: string | null;
  readonly reference: string | null;
  /** Which of the audiences of the policy pack they belong to. */
  readonly audience: string | null;
  readonly audienceBy: AudienceBasis | null;
  readonly undoUntil: Date | null;
  readonly createdAt: Date;
  readonly grantedAt: Date | null;
  readonly claimedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly revocationReason: RevocationReason | null;
  readonly revocationNote: string | null;
  /** When its recipient had their data erased; nothing is signed for it any more. */
  readonly erasedAt: Date | null;
};

/** Whom the issuer meant. Apart from the award, so that it can be erased. */
export type Recipient = {
  readonly awardId: string;
  readonly personId: string | null;
  readonly name: string | null;
  /** Who vouches for the name (DECISIONS 9). */
  readonly nameSource: 'issuer' | 'holder' | 'institution';
  readonly email: string | null;
  readonly identifier: string | null;
  /** When no letter left, because the address wishes for none. */
  readonly offerWithheldAt: Date | null;
  /** 128 bits in hex, for hashed identifiers of this award alone. */
  readonly salt: string;
};

export const REVOCATION_REASONS = [
  'issued-in-error',
  'assessment-invalid',
  'fraud',
  'superseded',
  'requested-by-holder',
  'other',
] as const;
export type RevocationReason = (typeof REVOCATION_REASONS)[number];

/** One and the same mailbox or account, however it was typed: NFC, trimmed, lower case (DECISIONS 10). */
export function normaliseIdentifier(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}

/** An award that can still be taken back without a trace. */
export function isUndoable(award: Pick<Award, 'state' | 'undoUntil'>, now: Date): boolean {
  return award.state === 'pending' && award.undoUntil !== null && now < award.undoUntil;
}

export function isStanding(award: Pick<Award, 'state'>): boolean {
  return award.state === 'offered' || award.state === 'claimed';
}
