export { registerEndorsementRoutes } from './endorsements.routes.ts';
export { listAccepted as listAcceptedEndorsements } from './endorsements.store.ts';
