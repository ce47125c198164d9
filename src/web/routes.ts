import { index, type RouteConfig, route } from '@react-router/dev/routes';
import { backpackRoutes } from './backpack/routes.ts';
import { operatorRoutes } from './operator/routes.ts';
import { publicRoutes } from './public/routes.ts';
import { studioRoutes } from './studio/routes.ts';
import { verifyRoutes } from './verify/routes.ts';

export default [
  index('public/home.tsx'),
  ...publicRoutes,
  ...verifyRoutes,
  ...backpackRoutes,
  ...studioRoutes,
  ...operatorRoutes,
  route('dev/ui', 'dev/components.tsx'),
  route('dev/mail', 'dev/mail.tsx'),
  route('dev/mail/:id', 'dev/letter.tsx'),
  route('*', 'public/not-found.tsx'),
] satisfies RouteConfig;
