import type { Database } from '../../database/index.ts';
import { findPublicStamp } from './credentials.store.ts';

/**
 * What a public page follows from, as one text: another document, choice, state or status list is another stamp. One
 * question, so that a page that was made a moment ago can be given again. Undefined when there is nothing to show.
 */
export async function findPageStamp(
  { database }: { readonly database: Database },
  publicId: string,
): Promise<string | undefined> {
  const stamp = await database.readPublic((tx) => findPublicStamp(tx, publicId));
  return stamp && JSON.stringify(stamp);
}
