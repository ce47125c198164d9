import type { PersonActor } from '../../features/audit/index.ts';
import { addTag, createDesign, publishDesign, saveDraft, tagDesign } from '../../features/designs/index.ts';
import { createFixedClock } from '../../platform/clock.ts';
import type { Deps } from '../deps.ts';
import type { DemoCast } from './cast.ts';
import { type DemoDesign, toContent, versionOf } from './content.ts';

/** Titles that two units offer together (PRODUCT, "Real input for the demo"). */
const PARTNERS: Readonly<Record<string, readonly string[]>> = {
  'ai-voor-beleidsmakers': ['campus-fryslan'],
  'arts-in-health': ['university-college-groningen'],
  'two-is-one': ['faculty-of-religion-culture-and-society'],
};

/** What Groningen calls some of its designs among colleagues. */
const TAGS: Readonly<Record<string, readonly string[]>> = {
  'digitaal-leiderschap': ['Leven Lang Ontwikkelen', 'Pilot 2026'],
  'ai-voor-beleidsmakers': ['Leven Lang Ontwikkelen', 'Pilot 2026'],
  'foundation-course-teaching': ['Docentprofessionalisering'],
  stuko: ['Docentprofessionalisering'],
  'phd-scientific-integrity': ['Graduate School'],
  'phd-research-data': ['Graduate School'],
};

/** Demo id → public id of the design. Designs that are still being judged stay drafts. */
export async function loadDesigns(
  deps: Deps,
  designs: readonly DemoDesign[],
  cast: DemoCast,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const design of designs) ids.set(design.id, await loadDesign(deps, design, cast));
  await loadTags(deps, designs, cast, ids);
  return ids;
}

async function loadTags(
  deps: Deps,
  designs: readonly DemoDesign[],
  cast: DemoCast,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const institutionId = cast.institutionIds.get('university-of-groningen');
  const administrator = [...cast.actors.values()].find(
    (actor) => actor.institutionId === institutionId && actor.permissions.has('institution.manage'),
  );
  if (!administrator) return;
  const names = [...new Set(Object.values(TAGS).flat())];
  const tags = new Map<string, string>();
  for (const name of names) tags.set(name, (await addTag(deps, administrator, { name })).id);
  for (const { id } of designs.filter((one) => Object.hasOwn(TAGS, one.id)))
    await tagDesign(deps, administrator, {
      design: ids.get(id) ?? '',
      tags: (TAGS[id] ?? []).flatMap((name) => tags.get(name) ?? []),
    });
}

async function loadDesign(deps: Deps, design: DemoDesign, cast: DemoCast): Promise<string> {
  const designer = designerFor(cast, design.institution);
  const [first] = design.versions;
  const at = (day: string | null | undefined): Deps => ({
    ...deps,
    clock: day ? createFixedClock(`${day}T09:00:00Z`) : deps.clock,
  });
  const { id } = await createDesign(at(first?.publishedOn), designer, {
    kind: design.kind,
    unit: design.unit,
    title: design.title,
    defaultLanguage: design.primaryLanguage,
    content: toContent(versionOf(design, 1)),
  });
  let revision = 1;
  for (const version of design.versions) {
    const then = at(version.publishedOn);
    ({ revision } = await saveDraft(then, designer, {
      design: id,
      revision,
      content: toContent(versionOf(design, version.n)),
      partnerUnits: PARTNERS[design.id] ?? [],
    }));
    if (version.publishedOn) await publishDesign(then, designer, { design: id, revision });
  }
  return id;
}

/** Someone of the institution who may publish. */
function designerFor(cast: DemoCast, institution: string): PersonActor {
  const institutionId = cast.institutionIds.get(institution);
  const designer = [...cast.actors.values()].find(
    (actor) => actor.institutionId === institutionId && actor.permissions.has('designs.publish'),
  );
  if (!designer) throw new Error(`the demo has no designer at ${institution}`);
  return designer;
}
