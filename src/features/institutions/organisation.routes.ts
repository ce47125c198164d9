import type { App } from '../../platform/http/index.ts';
import type { ProviderDeps } from './change-provider.ts';
import { registerClientRoutes } from './clients.routes.ts';
import { type OperatorRouteDeps, registerOperatorRoutes } from './operator.routes.ts';
import { registerProfileRoutes } from './profile.routes.ts';
import { registerProviderRoutes } from './provider.routes.ts';
import { registerUnitRoutes } from './units.routes.ts';
import { registerViewingRoutes } from './viewing.routes.ts';

/** The institution itself: its profile, units and programs, and the console of whoever runs the installation. */
export function registerOrganisationRoutes(app: App, deps: OperatorRouteDeps & ProviderDeps): void {
  registerProfileRoutes(app, deps);
  registerProviderRoutes(app, deps);
  registerUnitRoutes(app, deps);
  registerClientRoutes(app, deps);
  registerOperatorRoutes(app, deps);
  registerViewingRoutes(app, deps);
}
