import type { PersonActor } from '../../features/audit/index.ts';
import { createDesign, publishDesign, saveDraft } from '../../features/designs/index.ts';
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

/** Demo id → public id of the design. Designs that are still being judged stay drafts. */
export async function loadDesigns(
  deps: Deps,
  designs: readonly DemoDesign[],
  cast: DemoCast,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const design of designs) ids.set(design.id, await loadDesign(deps, design, cast));
  return ids;
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
