import type { Tx } from '../../database/index.ts';
import type { AlignedDraft } from '../frameworks/index.ts';
import type { Reach } from '../institutions/index.ts';
import { listDesigns } from './designs.store.ts';

/** Drafts that name skills of a framework, with the addresses of the skills; retired designs change no more. */
export async function listAlignedDrafts(tx: Tx, reach: Reach): Promise<readonly AlignedDraft[]> {
  const designs = await listDesigns(tx, reach);
  return designs
    .filter(({ retiredAt }) => retiredAt === null)
    .map(({ publicId, draft: { title, outcomes, skills = [] } }) => ({
      ...{ id: publicId, title },
      urls: [...outcomes.flatMap((outcome) => outcome.alignments ?? []), ...skills].map(
        ({ targetUrl }) => targetUrl,
      ),
    }))
    .filter(({ urls }) => urls.length > 0);
}
