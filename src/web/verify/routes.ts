import { type RouteConfigEntry, route } from '@react-router/dev/routes';

/** Checking any credential. Files are named from `src/web`. */
export const verifyRoutes: RouteConfigEntry[] = [route('verify', 'verify/verify.tsx')];
