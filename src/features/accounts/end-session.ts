import type { Database } from '../../database/index.ts';
import { hashToken } from './browser-cookies.ts';
import { deleteSession } from './sessions.store.ts';

/** The token opens nothing any more, in whatever hands it is. */
export async function endSession(
  deps: { readonly database: Database },
  token: string | undefined,
): Promise<void> {
  if (token) await deps.database.asDoorkeeper((tx) => deleteSession(tx, hashToken(token)));
}
