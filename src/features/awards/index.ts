export { type Award, normaliseIdentifier, type Recipient } from './award.ts';
export { registerAwardRoutes } from './awards.routes.ts';
export {
  countInstitutionAwards,
  findAward,
  findRecipient,
  findRecipientsLike,
  listRecipients,
  listVisibleAwards,
  lockAward,
  lockAwards,
} from './awards.store.ts';
export { type ClaimantName, claimAward, declineAward, requirePerson } from './claim-award.ts';
export { offerToken } from './compose-award.ts';
export { countAwardsOf } from './count-awards-of.ts';
export { listClaimedOn } from './counts.store.ts';
export { endUndoWindow } from './end-undo-window.ts';
export { erasePerson } from './erase-person.ts';
export { exportPerson } from './export-person.ts';
export { type GrantDeps, grantAwards } from './grant-awards.ts';
export { countAwards, listHeldAwards, lockHeldAwards } from './held-awards.store.ts';
export { nameAwards } from './name-awards.ts';
export type { Refusal } from './read-recipient.ts';
export { rebindPerson } from './rebind-person.ts';
export { forgetOldLists } from './remove-expired.ts';
export { revokeAward } from './revoke-award.ts';
export { sendOfferLetter, sendRevocationLetter } from './send-award-letters.ts';
export { findPublishedAward, type ShownAward } from './shown-awards.store.ts';
export { undoAward, undoBatch } from './undo-awards.ts';
