export { publishStatusList, readStatusList } from './publish-status-list.ts';
export { type ReserveDeps, reserveStatusEntries } from './reserve-status-entries.ts';
export { setEntries as setStatus, type StatusEntry } from './status.store.ts';
export { registerStatusRoutes } from './status.routes.ts';
