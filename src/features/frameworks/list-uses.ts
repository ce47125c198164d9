import type { Tx } from '../../database/index.ts';
import type { Reach } from '../institutions/index.ts';
import type { AlignedDraft, FrameworkDeps } from './framework-deps.ts';
import { findByUrls } from './frameworks.store.ts';

export type Use = {
  readonly framework: string;
  readonly frameworkName: string;
  readonly url: string;
  /** The item is in the framework no more. */
  readonly gone: boolean;
  readonly draft: AlignedDraft;
};

/** Which drafts use which items of which frameworks. */
export async function listUses(deps: FrameworkDeps, tx: Tx, reach: Reach): Promise<readonly Use[]> {
  const drafts = await deps.listAlignedDrafts(tx, reach);
  const urls = [...new Set(drafts.flatMap((draft) => draft.urls))];
  if (urls.length === 0) return [];
  const items = await findByUrls(tx, urls);
  return items.flatMap(({ id, name, url, goneAt }) =>
    drafts
      .filter((draft) => draft.urls.includes(url))
      .map((draft) => ({ framework: id, frameworkName: name, url, gone: goneAt !== null, draft })),
  );
}
