import type { Tx } from '../../database/index.ts';
import { findCycleOfVersion, listMakers } from './cycles.store.ts';

/** Whoever put words into a version speaks of it as its maker, also later. */
export async function isMakerOf(tx: Tx, versionId: string, personId: string): Promise<boolean> {
  const cycle = await findCycleOfVersion(tx, versionId);
  return cycle !== undefined && (await listMakers(tx, cycle.id)).includes(personId);
}
