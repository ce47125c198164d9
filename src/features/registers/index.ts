export type { RegisterDeps } from './keep-register.ts';
export { chooseStanding, hostOfIssuer, type KnownIssuer, type Standing } from './register.ts';
export { registerRegisterRoutes } from './registers.routes.ts';
export { findKnownIssuers } from './registers.store.ts';
