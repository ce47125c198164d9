import type { Tx } from '../../database/index.ts';
import type { Clock } from '../../platform/clock.ts';
import { describeDesigns, findDesign, inLanguage, placeOf } from '../designs/index.ts';
import { findInstitution, listHolders } from '../institutions/index.ts';
import type { Cycle } from './cycle.ts';
import { listEvents, listMakers, lockCycle } from './cycles.store.ts';
import { writeMoveLetter } from './move.mail.ts';
import { isNews, type News, whoIsWaitedFor } from './news.ts';
import { listWorkingMakers, type StaffLetterDeps, writeToStaff } from './write-to-staff.ts';

/** What happened longer ago is no news: a queue that stood still, or a past that was brought in. */
const NEWS_FOR_MS = 7 * 24 * 60 * 60 * 1000;

/** Whoever is waited for, or its makers when something was decided; never the one who did it. */
export async function sendMoveLetters(
  deps: StaffLetterDeps & { readonly clock: Clock },
  institutionId: string,
  { cycleId, seq }: { readonly cycleId: string; readonly seq: number },
): Promise<void> {
  const now = deps.clock.now();
  const found = await deps.database.asWorker(institutionId, async (tx) => {
    const cycle = await lockCycle(tx, cycleId);
    const events = cycle ? await listEvents(tx, cycleId) : [];
    const event = events.find((one) => one.seq === seq);
    // It went on meanwhile: nobody is asked for what was done already.
    if (!cycle || !event || event !== events.at(-1) || !isNews(event.to)) return undefined;
    if (now.getTime() - event.at.getTime() > NEWS_FOR_MS) return undefined;
    const institution = await findInstitution(tx, institutionId);
    const [described] = await describeDesigns(tx, { ids: [cycle.designId] });
    const design = described && (await findDesign(tx, described.publicId));
    if (!institution || !design) return undefined;
    const place = placeOf(design);
    const meant = await listMeant(tx, cycle, { news: event.to, place, at: now });
    const readers = meant.filter((id) => id !== event.actorId);
    return { institution, design, title: described.title, cycle, readers, news: event.to };
  });
  if (!found) return;
  const { institution, design, title, cycle, readers, news } = found;
  await writeToStaff(deps, {
    ...{ institution, readers, key: `move ${cycleId} ${seq}` },
    write: (voice) =>
      writeMoveLetter({
        ...{ ...voice, news, kind: design.kind },
        title: inLanguage(title, voice.language, institution.defaultLanguage),
        target: whoIsWaitedFor(news) ? cycle.target : null,
        url: `${deps.publicUrl}/studio/designs/${design.publicId}/quality`,
      }),
  });
}

type Asked = { readonly news: News; readonly place: ReturnType<typeof placeOf>; readonly at: Date };

async function listMeant(tx: Tx, cycle: Cycle, { news, place, at }: Asked): Promise<string[]> {
  const { institutionId, id, expertId } = cycle;
  const permission = whoIsWaitedFor(news);
  if (!permission) return await listWorkingMakers(tx, institutionId, id);
  // The expert who guides it is meant, and no colleague of theirs.
  if (news === 'expert-review' && expertId) return [expertId];
  const makers = await listMakers(tx, id);
  const holders = await listHolders(tx, institutionId, { permission, place, at });
  return holders.filter((one) => !makers.includes(one));
}
