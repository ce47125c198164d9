import { type RouteConfigEntry, route } from '@react-router/dev/routes';

/** The console of whoever runs the installation. Files are named from `src/web`. */
export const operatorRoutes: RouteConfigEntry[] = [
  route('operator', 'operator/institutions.tsx'),
  route('operator/institutions/new', 'operator/new-institution.tsx'),
  route('operator/institutions/:slug', 'operator/institution.tsx'),
  route('operator/registers', 'operator/registers.tsx'),
  route('operator/registers/:id', 'operator/register.tsx'),
  route('operator/frameworks', 'operator/frameworks.tsx'),
  route('operator/frameworks/:id', 'operator/framework.tsx'),
  route('operator/viewing', 'operator/viewing.tsx'),
  route('operator/requests', 'operator/requests.tsx'),
  route('operator/requests/:id', 'operator/request.tsx'),
];
