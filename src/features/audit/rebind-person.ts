import type { Tx } from '../../database/index.ts';

/**
 * What was done to the account that is no more was done to it: nothing is rewritten. Whoever it was merged into reads
 * its entries with their own (policy `people_read_merged`).
 */
export async function rebindPerson(_tx: Tx, _from: string, _to: string): Promise<void> {}
