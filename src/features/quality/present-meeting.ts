import type { Tx } from '../../database/index.ts';
import { notFound } from '../../platform/problem.ts';
import type { Actor } from '../audit/index.ts';
import { describeDesigns } from '../designs/index.ts';
import { requirePermission, type StaffActor } from '../institutions/index.ts';
import { findCommitteeRules } from './committee-rules.ts';
import type { Cycle } from './cycle.ts';
import { listCycles, listMakers } from './cycles.store.ts';
import { findDecision } from './decisions.store.ts';
import { findMeeting, listAgenda, listMeetings, listScheduled, type Meeting } from './meetings.store.ts';
import type { QualityDeps } from './open-way.ts';
import { listOpinions, type Opinion } from './opinions.store.ts';
import { type Named, readNames } from './present-quality.ts';
import type { MeetingView } from './quality.schema.ts';
import { listSeats } from './seats.ts';
import { listVotes } from './votes.store.ts';

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
    return await presentMeeting(tx, meeting, deps.clock.now());
  });
}

async function presentMeeting(tx: Tx, meeting: Meeting, at: Date): Promise<MeetingView> {
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
    if (cycle && design)
      agenda.push({
        ...{ design: design.publicId, title: { ...design.title } },
        ...(await presentItem(tx, { cycle, round, at, name })),
      });
  }
  return {
    ...presentHead(meeting),
    items: agenda.length,
    minutes: meeting.minutes,
    present: meeting.presentIds.map(name),
    members: await listSeats(tx, meeting.institutionId),
    agenda,
  };
}

async function presentItem(
  tx: Tx,
  { cycle, round, at, name }: { cycle: Cycle; round: number; at: Date; name: (id: string) => Named },
): Promise<Omit<MeetingView['agenda'][number], 'design' | 'title'>> {
  const { kind, quorum, rule } = await findCommitteeRules(tx, cycle, at);
  const opinions = (await listOpinions(tx, cycle.id)).filter((one) => one.round === round);
  const decided = opinions.findLast(({ step }) => step === 'committee');
  return {
    ...{ kind, quorum, rule, state: cycle.state, round, pack: cycle.pack },
    makers: (await listMakers(tx, cycle.id)).map(name),
    advice: opinions
      .filter(({ step }) => step === 'expert' || step === 'peer' || step === 'owner')
      .map(({ step, byId, outcome, summary }) => ({ step, by: name(byId), outcome, summary })),
    votes: (await listVotes(tx, cycle.id, round)).map(({ voterId, vote, reason }) => ({
      ...{ by: name(voterId), vote, reason },
    })),
    decision: decided ? await presentDecision(tx, decided, { cycle, name }) : null,
  };
}

async function presentDecision(
  tx: Tx,
  { outcome, summary, verdicts, givenAt, byId }: Opinion,
  { cycle, name }: { cycle: Cycle; name: (id: string) => Named },
): Promise<MeetingView['agenda'][number]['decision']> {
  const approval = cycle.proposalId === null ? undefined : await findDecision(tx, cycle.proposalId);
  return {
    ...{ outcome, summary, at: givenAt.toISOString(), by: name(byId) },
    reasons: verdicts
      .filter(({ verdict, reason }) => verdict !== 'met' || reason !== '')
      .map(({ criterion, verdict, reason }) => ({ criterion, verdict, reason })),
    conditions:
      approval && outcome.startsWith('approved') ? approval.conditions.map((one) => ({ ...one })) : [],
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
