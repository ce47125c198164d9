import type { Database } from '../../database/index.ts';
import type { Clock } from '../../platform/clock.ts';
import { findCycleOfVersion, lockCycle } from './cycles.store.ts';
import { recordAct } from './record-act.ts';

/** The first award of a version: from now on it is in use. Told again it does nothing. */
export async function recordFirstAward(
  deps: { readonly database: Database; readonly clock: Clock },
  institutionId: string,
  input: { readonly versionId: string },
): Promise<void> {
  await deps.database.asWorker(institutionId, async (tx) => {
    const found = await findCycleOfVersion(tx, input.versionId);
    const cycle = found?.state === 'published' ? await lockCycle(tx, found.id) : undefined;
    if (cycle?.state !== 'published') return;
    await recordAct(tx, { cycle, act: 'first-award', to: 'in-use', actor: null, at: deps.clock.now() });
  });
}
