import type { Tx } from '../../database/index.ts';
import type { DesignContent, Omission } from '../../formats/index.ts';
import type { Unit } from '../institutions/index.ts';
import {
  contentLanguages,
  contentOf,
  type Design,
  type DesignVersion,
  findMissingElements,
} from './design.ts';
import type { DesignListItem, DesignView } from './designs.schema.ts';
import { listVersions } from './designs.store.ts';
import { listTagsOfDesigns, type Tag } from './tags.store.ts';

export type DesignChecks = {
  /** What each format cannot say of this content, shown before publication. */
  readonly listOmissions: (content: DesignContent) => readonly (Omission & { readonly format: string })[];
};

export function presentDesignListItem(
  design: Design,
  units: readonly Unit[],
  latest: DesignVersion | undefined,
  tags: readonly Tag[],
): DesignListItem {
  return {
    id: design.publicId,
    kind: design.kind,
    title: { ...design.draft.title },
    unit: units.find((unit) => unit.id === design.unitId)?.name ?? null,
    latestVersion: design.latestVersion,
    changedSinceVersion: latest === undefined || design.changedAt.getTime() > latest.publishedAt.getTime(),
    changedAt: design.changedAt.toISOString(),
    retired: design.retiredAt !== null,
    image: `/api/v1/designs/${design.publicId}/image.png?r=${design.draftRevision}`,
    tags: tags.map(({ id, name }) => ({ id, name })),
  };
}

export async function presentDesign(
  checks: DesignChecks,
  tx: Tx,
  design: Design,
  units: readonly Unit[],
): Promise<DesignView> {
  const versions = await listVersions(tx, design.id);
  const tags = (await listTagsOfDesigns(tx, [design.id])).get(design.id) ?? [];
  return {
    ...presentDesignListItem(design, units, versions[0], tags),
    revision: design.draftRevision,
    unitSlug: units.find((unit) => unit.id === design.unitId)?.slug ?? null,
    partnerUnitSlugs: design.partnerUnitIds.flatMap((id) => units.find((unit) => unit.id === id)?.slug ?? []),
    content: design.draft,
    customImage: design.draftImage !== null,
    missing: [...findMissingElements(design.draft)],
    omitted: checks
      .listOmissions(design.draft)
      .map(({ format, element, reason }) => ({ format, element, reason })),
    versions: versions.map((version) => ({
      number: version.number,
      url: version.url,
      contentHash: Buffer.from(version.factsHash).toString('hex'),
      publishedAt: version.publishedAt.toISOString(),
      languages: contentLanguages(contentOf(version)),
    })),
  };
}
