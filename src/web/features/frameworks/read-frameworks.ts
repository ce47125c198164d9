/** Frameworks for pages: an institution's own, and those that the operator offers. */
import type { RouterContextProvider } from 'react-router';
import { frameworkDetailSchema, frameworksSchema } from '../../../features/frameworks/frameworks.schema.ts';
import { addQuery } from '../../lib/add-query.ts';
import { readApi } from '../../lib/api.ts';

type Context = Readonly<RouterContextProvider>;

export const KEEPERS = {
  institution: { api: '/api/v1/frameworks', page: '/studio/frameworks' },
  operator: { api: '/api/v1/operator/frameworks', page: '/operator/frameworks' },
} as const;
export type Keeper = keyof typeof KEEPERS;

export async function readFrameworks(context: Context, keeper: Keeper) {
  const { frameworks } = await readApi(context, KEEPERS[keeper].api, frameworksSchema);
  return frameworks;
}

export async function readFramework(context: Context, keeper: Keeper, id: string, url: URL) {
  const words = url.searchParams.get('q') ?? '';
  const path = addQuery(`${KEEPERS[keeper].api}/${encodeURIComponent(id)}`, '', {
    q: words || undefined,
    page: url.searchParams.get('page') ?? undefined,
  });
  return { framework: await readApi(context, path, frameworkDetailSchema), words };
}
export type FrameworkData = Awaited<ReturnType<typeof readFramework>>;
