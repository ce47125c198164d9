import { actOnFramework } from '../features/frameworks/act-on-frameworks.ts';
import { FrameworkPage } from '../features/frameworks/framework-page.tsx';
import { readFramework } from '../features/frameworks/read-frameworks.ts';
import type { PageHandle } from '../lib/page-handle.ts';
import type { Route } from './+types/framework.ts';

export const handle: PageHandle = { scripts: false };

export async function loader({ context, params, request }: Route.LoaderArgs) {
  return { read: await readFramework(context, 'operator', params.id, new URL(request.url)) };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData();
  return await actOnFramework({ context, keeper: 'operator', id: params.id, form });
}

export default function OfferedFramework({ loaderData: { read }, actionData }: Route.ComponentProps) {
  return <FrameworkPage data={read} keeper="operator" mayKeep problem={actionData?.problem} />;
}
