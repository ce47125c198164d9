import type { PersonActor } from '../../features/audit/index.ts';
import { addTag, createDesign, publishDesign, saveDraft, tagDesign } from '../../features/designs/index.ts';
import { callReviews, moveDesign, saveDossier } from '../../features/quality/index.ts';
import { addDays } from '../../platform/calendar.ts';
import type { Deps } from '../deps.ts';
import type { DemoCast } from './cast.ts';
import { type DemoDesign, readDemo, toContent, versionOf } from './content.ts';
import { toDossier } from './dossier.ts';
import { loadGuide } from './load-guide.ts';
import { at, findActor, leadToExpert, leadToPublication, loadRules } from './load-quality.ts';

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
  await loadRules(deps, cast);
  await loadGuide(deps, cast);
  const ids = new Map<string, string>();
  for (const design of designs) ids.set(design.id, await loadDesign(deps, design, cast));
  await loadTags(deps, designs, cast, ids);
  await callReviews(deps);
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
  const author = authorOf(cast, design);
  const [first] = design.versions;
  const begun = (day: string | null | undefined) => (day ? at(deps, addDays(day, -90)) : deps);
  const { id } = await createDesign(begun(first?.publishedOn), author, {
    kind: design.kind,
    unit: design.unit,
    title: design.title,
    defaultLanguage: design.primaryLanguage,
    content: toContent(versionOf(design, 1)),
  });
  const demo = readDemo();
  let revision = 1;
  let dossierRevision = 0;
  for (const { n, publishedOn } of design.versions) {
    const version = versionOf(design, n);
    const then = begun(publishedOn);
    ({ revision } = await saveDraft(then, author, {
      design: id,
      revision,
      content: toContent(version),
      partnerUnits: PARTNERS[design.id] ?? [],
    }));
    ({ revision: dossierRevision } = await saveDossier(then, author, {
      design: id,
      revision: dossierRevision,
      dossier: toDossier(version, demo, publishedOn ?? demo.asOf),
    }));
    if (!publishedOn) {
      await leadToExpert(deps, cast, { design, id, author, until: addDays(demo.asOf, 28) });
      continue;
    }
    const approvedOn = version.review.approvedOn;
    const way = { design, id, revision, author, publishedOn };
    if (design.kind === 'edubadge')
      await publishDesign(at(deps, publishedOn), author, { design: id, revision });
    // The latest review may have been a renewal of what was approved a year before.
    else if (approvedOn && approvedOn <= publishedOn)
      await leadToPublication(deps, cast, { ...way, approvedOn });
    else {
      await leadToPublication(deps, cast, { ...way, approvedOn: addDays(publishedOn, -7) });
      if (approvedOn) await renew(deps, cast, id, approvedOn);
    }
  }
  return id;
}

/** Reviewed when its first year was over, and good for three more. */
async function renew(deps: Deps, cast: DemoCast, id: string, on: string): Promise<void> {
  await callReviews(at(deps, addDays(on, -40)));
  const reason = 'Results and feedback were read; nothing asks for a change.';
  const step = { design: id, reason };
  await moveDesign(at(deps, addDays(on, -20)), findActor(cast, 'p-oldenhof'), {
    ...step,
    act: 'start-review',
  });
  await moveDesign(at(deps, on), findActor(cast, 'p-hiddema'), { ...step, act: 'renew' });
}

/** Who wrote it, and may publish what was approved. */
function authorOf(cast: DemoCast, design: DemoDesign): PersonActor {
  const author = design.team
    .map(({ person }) => cast.actors.get(person))
    .find((actor) => actor?.permissions.has('designs.publish'));
  if (!author) throw new Error(`the demo has no author of ${design.id}`);
  return author;
}
