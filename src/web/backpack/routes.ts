import { type RouteConfigEntry, route } from '@react-router/dev/routes';

/** The learner's pages, and those of everybody who signs in. Files are named from `src/web`. */
export const backpackRoutes: RouteConfigEntry[] = [
  route('sign-in', 'backpack/sign-in.tsx'),
  route('sign-out', 'backpack/sign-out.ts'),
  route('agree', 'backpack/agree.tsx'),
  route('sign-in/letter/:link', 'backpack/letter.tsx'),
  route('second-factor', 'backpack/second-factor.tsx'),
  route('account', 'backpack/account.tsx'),
  route('account/ways-in', 'backpack/ways-in.tsx'),
  route('account/prove', 'backpack/prove.tsx'),
  route('account/merge', 'backpack/merge.tsx'),
  route('backpack', 'backpack/backpack.tsx'),
  route('backpack/:id', 'backpack/item.tsx'),
];
