import type { Tx } from '../../database/index.ts';
import type { Clock } from '../../platform/clock.ts';
import {
  contentOf,
  type Design,
  describeDesigns,
  findDesign,
  findVersionById,
  inLanguage,
  placeOf,
} from '../designs/index.ts';
import { findInstitution, listHolders } from '../institutions/index.ts';
import type { Cause } from './causes.ts';
import { lockCycle } from './cycles.store.ts';
import { writeReviewLetter } from './review.mail.ts';
import { listWorkingMakers, type StaffLetterDeps, writeToStaff } from './write-to-staff.ts';

export type ReviewLetterDeps = StaffLetterDeps & { readonly clock: Clock };

/** Makers, owners and quality officers are told that a review was called, and why. */
export async function sendReviewLetters(
  deps: ReviewLetterDeps,
  institutionId: string,
  { cycleId, causes }: { readonly cycleId: string; readonly causes: readonly Cause[] },
): Promise<void> {
  const called = await deps.database.asWorker(institutionId, async (tx) => {
    const cycle = await lockCycle(tx, cycleId);
    const institution = await findInstitution(tx, institutionId);
    const [described] = cycle ? await describeDesigns(tx, { ids: [cycle.designId] }) : [];
    const design = described && (await findDesign(tx, described.publicId));
    const version = cycle?.proposalId ? await findVersionById(tx, cycle.proposalId) : undefined;
    if (!cycle || !institution || !design || !version) return undefined;
    const readers = await listConcerned(tx, design, cycleId, deps.clock.now());
    return { institution, design, content: contentOf(version), readers };
  });
  if (!called) return;
  const { institution, design, content, readers } = called;
  await writeToStaff(deps, {
    ...{ institution, readers },
    key: `review ${cycleId} ${causes.map(({ kind, ref }) => `${kind} ${ref}`).join(' ')}`,
    write: (voice) =>
      writeReviewLetter({
        ...{ ...voice, causes },
        title: inLanguage(content.title, voice.language, content.defaultLanguage),
        url: `${deps.publicUrl}/studio/designs/${design.publicId}/quality`,
      }),
  });
}

/** Makers, and whoever answers for it or keeps the clock. */
async function listConcerned(tx: Tx, design: Design, cycleId: string, at: Date): Promise<string[]> {
  const place = placeOf(design);
  const { institutionId } = design;
  return [
    ...new Set([
      ...(await listWorkingMakers(tx, institutionId, cycleId)),
      ...(await listHolders(tx, institutionId, { permission: 'designs.assure', place, at })),
      ...(await listHolders(tx, institutionId, { permission: 'designs.confirm', place, at })),
    ]),
  ];
}
