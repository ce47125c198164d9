import { redirect } from 'react-router';
import { appContext } from '../lib/app-context.ts';
import { mayAct } from '../lib/session.ts';
import type { Route } from './+types/home.ts';

/** Whoever runs the installation has a console instead of designs. */
export function loader({ context }: Route.LoaderArgs) {
  const { session } = context.get(appContext);
  return redirect(mayAct(session, 'platform.manage') ? '/operator' : '/studio/designs');
}
