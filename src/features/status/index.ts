export { insertListing as reserveListing } from './listings.store.ts';
export { publishStatusList, readStatusList, republishStatusLists } from './publish-status-list.ts';
export { readRevocations } from './read-revocations.ts';
export { type ReserveDeps, reserveStatusEntries } from './reserve-status-entries.ts';
export { setStatus } from './set-status.ts';
export { registerStatusRoutes } from './status.routes.ts';
export { lastListedAt, listStatusLists, type StatusEntry } from './status.store.ts';
