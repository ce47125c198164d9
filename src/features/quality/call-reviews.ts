import type { Database, Tx } from '../../database/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import { announce } from '../../platform/jobs/index.ts';
import { findInstitution, listInstitutions } from '../institutions/index.ts';
import { type Cause, listCauses, readCauses } from './causes.ts';
import type { Cycle } from './cycle.ts';
import { listCycles, listEvents, lockCycle } from './cycles.store.ts';
import { readDossier } from './dossiers.store.ts';
import type { HeardDeps } from './heard.ts';
import type { PolicyPack } from './pack.schema.ts';
import { listNewRules } from './packs/index.ts';
import { listOwnPacks } from './packs.store.ts';
import { recordAct } from './record-act.ts';
import { openPack } from './rules.ts';
import { resolveTeam } from './staff/resolve-team.ts';
import { listQualifications } from './staff/staff.store.ts';

export type CallDeps = HeardDeps & { readonly database: Database; readonly clock: Clock };

type Day = { readonly at: Date; readonly timeZone: string; readonly own: readonly PolicyPack[] };

/** The clock of reviews, once a day: what is due, or has a cause before its day, is called, and says why. */
export async function callReviews(deps: CallDeps): Promise<void> {
  const at = deps.clock.now();
  for (const { id } of await deps.database.asPublic(listInstitutions))
    await deps.database.asWorker(id, async (tx) => {
      const timeZone = (await findInstitution(tx, id))?.timeZone ?? 'UTC';
      const day = { at, timeZone, own: await listOwnPacks(tx, id) };
      for (const cycle of await listCycles(tx)) await callReview(deps, tx, cycle, day);
    });
}

async function callReview(deps: CallDeps, tx: Tx, seen: Cycle, day: Day): Promise<void> {
  if (!isReviewable(seen)) return;
  const causes = await findCauses(deps, tx, seen, day);
  if (causes.length === 0) return;
  const cycle = await lockCycle(tx, seen.id);
  if (cycle?.state !== seen.state) return;
  const { at } = day;
  await recordAct(tx, { cycle, act: 'call-review', to: 'review-due', actor: null, at, detail: { causes } });
  await announce(tx, at, {
    institutionId: cycle.institutionId,
    topic: 'review-called',
    payload: { cycleId: cycle.id, causes },
  });
}

type Reviewable = Cycle & { readonly reviewDue: string; readonly proposalId: string };

function isReviewable(cycle: Cycle): cycle is Reviewable {
  const stands = cycle.state === 'published' || cycle.state === 'in-use';
  return stands && cycle.reviewDue !== null && cycle.proposalId !== null;
}

async function findCauses(
  deps: HeardDeps,
  tx: Tx,
  cycle: Reviewable,
  { at, timeZone, own }: Day,
): Promise<Cause[]> {
  const today = dayIn(timeZone, at);
  const events = await listEvents(tx, cycle.id);
  const judged = events.findLast(({ act }) => ['renew', 'decide', 'sign-off'].includes(act));
  const { dossier } = await readDossier(tx, cycle.designId);
  const staff = await listQualifications(tx, cycle.institutionId);
  const since = judged ? dayIn(timeZone, judged.at) : today;
  return listCauses(
    {
      ...{ today, since, reviewDue: cycle.reviewDue },
      review: openPack(cycle.pack, today, own).review,
      heard: await deps.hearAbout(tx, { designId: cycle.designId, versionId: cycle.proposalId }),
      ...{ team: resolveTeam(dossier.team, staff), delivery: dossier.delivery },
      newRules: listNewRules(cycle.pack, { since, today }, own),
    },
    events.flatMap(({ detail }) => readCauses(detail)),
  );
}
