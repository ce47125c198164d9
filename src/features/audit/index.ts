import './request-actor.ts';

export {
  type Actor,
  anonymous,
  type ClientActor,
  type PersonActor,
  type SystemActor,
  system,
} from './actor.ts';
export { type AuditEntry, appendAuditEntries, appendAuditEntry } from './append-audit-entry.ts';
export { registerAuditRoutes } from './audit.routes.ts';
export { type AuditRow, findLastEntryAt, listEntriesOfSubject } from './audit.store.ts';
export { erasePerson } from './erase-person.ts';
export { exportPerson } from './export-person.ts';
export { type Names, readHistory, searchAudit, type TrailDeps } from './read-trail.ts';
export { rebindPerson } from './rebind-person.ts';
