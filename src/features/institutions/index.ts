export { addMember } from './add-member.ts';
export { listApiClients } from './api-clients.store.ts';
export { createApiClient, findClientActor, grantToken } from './api-clients.ts';
export { createInstitution, type NewInstitution } from './create-institution.ts';
export type { CreateIssuerDeps } from './create-issuer.ts';
export { createUnit } from './create-unit.ts';
export { erasePerson } from './erase-person.ts';
export { exportPerson } from './export-person.ts';
export {
  composeIssuerFacts,
  type Institution,
  type Issuer,
  makeDid,
  type StaffProvider,
  type Unit,
} from './institution.ts';
export { registerInstitutionRoutes } from './institutions.routes.ts';
export {
  findInstitution,
  findInstitutionBySlug,
  findIssuer,
  findIssuerOfUnit,
  findOperator,
  findStaffProvider,
  listInstitutions,
  listIssuers,
  nameInstitutions,
} from './institutions.store.ts';
export { inviteFirstAdministrator } from './invite-first-administrator.ts';
export { inviteMembers } from './invite-members.ts';
export { leadsAlone } from './leads-alone.ts';
export { listRights, type Rights } from './list-rights.ts';
export { listMembers, recogniseMember } from './members.store.ts';
export { newInstitutionSchema } from './new-institution.schema.ts';
export { registerTokenEndpoint } from './oauth.routes.ts';
export {
  isPermission,
  isRole,
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
export { requireOperator } from './require-operator.ts';
export type { DescribedDesign } from './role-place.ts';
export { sendInvitationLetter } from './send-invitation-letter.ts';
export { registerStaffRoutes } from './staff.routes.ts';
export { listUnits } from './units.store.ts';
