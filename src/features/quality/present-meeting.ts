import type { Tx } from '../../database/index.ts';
import { notFound } from '../../platform/problem.ts';
import type { Actor } from '../audit/index.ts';
import { describeDesigns } from '../designs/index.ts';
import { listMembers, requirePermission, type StaffActor } from '../institutions/index.ts';
import { listCycles, listMakers } from './cycles.store.ts';
import { findMeeting, listAgenda, listMeetings, listScheduled, type Meeting } from './meetings.store.ts';
import type { QualityDeps } from './open-way.ts';
import { listOpinions } from './opinions.store.ts';
import { readNames } from './present-quality.ts';
import type { MeetingView } from './quality.schema.ts';
import { listVotes } from './votes.store.ts';

/** Roles whose holders vote. */
const SEATS = ['committee-chair', 'committee-member', 'learner-representative', 'external-member'];

export async function getMeetings(deps: QualityDeps, actor: Actor) {
  return await asReader(deps, actor, async (tx) => {
    const meetings = [];
    for (const meeting of await listMeetings(tx))
      meetings.push({ ...presentHead(meeting), items: (await listAgenda(tx, meeting.id)).length });
    const scheduled = await listScheduled(tx);
    const queue = (await listCycles(tx)).filter(
      ({ state, id, round }) => state === 'committee-queue' && !scheduled.has(`${id} ${round}`),
    );
    const designs = await describeDesigns(tx, { ids: queue.map(({ designId }) => designId) });
    const waiting = queue.flatMap(({ designId, since }) => {
      const design = designs.find(({ id }) => id === designId);
      return design
        ? [{ design: design.publicId, title: { ...design.title }, since: since.toISOString() }]
        : [];
    });
    return { meetings, waiting };
  });
}

export async function getMeeting(deps: QualityDeps, actor: Actor, id: string): Promise<MeetingView> {
  return await asReader(deps, actor, async (tx) => {
    const meeting = await findMeeting(tx, id);
    if (!meeting) throw notFound();
    return await presentMeeting(tx, meeting);
  });
}

async function presentMeeting(tx: Tx, meeting: Meeting): Promise<MeetingView> {
  const name = await readNames(tx, meeting.institutionId);
  const items = await listAgenda(tx, meeting.id);
  const cycles = new Map((await listCycles(tx)).map((cycle) => [cycle.id, cycle]));
  const designs = await describeDesigns(tx, {
    ids: items.flatMap(({ cycleId }) => cycles.get(cycleId)?.designId ?? []),
  });
  const agenda: MeetingView['agenda'] = [];
  for (const { cycleId, round } of items) {
    const cycle = cycles.get(cycleId);
    const design = designs.find(({ id }) => id === cycle?.designId);
    if (!cycle || !design) continue;
    const opinions = (await listOpinions(tx, cycleId)).filter((one) => one.round === round);
    const decided = opinions.findLast(({ step }) => step === 'committee');
    agenda.push({
      design: design.publicId,
      title: { ...design.title },
      state: cycle.state,
      round,
      pack: cycle.pack,
      makers: (await listMakers(tx, cycleId)).map(name),
      advice: opinions
        .filter(({ step }) => step === 'expert' || step === 'peer' || step === 'owner')
        .map(({ step, byId, outcome, summary }) => ({ step, by: name(byId), outcome, summary })),
      votes: (await listVotes(tx, cycleId, round)).map(({ voterId, vote, reason }) => ({
        ...{ by: name(voterId), vote, reason },
      })),
      decision: decided
        ? {
            outcome: decided.outcome,
            summary: decided.summary,
            at: decided.givenAt.toISOString(),
            by: name(decided.byId),
          }
        : null,
    });
  }
  return {
    ...presentHead(meeting),
    items: agenda.length,
    minutes: meeting.minutes,
    present: meeting.presentIds.map(name),
    members: (await listMembers(tx, meeting.institutionId)).flatMap((member) =>
      member.personId && SEATS.includes(member.role)
        ? [{ id: member.personId, name: member.name ?? '', seat: member.role }]
        : [],
    ),
    agenda,
  };
}

function presentHead({ id, day, place, state }: Meeting) {
  return { id, day, place, state };
}

async function asReader<T>(
  deps: QualityDeps,
  actor: Actor,
  read: (tx: Tx, staff: StaffActor) => Promise<T>,
): Promise<T> {
  const staff = requirePermission(actor, 'designs.read', 'institution');
  return await deps.database.asInstitution(staff.institutionId, (tx) => read(tx, staff));
}
