import type { Tx } from '../../database/index.ts';
import { appendAuditEntry } from './append-audit-entry.ts';

/** An entry holds ids and no personal text, so the trail stays as it is; one line more says that they are gone. */
export async function erasePerson(tx: Tx, personId: string, at: Date): Promise<void> {
  await appendAuditEntry(tx, at, {
    actor: { kind: 'person', personId, permissions: new Set() },
    institutionId: null,
    action: 'account.erased',
    subject: { kind: 'person', id: personId },
    personId,
  });
}
