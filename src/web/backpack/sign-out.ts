import { redirect } from 'react-router';
import { sendApi } from '../lib/api.ts';
import { redirectWithMessage } from '../lib/flash.ts';
import type { Route } from './+types/sign-out.ts';

/** Somebody who types the address has nothing to end. */
export function loader() {
  return redirect('/');
}

export async function action({ context }: Route.ActionArgs) {
  await sendApi(context, '/api/v1/sign-out');
  return redirectWithMessage(context, '/', { key: 'account.signed-out' });
}
