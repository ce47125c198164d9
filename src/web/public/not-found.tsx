import { data } from 'react-router';
import type { PageHandle } from '../lib/page-handle.ts';

export const handle: PageHandle = { scripts: false };

/** Every address that no page has; the root's error page says it. */
export function loader() {
  throw data(null, { status: 404 });
}

export default function Nothing() {
  return null;
}
