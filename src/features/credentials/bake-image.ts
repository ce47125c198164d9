import type { Database } from '../../database/index.ts';
import { bakePng, bakeSvg } from '../../formats/index.ts';
import { notFound } from '../../platform/problem.ts';
import type { Storage } from '../../platform/storage/index.ts';
import { type DesignVersion, readImageSvg } from '../designs/index.ts';

export type BakeDeps = { readonly database: Database; readonly storage: Storage };

type ToBake = {
  readonly version: DesignVersion;
  readonly bytes: string;
  readonly keyword: 'openbadgecredential' | 'openbadges';
};

/** The badge image with the credential inside: a picture that verifies (Open Badges 3.0, "Baking"). */
export async function bakeBadge(
  deps: BakeDeps,
  kind: 'png' | 'svg',
  { version, bytes, keyword }: ToBake,
): Promise<Uint8Array> {
  if (kind === 'svg')
    return new TextEncoder().encode(
      bakeSvg(await readImageSvg(deps.storage, version), { keyword, text: bytes }),
    );
  const image = await deps.storage.get(version.imageKey);
  if (!image) throw notFound();
  return bakePng(image.bytes, { keyword, text: bytes });
}
