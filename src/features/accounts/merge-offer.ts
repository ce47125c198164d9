/** Two accounts were proven in one session. What may become of that lives ten minutes. */
import type { Tx } from '../../database/index.ts';
import { createUuid } from '../../platform/ids.ts';
import { replaceMergeOffer } from './merge-offers.store.ts';
import { type OwnFactorDeps, requireOwnFactor } from './require-own-factor.ts';
import type { SessionRow } from './sessions.store.ts';
import type { Shown } from './start-session.ts';

const LIFE_MS = 10 * 60 * 1000;

/**
 * Passkeys of both will open the one account. So an account of staff is proven with all that its institution asks for:
 * else its password, and a passkey of somebody's own making, would be two factors.
 *
 * @throws Problem 403
 */
export async function offerMerge(
  deps: OwnFactorDeps,
  tx: Tx,
  input: {
    readonly session: SessionRow;
    readonly otherPersonId: string;
    readonly browserHash: Buffer;
    /** What the proof of the other account showed about institutions. */
    readonly shown: Pick<Shown, 'vouchedBy' | 'secondFactor'>;
  },
): Promise<void> {
  const { vouchedBy, secondFactor } = input.shown;
  await requireOwnFactor(deps, tx, {
    personId: input.otherPersonId,
    vouchedBy: vouchedBy ? [vouchedBy] : [],
    factorBy: vouchedBy && secondFactor ? [vouchedBy] : [],
    passkeyAt: null,
  });
  const at = deps.clock.now();
  await replaceMergeOffer(tx, {
    id: createUuid(),
    sessionId: input.session.id,
    browserHash: input.browserHash,
    personId: input.session.personId,
    otherPersonId: input.otherPersonId,
    expiresAt: new Date(at.getTime() + LIFE_MS),
  });
}
