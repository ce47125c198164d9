/** The committee's meetings: called, given an agenda, opened with a quorum, closed with minutes. */

import type { Tx } from '../../database/index.ts';
import { isDay } from '../../platform/calendar.ts';
import { createUuid } from '../../platform/ids.ts';
import { notFound } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { findDesign } from '../designs/index.ts';
import { requirePermission, type StaffActor } from '../institutions/index.ts';
import { findCommitteeRules } from './committee-rules.ts';
import { listCycles, lockCycle, lockNewestCycle } from './cycles.store.ts';
import {
  deleteAgendaItems,
  insertAgendaItem,
  insertMeeting,
  listAgenda,
  lockMeeting,
  type Meeting,
  updateMeeting,
} from './meetings.store.ts';
import type { QualityDeps } from './open-way.ts';
import { meetingNotNow, noSeat, notCarried, notNow } from './quality.problems.ts';
import { recordAct } from './record-act.ts';
import { listSeats } from './seats.ts';

export async function callMeeting(
  deps: QualityDeps,
  actor: Actor,
  input: { readonly day: string; readonly place: string },
): Promise<{ id: string }> {
  const staff = requirePermission(actor, 'designs.convene', 'institution');
  if (!isDay(input.day)) throw meetingNotNow();
  const { institutionId } = staff;
  return await deps.database.asInstitution(institutionId, async (tx) => {
    const id = createUuid();
    const calledAt = deps.clock.now();
    await insertMeeting(tx, { id, institutionId, ...input, state: 'planned', calledAt });
    await audit(tx, calledAt, staff, 'quality.meeting-called', id);
    return { id };
  });
}

/** What waits for the committee is put before it. @throws Problem 409 when it waits no longer or the meeting began */
export async function putOnAgenda(
  deps: QualityDeps,
  actor: Actor,
  input: { readonly meeting: string; readonly design: string },
): Promise<void> {
  await withMeeting(deps, actor, input.meeting, async (tx, meeting, staff) => {
    if (meeting.state !== 'planned') throw meetingNotNow();
    const design = await findDesign(tx, input.design);
    const cycle = design && (await lockNewestCycle(tx, design.id));
    if (!cycle) throw notFound();
    if (cycle.state !== 'committee-queue') throw notNow('put-on-agenda', cycle.state);
    const last = (await listAgenda(tx, meeting.id)).at(-1);
    await insertAgendaItem(tx, {
      meetingId: meeting.id,
      institutionId: meeting.institutionId,
      cycleId: cycle.id,
      round: cycle.round,
      position: (last?.position ?? 0) + 1,
    });
    await audit(tx, deps.clock.now(), staff, 'quality.meeting-agenda', meeting.id);
  });
}

/** It waits for another meeting. @throws Problem 409 once the meeting began, or for what does not stand on its agenda */
export async function takeOffAgenda(
  deps: QualityDeps,
  actor: Actor,
  input: { readonly meeting: string; readonly design: string },
): Promise<void> {
  await withMeeting(deps, actor, input.meeting, async (tx, meeting, staff) => {
    if (meeting.state !== 'planned') throw meetingNotNow();
    const design = await findDesign(tx, input.design);
    if (!design) throw notFound();
    const cycles = await listCycles(tx, design.id);
    const ids = cycles.map(({ id }) => id);
    if ((await deleteAgendaItems(tx, meeting.id, ids)) === 0)
      throw notNow('take-off-agenda', cycles.at(-1)?.state ?? '');
    await audit(tx, deps.clock.now(), staff, 'quality.meeting-agenda-cut', meeting.id);
  });
}

/**
 * @param input.present people who hold a seat in the committee
 * @throws Problem 422 when somebody among them holds none, 409 when fewer are there than the quorum of any item
 */
export async function openMeeting(
  deps: QualityDeps,
  actor: Actor,
  input: { readonly meeting: string; readonly present: readonly string[] },
): Promise<void> {
  await withMeeting(deps, actor, input.meeting, async (tx, meeting, staff) => {
    if (meeting.state !== 'planned') throw meetingNotNow();
    const at = deps.clock.now();
    const presentIds = [...new Set(input.present)];
    const seats = new Set((await listSeats(tx, meeting.institutionId)).map(({ id }) => id));
    if (presentIds.some((id) => !seats.has(id))) throw noSeat();
    for (const item of await listAgenda(tx, meeting.id)) {
      const cycle = await lockCycle(tx, item.cycleId);
      if (cycle?.state !== 'committee-queue' || cycle.round !== item.round) continue;
      const { quorum } = await findCommitteeRules(tx, cycle, at);
      if (presentIds.length < quorum) throw notCarried('no-quorum');
      await recordAct(tx, {
        ...{ cycle, act: 'open-item', to: 'committee-review', actor: staff, at },
        detail: { meeting: meeting.id },
      });
    }
    await updateMeeting(tx, meeting.id, { state: 'open', presentIds });
    await audit(tx, at, staff, 'quality.meeting-opened', meeting.id);
  });
}

/** What was not decided waits again. */
export async function closeMeeting(
  deps: QualityDeps,
  actor: Actor,
  input: { readonly meeting: string; readonly minutes: string },
): Promise<void> {
  await withMeeting(deps, actor, input.meeting, async (tx, meeting, staff) => {
    if (meeting.state !== 'open') throw meetingNotNow();
    const at = deps.clock.now();
    for (const item of await listAgenda(tx, meeting.id)) {
      const cycle = await lockCycle(tx, item.cycleId);
      if (cycle?.state === 'committee-review' && cycle.round === item.round)
        await recordAct(tx, { cycle, act: 'postpone', to: 'committee-queue', actor: staff, at });
    }
    await updateMeeting(tx, meeting.id, { state: 'closed', minutes: input.minutes, closedAt: at });
    await audit(tx, at, staff, 'quality.meeting-closed', meeting.id);
  });
}

async function withMeeting(
  deps: QualityDeps,
  actor: Actor,
  id: string,
  work: (tx: Tx, meeting: Meeting, staff: StaffActor) => Promise<void>,
): Promise<void> {
  const staff = requirePermission(actor, 'designs.convene', 'institution');
  await deps.database.asInstitution(staff.institutionId, async (tx) => {
    const meeting = await lockMeeting(tx, id);
    if (!meeting) throw notFound();
    await work(tx, meeting, staff);
  });
}

async function audit(tx: Tx, at: Date, actor: StaffActor, action: string, id: string): Promise<void> {
  const { institutionId } = actor;
  await appendAuditEntry(tx, at, { actor, institutionId, action, subject: { kind: 'meeting', id } });
}
