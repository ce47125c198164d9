import { type RouteConfigEntry, route } from '@react-router/dev/routes';

/** Pages for everybody. Files are named from `src/web`. */
export const publicRoutes: RouteConfigEntry[] = [route('about', 'public/about.tsx')];
