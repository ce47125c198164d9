/**
 * The wall's gate. A transaction runs in exactly one context; a query outside of one sees no row.
 * DECISIONS 25: roles, because two policies of one role are OR-ed and would add up.
 */
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Tables } from './tables.ts';

export type Tx = Transaction<Tables>;

export type Database = {
  /** Staff and API clients of one institution. */
  readonly asInstitution: <T>(institutionId: string, work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** One person: what is theirs, and what is offered to an address they have proven. */
  readonly asPerson: <T>(personId: string, work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Anyone. `capability`: SHA-256 of a secret link; it opens the one row that carries it. */
  readonly asPublic: <T>(work: (tx: Tx) => Promise<T>, capability?: Uint8Array) => Promise<T>;
  /**
   * Anyone, one statement at a time and nothing written, on connections that are never anything else: a question that
   * is one statement takes one journey instead of four.
   */
  readonly readPublic: <T>(read: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Reactions and signing, for one institution; `null` sees no institution's rows (the outbox alone). */
  readonly asWorker: <T>(institutionId: string | null, work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Signing in: sees accounts, sessions, members and API clients; nothing of what institutions made. */
  readonly asDoorkeeper: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /**
   * Export, erasure and merging: everything that carries one person's id, in whichever institution.
   * `survivor`: the account that goes on when two of one person become one.
   */
  readonly asCustodian: <T>(
    of: { readonly person: string; readonly survivor?: string },
    work: (tx: Tx) => Promise<T>,
  ) => Promise<T>;
};

type Role =
  | 'waarmerk_staff'
  | 'waarmerk_person'
  | 'waarmerk_public'
  | 'waarmerk_worker'
  | 'waarmerk_doorkeeper'
  | 'waarmerk_custodian';
type Setting = 'institution' | 'person' | 'survivor' | 'capability';

/** Serialization failures and deadlocks are the database's way to say "again". */
const RETRIED = new Set(['40001', '40P01']);
const TRIES = 4;

export function openContexts(kysely: Kysely<Tables>, readers: Kysely<Tables>): Database {
  const inContext = async <T>(
    role: Role,
    settings: Partial<Record<Setting, string>>,
    work: (tx: Tx) => Promise<T>,
  ): Promise<T> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await kysely.transaction().execute(async (tx) => {
          await enter(tx, role, settings);
          return await work(tx);
        });
      } catch (error) {
        if (attempt >= TRIES || !RETRIED.has(codeOf(error))) throw error;
      }
    }
  };
  return {
    asInstitution: (institution, work) => inContext('waarmerk_staff', { institution }, work),
    asPerson: (person, work) => inContext('waarmerk_person', { person }, work),
    asPublic: (work, capability) =>
      inContext(
        'waarmerk_public',
        capability ? { capability: Buffer.from(capability).toString('hex') } : {},
        work,
      ),
    // Stores ask for a transaction; a single statement is one by itself, and these connections allow no other act.
    readPublic: (read) => read(readers as Tx),
    asWorker: (institution, work) => inContext('waarmerk_worker', institution ? { institution } : {}, work),
    asDoorkeeper: (work) => inContext('waarmerk_doorkeeper', {}, work),
    asCustodian: (of, work) => inContext('waarmerk_custodian', of, work),
  };
}

/** All settings are written each time, for this transaction only: a pooled connection remembers nothing. */
async function enter(tx: Tx, role: Role, settings: Partial<Record<Setting, string>>): Promise<void> {
  await sql`SELECT set_config('role', ${role}, true),
    set_config('waarmerk.institution', ${settings.institution ?? ''}, true),
    set_config('waarmerk.person', ${settings.person ?? ''}, true),
    set_config('waarmerk.survivor', ${settings.survivor ?? ''}, true),
    set_config('waarmerk.capability', ${settings.capability ?? ''}, true)`.execute(tx);
}

/**
 * For whoever has written many rows that others are about to refer to: the check of a reference is planned once for a
 * connection, and what was planned while the table was a page long reads all of it for every row.
 */
export async function planAnew(tx: Tx): Promise<void> {
  await sql`DISCARD PLANS`.execute(tx);
}

/** SQLSTATE of a database error, or the empty string. */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/** The name of the constraint that a database error names, or the empty string. */
export function constraintOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'constraint' in error ? String(error.constraint) : '';
}
