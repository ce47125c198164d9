import type { Tx } from '../../database/index.ts';
import { createUuid } from '../../platform/ids.ts';
import { announce } from '../../platform/jobs/index.ts';
import { appendAuditEntry, system } from '../audit/index.ts';
import type { StaffActor } from '../institutions/index.ts';
import type { Cycle } from './cycle.ts';
import { insertEvent, listEvents, listMakers } from './cycles.store.ts';
import { isNews } from './news.ts';
import { type Act, moveOf, type QualityState } from './process.ts';
import { notNow, ownWork, personNeeded } from './quality.problems.ts';

export type Recorded = {
  readonly cycle: Cycle;
  readonly act: Act;
  readonly to: QualityState;
  /** Null: the clock, or what happened elsewhere. */
  readonly actor: StaffActor | null;
  readonly at: Date;
  readonly detail?: Readonly<Record<string, unknown>>;
};

/**
 * One line more, and the cycle moves. The same rules stand in the database, which refuses what would slip through here.
 *
 * @returns the cycle as it stands now
 * @throws Problem 409 where the act does not follow, 403 for one's own work
 */
export async function recordAct(tx: Tx, input: Recorded): Promise<Cycle> {
  const { cycle, act, to, actor, at } = input;
  const move = moveOf(act);
  if (!move.from.includes(cycle.state) || !move.to.includes(to)) throw notNow(act, cycle.state);
  if (move.fourEyes) await requireOtherEyes(tx, cycle, actor);
  const seq = (await listEvents(tx, cycle.id)).length + 1;
  const round = cycle.round + (act === 'submit' ? 1 : 0);
  await insertEvent(tx, {
    id: createUuid(),
    institutionId: cycle.institutionId,
    cycleId: cycle.id,
    seq,
    act,
    fromState: cycle.state,
    toState: to,
    round,
    actorId: actor?.kind === 'person' ? actor.personId : null,
    at,
    detail: JSON.stringify(input.detail ?? {}),
  });
  await appendAuditEntry(tx, at, {
    actor: actor ?? system,
    institutionId: cycle.institutionId,
    action: 'quality.moved',
    subject: { kind: 'design', id: cycle.designId },
    detail: { act, from: cycle.state, to, round },
  });
  if (isNews(to))
    await announce(tx, at, {
      institutionId: cycle.institutionId,
      topic: 'design-moved',
      payload: { cycleId: cycle.id, seq },
    });
  return { ...cycle, state: to, round, since: at };
}

/** @throws Problem 403 for a program and for whoever put a word into the design */
export async function requireOtherEyes(tx: Tx, cycle: Cycle, actor: StaffActor | null): Promise<string> {
  if (actor?.kind !== 'person') throw personNeeded();
  if ((await listMakers(tx, cycle.id)).includes(actor.personId)) throw ownWork();
  return actor.personId;
}
