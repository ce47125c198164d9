import type { Tx } from '../../database/index.ts';
import { createUuid } from '../../platform/ids.ts';
import type { Actor } from './actor.ts';
import { insertAuditEntries } from './audit.store.ts';

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
  await appendAuditEntries(tx, at, [entry]);
}

/** One line for each thing, in one statement: whoever reads a hundred awards leaves a hundred lines. */
export async function appendAuditEntries(tx: Tx, at: Date, entries: readonly AuditEntry[]): Promise<void> {
  await insertAuditEntries(
    tx,
    entries.map((entry) => ({
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
    })),
  );
}

function actorId(actor: AuditEntry['actor']): string | null {
  if (actor.kind === 'person') return actor.viewedBy?.personId ?? actor.personId;
  return actor.kind === 'client' ? actor.clientId : null;
}
