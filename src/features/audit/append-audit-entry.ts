import type { Tx } from '../../database/index.ts';
import { createUuid } from '../../platform/ids.ts';
import type { Actor } from './actor.ts';
import { insertAuditEntry } from './audit.store.ts';

export type AuditEntry = {
  readonly actor: Exclude<Actor, { kind: 'anonymous' }>;
  readonly institutionId: string | null;
  /** Past tense after the thing: `award.revoked`. */
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string };
  /** Whom it concerns: they may read the entry. */
  readonly personId?: string | null;
  /** Ids and choices, never personal text: an entry outlives an erasure (DECISIONS 21). */
  readonly detail?: Readonly<Record<string, unknown>>;
};

/** Appends in the caller's transaction: what was not done was not recorded, and the other way round. */
export async function appendAuditEntry(tx: Tx, at: Date, entry: AuditEntry): Promise<void> {
  await insertAuditEntry(tx, {
    id: createUuid(),
    at,
    institutionId: entry.institutionId,
    actorKind: entry.actor.kind,
    actorId: actorId(entry.actor),
    action: entry.action,
    subjectKind: entry.subject.kind,
    subjectId: entry.subject.id,
    personId: entry.personId ?? null,
    detail: JSON.stringify(entry.detail ?? {}),
  });
}

function actorId(actor: AuditEntry['actor']): string | null {
  if (actor.kind === 'person') return actor.personId;
  return actor.kind === 'client' ? actor.clientId : null;
}
