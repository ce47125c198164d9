import type { Clock } from '../../platform/clock.ts';
import { signInNeeded } from '../../platform/problem.ts';
import type { Actor, PersonActor } from '../audit/index.ts';
import { proveAgain } from './accounts.problems.ts';
import { isFresh } from './session.ts';

/**
 * Whoever sits there proved who they are at most ten minutes ago: a session that was left open, or a stolen cookie,
 * takes nothing away and adds nothing (ASVS 5.0 V7.5.1).
 *
 * @throws Problem 403 `accounts/prove-again`
 */
export function requireFreshProof(deps: { readonly clock: Clock }, actor: Actor): PersonActor {
  if (actor.kind !== 'person') throw signInNeeded();
  if (!isFresh(actor.sessionProvenAt, deps.clock.now())) throw proveAgain();
  return actor;
}
