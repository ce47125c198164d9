import type { App } from '../../platform/http/index.ts';
import { registerClientRoutes } from './clients.routes.ts';
import { type OperatorRouteDeps, registerOperatorRoutes } from './operator.routes.ts';
import { registerProfileRoutes } from './profile.routes.ts';
import { registerUnitRoutes } from './units.routes.ts';
import { registerViewingRoutes } from './viewing.routes.ts';

/** The institution itself: its profile, units and programs, and the console of whoever runs the installation. */
export function registerOrganisationRoutes(app: App, deps: OperatorRouteDeps): void {
  registerProfileRoutes(app, deps);
  registerUnitRoutes(app, deps);
  registerClientRoutes(app, deps);
  registerOperatorRoutes(app, deps);
  registerViewingRoutes(app, deps);
}
