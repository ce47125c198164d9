import type { Database } from '../../database/index.ts';
import type { Clock } from '../../platform/clock.ts';
import { signInNeeded } from '../../platform/problem.ts';
import type { Actor } from '../audit/index.ts';
import { findPerson, listIdentities, updatePerson } from './accounts.store.ts';
import { listPasskeys } from './passkeys.store.ts';
import type { ListProviders } from './provider.ts';
import { askToStay, RESTS_MS } from './stay.ts';
import { listStayingIssuers } from './ways-in.ts';

export type StayDeps = {
  readonly database: Database;
  readonly clock: Clock;
  readonly listProviders: ListProviders;
};

/** Whether the reader is asked for an identity that stays, and which end makes it pressing. */
export async function getStayNotice(
  deps: StayDeps,
  actor: Actor,
): Promise<{ readonly ask: boolean; readonly until: Date | null }> {
  if (actor.kind !== 'person') throw signInNeeded();
  const staying = await listStayingIssuers(deps);
  const asked = await deps.database.asPerson(actor.personId, async (tx) => {
    const person = await findPerson(tx, actor.personId);
    const identities = await listIdentities(tx, actor.personId);
    const passkeys = await listPasskeys(tx, actor.personId);
    return askToStay({
      now: deps.clock.now(),
      askedUntil: person?.stayAskedUntil ?? null,
      ways: [
        ...identities.map((one) => ({ stays: staying.has(one.issuer), until: one.affiliationUntil })),
        ...passkeys.map(() => ({ stays: true, until: null })),
      ],
    });
  });
  return asked ? { ask: true, ...asked } : { ask: false, until: null };
}

/** Not now: the question rests for thirty days. */
export async function putStayNoticeAway(deps: StayDeps, actor: Actor): Promise<void> {
  if (actor.kind !== 'person') throw signInNeeded();
  const stayAskedUntil = new Date(deps.clock.now().getTime() + RESTS_MS);
  await deps.database.asPerson(actor.personId, (tx) => updatePerson(tx, actor.personId, { stayAskedUntil }));
}
