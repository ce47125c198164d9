import './request-actor.ts';

export {
  type Actor,
  anonymous,
  type ClientActor,
  type PersonActor,
  type SystemActor,
  system,
} from './actor.ts';
export { type AuditEntry, appendAuditEntry } from './append-audit-entry.ts';
export { type AuditRow, findLastEntryAt, listEntriesOfSubject } from './audit.store.ts';
