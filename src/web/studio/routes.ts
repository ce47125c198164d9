import type { RouteConfigEntry } from '@react-router/dev/routes';

/** The institution's pages. Files are named from `src/web`. */
export const studioRoutes: RouteConfigEntry[] = [];
