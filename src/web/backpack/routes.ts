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
  route('account/consents', 'backpack/consents.tsx'),
  route('account/consents.csv', 'backpack/consents-file.ts', { id: 'consents-csv' }),
  route('account/consents.json', 'backpack/consents-file.ts', { id: 'consents-json' }),
  route('account/history', 'backpack/history.tsx'),
  route('account/history.csv', 'backpack/history-file.ts'),
  route('account/data', 'backpack/data.tsx'),
  route('backpack', 'backpack/backpack.tsx'),
  route('feedback/:award', 'backpack/feedback.tsx'),
  route('backpack/:id', 'backpack/item.tsx'),
  route('backpack/:id/disclosure', 'backpack/disclosure-file.ts'),
];
