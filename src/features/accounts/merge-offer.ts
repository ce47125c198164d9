/** Two accounts were proven in one session. What may become of that lives ten minutes. */
import type { Tx } from '../../database/index.ts';
import { createUuid } from '../../platform/ids.ts';
import { replaceMergeOffer } from './merge-offers.store.ts';
import type { SessionRow } from './sessions.store.ts';

const LIFE_MS = 10 * 60 * 1000;

export async function offerMerge(
  tx: Tx,
  at: Date,
  input: { readonly session: SessionRow; readonly otherPersonId: string; readonly browserHash: Buffer },
): Promise<void> {
  await replaceMergeOffer(tx, {
    id: createUuid(),
    sessionId: input.session.id,
    browserHash: input.browserHash,
    personId: input.session.personId,
    otherPersonId: input.otherPersonId,
    expiresAt: new Date(at.getTime() + LIFE_MS),
  });
}
