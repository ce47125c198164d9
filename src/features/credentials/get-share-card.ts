import type { Database } from '../../database/index.ts';
import type { DesignContent } from '../../formats/index.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Storage } from '../../platform/storage/index.ts';
import { composeShareCard, type ShareCard } from '../designs/index.ts';
import { getPublicCredential } from './get-public-credential.ts';
import { readPublicDocument } from './read-document.ts';

export type ShareCardDeps = {
  readonly database: Database;
  readonly clock: Clock;
  readonly storage: Storage;
};

/**
 * The picture that goes with a shared address says no more than its page: no name that the holder does not show.
 *
 * @throws Problem 404, the same for private, withdrawn, erased and never issued
 */
export async function getShareCard(deps: ShareCardDeps, publicId: string): Promise<ShareCard> {
  const credential = await getPublicCredential(deps, publicId);
  const { mark, state, holderName } = credential;
  const png = mark.drawn ? undefined : await readPicture(deps, publicId);
  return composeShareCard({
    content: credential.content as DesignContent, // as contentOf() gave it
    issuer: credential.issuer.name,
    language: credential.language,
    url: credential.url,
    mark: { hash: Buffer.from(mark.hash, 'hex'), inks: mark.inks, ...(png ? { png } : {}) },
    ...(holderName ? { holder: holderName } : {}),
    ...(state === 'valid' ? {} : { ended: state }),
  });
}

async function readPicture(deps: ShareCardDeps, publicId: string): Promise<Uint8Array | undefined> {
  const { version } = await readPublicDocument(deps, { publicId, format: 'ob3-data-integrity' });
  return (await deps.storage.get(version.imageKey))?.bytes;
}
