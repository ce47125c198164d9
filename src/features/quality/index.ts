/** The door of quality: by which rules a design is judged, its way, and the approval that travels with it. */
export { adoptPack, makePack } from './adopt-pack.ts';
export { callReviews } from './call-reviews.ts';
export { castVote } from './cast-vote.ts';
export { decideDesign } from './decide-design.ts';
export { listApprovals } from './decisions.store.ts';
export { type Dossier, dossierSchema, emptyDossier } from './dossier.schema.ts';
export { readDossier } from './dossiers.store.ts';
export type { Finding, Judged } from './finding.ts';
export { giveOpinion } from './give-opinion.ts';
export { callMeeting, closeMeeting, openMeeting, putOnAgenda } from './hold-meeting.ts';
export { judgeDesign } from './judge-design.ts';
export { judgement } from './judgement.ts';
export { listOpenCriteria } from './list-open-criteria.ts';
export { mayGrant } from './may-grant.ts';
export { moveDesign } from './move-design.ts';
export { type Criterion, type PolicyPack, packSchema } from './pack.schema.ts';
export { bundledPacks, PackRefusal, resolvePack } from './packs/index.ts';
export { erasePerson, exportPerson, rebindPerson } from './person-data.ts';
export { registerQualityRoutes } from './quality.routes.ts';
export { REASONS, type Reason } from './reasons.ts';
export { recordFirstAward } from './record-first-award.ts';
export { listWeighed } from './require-verdicts.ts';
export { findRules } from './rules.ts';
export { saveDossier } from './save-dossier.ts';
export { type HandInDeps, handInCredential } from './staff/hand-in-credential.ts';
export {
  proveQualification,
  recordQualification,
  withdrawQualification,
} from './staff/keep-qualification.ts';
export { checkDesign, submitDesign } from './submit-design.ts';
