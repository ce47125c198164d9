/** The operator's acts on registers of issuers. Each is a line in the operator's trail. */
import { createHash } from 'node:crypto';
import { codeOf, type Database, type Tx } from '../../database/index.ts';
import type { Clock } from '../../platform/clock.ts';
import { createUuid } from '../../platform/ids.ts';
import { notFound } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { requireOperator } from '../institutions/index.ts';
import { type NewEntry, type RegisterFile, readRegisterFile } from './read-register-file.ts';
import { hostOfIssuer } from './register.ts';
import { fileRefused, nameTaken, nothingUsable } from './registers.problems.ts';
import {
  deleteEntries,
  deleteEntry,
  deleteRegister,
  insertEntries,
  insertRegister,
  lockRegister,
  markImported,
} from './registers.store.ts';

export type RegisterDeps = { readonly database: Database; readonly clock: Clock };

type Acting = { readonly tx: Tx; readonly institutionId: string };
type Line = {
  readonly action: string;
  readonly id: string;
  readonly detail?: Record<string, string | number>;
};

/**
 * An empty register: filled by an import, or by hand.
 *
 * @throws Problem 409 for a name that there is
 */
export async function openRegister(
  deps: RegisterDeps,
  actor: Actor,
  input: { readonly name: string; readonly sourceUrl: string | null },
): Promise<{ readonly id: string }> {
  const id = createUuid();
  try {
    await act(deps, actor, async ({ tx, institutionId }) => {
      await insertRegister(tx, { id, institutionId, ...input, createdAt: deps.clock.now() });
      return { action: 'register.opened', id, detail: { name: input.name } };
    });
  } catch (error) {
    if (codeOf(error) === '23505') throw nameTaken(input.name);
    throw error;
  }
  return { id };
}

/**
 * The file replaces what the register said, whole, in one transaction.
 *
 * @returns how many entries there are now, and which lines were left out and why
 * @throws Problem 422 for a file that cannot be read, or of which no line can be used
 */
export async function importRegister(
  deps: RegisterDeps,
  actor: Actor,
  input: { readonly register: string; readonly file: string },
): Promise<{ readonly entries: number; readonly faults: RegisterFile['faults'] }> {
  const read = readRegisterFile(input.file);
  await act(deps, actor, async ({ tx, institutionId }) => {
    if (!(await lockRegister(tx, input.register))) throw notFound();
    if (typeof read === 'string') throw fileRefused(read);
    if (read.entries.length === 0) throw nothingUsable();
    await deleteEntries(tx, input.register);
    await insertEntries(
      tx,
      read.entries.map((entry) => ({
        id: createUuid(),
        institutionId,
        registerId: input.register,
        ...entry,
      })),
    );
    await markImported(tx, input.register, {
      importedAt: deps.clock.now(),
      importedDigest: createHash('sha256').update(input.file).digest(),
    });
    return { action: 'register.imported', id: input.register, detail: { entries: read.entries.length } };
  });
  return typeof read === 'string'
    ? { entries: 0, faults: [] }
    : { entries: read.entries.length, faults: read.faults };
}

/** Whoever is entered by the id that signs is known by that id alone, not by its host as well. */
export async function enterIssuer(
  deps: RegisterDeps,
  actor: Actor,
  input: { readonly register: string; readonly entry: Omit<NewEntry, 'host'> },
): Promise<{ readonly id: string }> {
  const id = createUuid();
  await act(deps, actor, async ({ tx, institutionId }) => {
    if (!(await lockRegister(tx, input.register))) throw notFound();
    await insertEntries(tx, [{ id, institutionId, registerId: input.register, host: null, ...input.entry }]);
    const host = hostOfIssuer(input.entry.issuerId ?? '') ?? '';
    return { action: 'register.entered', id: input.register, detail: { entry: id, host } };
  });
  return { id };
}

export async function strikeIssuer(
  deps: RegisterDeps,
  actor: Actor,
  input: { readonly register: string; readonly entry: string },
): Promise<void> {
  await act(deps, actor, async ({ tx }) => {
    if (!(await deleteEntry(tx, input.register, input.entry))) throw notFound();
    return { action: 'register.struck', id: input.register, detail: { entry: input.entry } };
  });
}

/** With all its entries: whoever it alone knew is in no register from now on. */
export async function closeRegister(
  deps: RegisterDeps,
  actor: Actor,
  input: { readonly register: string },
): Promise<void> {
  await act(deps, actor, async ({ tx }) => {
    const register = await lockRegister(tx, input.register);
    if (!register) throw notFound();
    await deleteRegister(tx, register.id);
    return { action: 'register.closed', id: register.id, detail: { name: register.name } };
  });
}

async function act(deps: RegisterDeps, actor: Actor, work: (acting: Acting) => Promise<Line>): Promise<void> {
  const staff = await deps.database.asPublic((tx) => requireOperator(tx, actor));
  const { institutionId } = staff;
  await deps.database.asInstitution(institutionId, async (tx) => {
    const { action, id, detail } = await work({ tx, institutionId });
    await appendAuditEntry(tx, deps.clock.now(), {
      actor: staff,
      institutionId,
      action,
      subject: { kind: 'register', id },
      ...(detail ? { detail } : {}),
    });
  });
}
