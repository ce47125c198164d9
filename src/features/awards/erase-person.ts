import { randomBytes } from 'node:crypto';
import type { Tx } from '../../database/index.ts';
import { appendAuditEntries, system } from '../audit/index.ts';
import { forgetReferences } from './batches.store.ts';
import { eraseAwards, listHeldAwards } from './held-awards.store.ts';

/**
 * What institutions must keep stays: that it was awarded, its number, its day and its version. What told of the
 * person goes. The key by which a second grant would be known is replaced by chance, for it was made of an address.
 */
export async function erasePerson(tx: Tx, personId: string, at: Date): Promise<void> {
  const awards = await listHeldAwards(tx, personId);
  await appendAuditEntries(
    tx,
    at,
    awards.map(({ id, institutionId }) => ({
      actor: system,
      institutionId,
      action: 'award.recipient-erased',
      subject: { kind: 'award', id },
      personId,
    })),
  );
  await forgetReferences(tx, awards);
  for (const { id } of awards) await eraseAwards(tx, id, { at, key: randomBytes(32) });
}
