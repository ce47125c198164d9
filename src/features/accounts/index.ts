export { type AccountRouteDeps, registerAccountRoutes } from './accounts.routes.ts';
export { sessionSchema, signInMethodsSchema } from './accounts.schema.ts';
export { findPerson, findPersonByAddress, listAddresses, listMergedInto } from './accounts.store.ts';
export { clearCookie, readCookie } from './browser-cookies.ts';
export { endSessionsAt } from './end-sessions-at.ts';
export { type Entrance, enterAccount } from './enter-account.ts';
export { erasePerson } from './erase-person.ts';
export { exportPerson } from './export-person.ts';
export { allowFactorReset, isKnownAt } from './factor-reset.ts';
export { type ClaimantName, findClaimantName } from './find-claimant-name.ts';
export { findSessionActor, type SessionActorDeps } from './find-session-actor.ts';
export { normaliseAddress } from './identity.ts';
export { isLetterRefused } from './is-letter-refused.ts';
export { composeLetterLink, composeLetterToken } from './letter-link.ts';
export type {
  FindInstitution,
  FindProvider,
  FindStaffRule,
  ListProviders,
  ListRights,
  NamesOf,
  RebindPerson,
  RecogniseMember,
  SignInProvider,
} from './provider.ts';
export { type Reader, readReader } from './read-reader.ts';
export { rebindPerson } from './rebind-person.ts';
export { removeExpiredAccess } from './remove-expired.ts';
export { requireFreshProof } from './require-fresh-proof.ts';
export { accountChangeSchema, sendAccountLetters, sendToAddress } from './send-account-letter.ts';
export { type CodeLetterDeps, sendCodeLetter } from './send-code-letter.ts';
export { announceEndings, sendEndLetter } from './send-end-letters.ts';
export { setViewing } from './sessions.store.ts';
export { callbackOf } from './start-sign-in.ts';
export { endOfViewing } from './viewing.ts';
