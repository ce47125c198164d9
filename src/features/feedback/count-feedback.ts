import type { Database } from '../../database/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import { contentOf, findVersionById } from '../designs/index.ts';
import { findInstitution } from '../institutions/index.ts';
import { countAnswers } from './count-answers.ts';
import type { Kind } from './feedback.schema.ts';
import { deleteFigures, listWholeFives, writeFigures } from './feedback.store.ts';
import { scalesOf } from './questions.ts';

/** After each answer that is given, changed or withdrawn: the numbers that pages show are counted anew. */
export async function countFeedback(
  deps: { readonly database: Database; readonly clock: Clock },
  institutionId: string,
  { versionId, kind }: { readonly versionId: string; readonly kind: Kind },
): Promise<void> {
  await deps.database.asWorker(institutionId, async (tx) => {
    const version = await findVersionById(tx, versionId);
    const institution = await findInstitution(tx, institutionId);
    if (version?.institutionId !== institutionId || !institution) return;
    const given = await listWholeFives(tx, versionId, kind);
    const outcomes = contentOf(version).outcomes.map(({ id }) => id);
    const counted = countAnswers(
      given.map(({ answers }) => answers),
      scalesOf(kind, outcomes),
    );
    if (!counted) return await deleteFigures(tx, versionId, kind);
    await writeFigures(tx, {
      ...{ versionId, institutionId, designId: version.designId, kind, n: counted.n },
      figures: JSON.stringify(counted.figures),
      countedOn: dayIn(institution.timeZone, deps.clock.now()),
    });
  });
}
