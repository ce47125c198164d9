import type { Database, Tx } from '../../database/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import { notFound } from '../../platform/problem.ts';
import type { Actor } from '../audit/index.ts';
import { findInstitution, findInstitutionBySlug, requirePermission } from '../institutions/index.ts';
import { compareGuides } from './compare-guides.ts';
import type { GuideSection, GuideView, OwnGuide } from './guide.schema.ts';
import { findGuideVersion, listGuideVersions } from './guides.store.ts';
import type { QualityDeps } from './open-way.ts';
import { DESIGN_KINDS } from './pack.schema.ts';
import { findAdoption, listOwnPacks } from './packs.store.ts';
import { firstPackOf } from './rules.ts';
import { packOn } from './what-follows.ts';

/**
 * @param n without a number: the newest version
 * @throws Problem 404 for an institution without a Guide and for a version that is not there
 */
export async function findGuide(
  deps: { readonly database: Database },
  { slug, n }: { readonly slug: string; readonly n: number | undefined },
): Promise<GuideView> {
  return await deps.database.asPublic(async (tx) => {
    const institution = await findInstitutionBySlug(tx, slug);
    const guide = institution && (await findGuideVersion(tx, institution.id, n));
    if (!institution || !guide) throw notFound();
    const before = guide.n === 1 ? undefined : await findGuideVersion(tx, institution.id, guide.n - 1);
    return {
      n: guide.n,
      publishedAt: guide.publishedAt.toISOString(),
      institution: { slug: institution.slug, name: { ...institution.name } },
      sections: presentSections(guide.sections),
      difference: before ? compareGuides(before.sections, guide.sections) : null,
      versions: await presentVersions(tx, institution.id),
    };
  });
}

/** The newest version, to write the next one from, and which sections the packs in force cite. */
export async function readOwnGuide(deps: QualityDeps, actor: Actor): Promise<OwnGuide> {
  const { institutionId } = requirePermission(actor, 'designs.read', 'anywhere');
  return await deps.database.asInstitution(institutionId, async (tx) => {
    const institution = await findInstitution(tx, institutionId);
    if (!institution) throw notFound();
    const at = deps.clock.now();
    const newest = await findGuideVersion(tx, institutionId);
    const own = await listOwnPacks(tx, institutionId);
    const cited = new Map<string, Set<string>>();
    for (const kind of DESIGN_KINDS) {
      const chosen = (await findAdoption(tx, institutionId, kind, at)) ?? firstPackOf(kind, institution.kind);
      for (const { id, guide } of packOn(chosen, dayIn(institution.timeZone, at), own)?.criteria ?? [])
        if (guide !== undefined) cited.set(guide, (cited.get(guide) ?? new Set<string>()).add(id));
    }
    return {
      slug: institution.slug,
      n: newest?.n ?? 0,
      sections: presentSections(newest?.sections ?? []),
      versions: await presentVersions(tx, institutionId),
      cited: [...cited].map(([code, criteria]) => ({ code, criteria: [...criteria] })),
    };
  });
}

function presentSections(sections: readonly GuideSection[]): GuideView['sections'] {
  return sections.map(({ code, title, text }) => ({ code, title: { ...title }, text: { ...text } }));
}

async function presentVersions(tx: Tx, institutionId: string): Promise<GuideView['versions']> {
  return (await listGuideVersions(tx, institutionId)).map(({ n, publishedAt }) => ({
    n,
    publishedAt: publishedAt.toISOString(),
  }));
}
