import { type RouteConfigEntry, route } from '@react-router/dev/routes';

/** Pages for everybody. Files are named from `src/web`. */
export const publicRoutes: RouteConfigEntry[] = [
  route('catalogue', 'public/catalogue.tsx'),
  route('designs/:id', 'public/design.tsx', { id: 'design' }),
  route('designs/:id/versions/:n', 'public/design.tsx', { id: 'design-version' }),
  route('policy-packs/:slug/:name', 'public/policy-pack.tsx'),
  route('guides/:slug', 'public/guide.tsx', { id: 'guide' }),
  route('guides/:slug/:n', 'public/guide.tsx', { id: 'guide-version' }),
  route('providers', 'public/providers.tsx'),
  route('issuers/:id', 'public/issuer.tsx'),
  route('c/:id', 'public/badge.tsx'),
  route('claim/:token', 'public/claim.tsx'),
  route('invitation/:token', 'public/invitation.tsx'),
  route('letters/:token', 'public/letters.tsx'),
  route('join', 'public/join.tsx'),
  route('about', 'public/about.tsx'),
  route('accessibility', 'public/accessibility.tsx'),
  route('privacy', 'public/privacy.tsx'),
  route('terms/:owner/:kind', 'public/terms.tsx'),
  route('status', 'public/status.tsx'),
];
