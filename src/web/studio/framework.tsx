import { actOnFramework } from '../features/frameworks/act-on-frameworks.ts';
import { FrameworkPage } from '../features/frameworks/framework-page.tsx';
import { readFramework } from '../features/frameworks/read-frameworks.ts';
import { appContext } from '../lib/app-context.ts';
import type { PageHandle } from '../lib/page-handle.ts';
import { mayAct } from '../lib/session.ts';
import type { Route } from './+types/framework.ts';

export const handle: PageHandle = { scripts: false };

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { session } = context.get(appContext);
  const read = await readFramework(context, 'institution', params.id, new URL(request.url));
  // Whose name stands there is who keeps it.
  return { read, mayKeep: read.framework.offeredBy === null && mayAct(session, 'institution.manage') };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData();
  return await actOnFramework({ context, keeper: 'institution', id: params.id, form });
}

export default function Framework({ loaderData: { read, mayKeep }, actionData }: Route.ComponentProps) {
  return <FrameworkPage data={read} keeper="institution" mayKeep={mayKeep} problem={actionData?.problem} />;
}
