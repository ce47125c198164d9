import { type RouteConfigEntry, route } from '@react-router/dev/routes';

/** The institution's pages. Files are named from `src/web`. */
export const studioRoutes: RouteConfigEntry[] = [
  route('studio', 'studio/home.tsx'),
  route('studio/designs', 'studio/designs.tsx'),
  route('studio/designs/new', 'studio/new-design.tsx'),
  route('studio/designs/:id', 'studio/designer/designer.tsx'),
  route('studio/tags', 'studio/tags.tsx'),
  route('studio/awards', 'studio/awards.tsx'),
  route('studio/awards/new', 'studio/awarding/new-award.tsx'),
  route('studio/awards/:id', 'studio/award.tsx'),
  route('studio/batches/:id', 'studio/batch.tsx'),
  route('studio/people', 'studio/staff/people.tsx'),
  route('studio/people/invite', 'studio/staff/invite.tsx'),
  route('studio/people/:id', 'studio/staff/member.tsx'),
  route('studio/provider', 'studio/organisation/provider.tsx'),
  route('studio/roles', 'studio/staff/roles.tsx'),
  route('studio/roles/:slug', 'studio/staff/role.tsx'),
  route('studio/institution', 'studio/organisation/institution.tsx'),
  route('studio/units', 'studio/organisation/units.tsx'),
  route('studio/units/:id', 'studio/organisation/unit.tsx'),
  route('studio/clients', 'studio/organisation/clients.tsx'),
  route('studio/register', 'studio/register.tsx'),
  route('studio/keys', 'studio/organisation/keys.tsx'),
  route('studio/audit', 'studio/audit.tsx'),
  route('studio/audit.csv', 'studio/audit-file.ts'),
  route('studio/terms', 'studio/terms.tsx'),
];
