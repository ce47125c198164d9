import type { Database } from '../../database/index.ts';
import type { Clock } from '../../platform/clock.ts';
import { appendAuditEntries, system } from '../audit/index.ts';
import { deleteTokens, revokeUnansweredClients } from './api-clients.store.ts';

/** Programs of people whose role is over open nothing already; here they end for good, so that a list shows it. */
export async function withdrawUnansweredClients(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  input: { readonly institutionId: string },
): Promise<void> {
  const { institutionId } = input;
  await database.asInstitution(institutionId, async (tx) => {
    const now = clock.now();
    const ids = await revokeUnansweredClients(tx, institutionId, now);
    for (const id of ids) await deleteTokens(tx, id);
    await appendAuditEntries(
      tx,
      now,
      ids.map((id) => ({
        actor: system,
        institutionId,
        action: 'client.withdrawn',
        subject: { kind: 'client', id },
      })),
    );
  });
}
