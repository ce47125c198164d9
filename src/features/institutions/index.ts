export { addMember } from './add-member.ts';
export { forgetDeclinedRequests } from './answer-request.ts';
export { nameApiClients } from './api-clients.store.ts';
export { createApiClient, findClientActor, grantToken } from './api-clients.ts';
export { changeProfile } from './change-profile.ts';
export { archiveUnit } from './change-unit.ts';
export { createInstitution, type NewInstitution } from './create-institution.ts';
export type { CreateIssuerDeps } from './create-issuer.ts';
export { createUnit } from './create-unit.ts';
export { erasePerson } from './erase-person.ts';
export { exportPerson } from './export-person.ts';
export { getProfile } from './get-profile.ts';
export {
  basisFor,
  composeIssuerFacts,
  type Institution,
  type Issuer,
  makeDid,
  type StaffProvider,
  type Unit,
} from './institution.ts';
export { INSTITUTION_PERMISSIONS } from './institution-permissions.ts';
export { registerInstitutionRoutes } from './institutions.routes.ts';
export {
  findInstitution,
  findInstitutionBySlug,
  findIssuer,
  findIssuerOfUnit,
  findOperator,
  findStaffProvider,
  findStaffRule,
  listInstitutions,
  listIssuers,
  nameInstitutions,
} from './institutions.store.ts';
export { inviteFirstAdministrator } from './invite-first-administrator.ts';
export { inviteMembers } from './invite-members.ts';
export { leadsAlone } from './leads-alone.ts';
export type { Rights } from './list-rights.ts';
export { listStandingRights as listRights } from './list-standing-rights.ts';
export { listMembers, recogniseMember } from './members.store.ts';
export { newInstitutionSchema } from './new-institution.schema.ts';
export { registerTokenEndpoint } from './oauth.routes.ts';
export { tooManyRequests } from './organisation.problems.ts';
export { registerOrganisationRoutes } from './organisation.routes.ts';
export type { OrganisationDeps } from './organisation-deps.ts';
export {
  isPermission,
  isRole,
  levelsOf,
  mayAt,
  namesOf,
  PERMISSIONS,
  type Permission,
  type Place,
  permissionsOf,
  type Reach,
  ROLES,
  type Role,
  reachOf,
  requirePermission,
  requireStaff,
  type StaffActor,
} from './permissions.ts';
export { rebindPerson } from './rebind-person.ts';
export { removeExpiredInvitations, removeExpiredTokens } from './remove-expired.ts';
export { requestInstitution } from './request-institution.ts';
export { createRequestRate, type RequestRate } from './request-rate.ts';
export { requireOperator } from './require-operator.ts';
export { requireFeature, requireKind, requireStanding } from './requirements.ts';
export type { DescribedDesign } from './role-place.ts';
export { sendInvitationLetter } from './send-invitation-letter.ts';
export { sendRequestReceipt, sendRequestRefusal } from './send-request-letters.ts';
export { setInstitutionLogo } from './set-logo.ts';
export { registerStaffRoutes } from './staff.routes.ts';
export { openProvider } from './staff-provider.ts';
export { isTest, logoOf } from './unit-tree.ts';
export { listUnits } from './units.store.ts';
export { withdrawUnansweredClients } from './withdraw-unanswered-clients.ts';
