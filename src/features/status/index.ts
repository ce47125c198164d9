export { publishStatusList, readStatusList } from './publish-status-list.ts';
export { type ReserveDeps, reserveStatusEntries } from './reserve-status-entries.ts';
export { registerStatusRoutes } from './status.routes.ts';
export { type StatusEntry, setEntries as setStatus } from './status.store.ts';
