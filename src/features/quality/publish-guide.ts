import { createUuid } from '../../platform/ids.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { requirePermission } from '../institutions/index.ts';
import { isSameGuide } from './compare-guides.ts';
import type { GuideSection } from './guide.schema.ts';
import { findGuideVersion, insertGuide } from './guides.store.ts';
import type { QualityDeps } from './open-way.ts';
import { lockRules } from './packs.store.ts';
import { draftMoved, guideFaulty, guideUnchanged } from './quality.problems.ts';

/**
 * The next version of the institution's Guide. Those before stay at their address, for what was judged by them cites them.
 *
 * @throws Problem 409 when somebody else published in between or nothing is new, 422 for a section without words or twice
 */
export async function publishGuide(
  deps: QualityDeps,
  actor: Actor,
  input: { readonly from: number; readonly sections: readonly GuideSection[] },
): Promise<{ readonly n: number }> {
  const staff = requirePermission(actor, 'designs.assure', 'institution');
  const { institutionId } = staff;
  const faults = findGuideFaults(input.sections);
  if (faults.length > 0) throw guideFaulty(faults);
  return await deps.database.asInstitution(institutionId, async (tx) => {
    await lockRules(tx, institutionId);
    const newest = await findGuideVersion(tx, institutionId);
    // Whoever presses twice published once.
    if (newest && newest.n === input.from + 1 && isSameGuide(newest.sections, input.sections))
      return { n: newest.n };
    if ((newest?.n ?? 0) !== input.from) throw draftMoved();
    if (newest && isSameGuide(newest.sections, input.sections)) throw guideUnchanged();
    const at = deps.clock.now();
    const n = input.from + 1;
    const sections = JSON.stringify(input.sections);
    await insertGuide(tx, { id: createUuid(), institutionId, n, sections, publishedAt: at });
    await appendAuditEntry(tx, at, {
      actor: staff,
      institutionId,
      action: 'quality.guide-published',
      subject: { kind: 'institution', id: institutionId },
      detail: { n },
    });
    return { n };
  });
}

function findGuideFaults(sections: readonly GuideSection[]): { pointer: string; detail: string }[] {
  const codes = sections.map(({ code }) => code);
  return sections.flatMap(({ code, title, text }, at) => [
    ...(codes.indexOf(code) < at ? [{ pointer: `/sections/${at}/code`, detail: 'is-there-twice' }] : []),
    ...(Object.keys(title).length === 0 ? [{ pointer: `/sections/${at}/title`, detail: 'needs-words' }] : []),
    ...(Object.keys(text).length === 0 ? [{ pointer: `/sections/${at}/text`, detail: 'needs-words' }] : []),
  ]);
}
