import type { RouteConfigEntry } from '@react-router/dev/routes';

/** The learner's pages. Files are named from `src/web`. */
export const backpackRoutes: RouteConfigEntry[] = [];
