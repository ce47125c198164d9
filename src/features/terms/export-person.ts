import type { Tx } from '../../database/index.ts';
import { listAgreementLines } from './read-terms.ts';

export async function exportPerson(tx: Tx, personId: string): Promise<Record<string, unknown>> {
  return { agreements: await listAgreementLines(tx, personId) };
}
