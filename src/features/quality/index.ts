/** The door of quality: by which rules a design is judged, its way, and the approval that travels with it. */
export { adoptPack } from './adopt-pack.ts';
export { callReviews } from './call-reviews.ts';
export { castVote } from './cast-vote.ts';
export { CAUSES } from './causes.ts';
export { type DecisionInput, decideDesign } from './decide-design.ts';
export { listApprovals } from './decisions.store.ts';
export { type Dossier, dossierSchema, emptyDossier } from './dossier.schema.ts';
export { readDossier } from './dossiers.store.ts';
export type { Finding, Judged } from './finding.ts';
export { giveOpinion } from './give-opinion.ts';
export { type GuideSection, guideInputSchema } from './guide.schema.ts';
export type { Heard, HeardDeps } from './heard.ts';
export { callMeeting, closeMeeting, openMeeting, putOnAgenda } from './hold-meeting.ts';
export { isMakerOf } from './is-maker-of.ts';
export { judgeDesign } from './judge-design.ts';
export { judgement } from './judgement.ts';
export { listOpenCriteria } from './list-open-criteria.ts';
export { makePack } from './make-pack.ts';
export { mayGrant } from './may-grant.ts';
export { moveDesign } from './move-design.ts';
export { type Criterion, type PolicyPack, packSchema } from './pack.schema.ts';
export { bundledPacks, PackRefusal, resolvePack } from './packs/index.ts';
export { erasePerson, exportPerson, rebindPerson } from './person-data.ts';
export { publishGuide } from './publish-guide.ts';
export { registerQualityRoutes } from './quality.routes.ts';
export { REASONS, type Reason } from './reasons.ts';
export { recordFirstAward } from './record-first-award.ts';
export { listWeighed } from './require-verdicts.ts';
export { findRules } from './rules.ts';
export { saveDossier } from './save-dossier.ts';
export { sendMoveLetters } from './send-move-letters.ts';
export { sendReviewLetters } from './send-review-letters.ts';
export { type HandInDeps, handInCredential } from './staff/hand-in-credential.ts';
export {
  proveQualification,
  recordQualification,
  withdrawQualification,
} from './staff/keep-qualification.ts';
export { checkDesign, submitDesign } from './submit-design.ts';
