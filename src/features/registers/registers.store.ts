import { type Insertable, sql } from 'kysely';
import type { Tables, Tx } from '../../database/index.ts';
import type { KnownIssuer, RegisterEntry } from './register.ts';

const ENTRY = [
  'registerEntries.id',
  'registerEntries.name',
  'registerEntries.country',
  'registerEntries.issuerId',
  'registerEntries.host',
  'registerEntries.identifier',
  'registerEntries.accreditedFrom',
  'registerEntries.accreditedUntil',
  'registerEntries.scope',
] as const;

/** Rows of one statement: far from the limit of 65,535 parameters. */
const ROWS = 4_000;

export type Register = {
  readonly id: string;
  readonly name: string;
  readonly sourceUrl: string | null;
  readonly importedAt: Date | null;
  readonly entries: number;
};

export async function listRegisters(tx: Tx, institutionId: string): Promise<Register[]> {
  return await tx
    .selectFrom('registers')
    .leftJoin('registerEntries', 'registerEntries.registerId', 'registers.id')
    .select([
      'registers.id',
      'registers.name',
      'registers.sourceUrl',
      'registers.importedAt',
      sql<number>`count(register_entries.id)::integer`.as('entries'),
    ])
    .where('registers.institutionId', '=', institutionId)
    .groupBy('registers.id')
    .orderBy('registers.name')
    .execute();
}

/** Locked: two imports of one list follow each other. */
export function lockRegister(tx: Tx, id: string): Promise<{ id: string; name: string } | undefined> {
  return tx
    .selectFrom('registers')
    .select(['id', 'name'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function insertRegister(tx: Tx, row: Insertable<Tables['registers']>): Promise<void> {
  await tx.insertInto('registers').values(row).execute();
}

export async function markImported(
  tx: Tx,
  id: string,
  import_: { readonly importedAt: Date; readonly importedDigest: Buffer },
): Promise<void> {
  await tx.updateTable('registers').set(import_).where('id', '=', id).execute();
}

export async function deleteRegister(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('registers').where('id', '=', id).execute();
}

export async function insertEntries(
  tx: Tx,
  rows: readonly Insertable<Tables['registerEntries']>[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS)
    await tx
      .insertInto('registerEntries')
      .values(rows.slice(at, at + ROWS))
      .execute();
}

export async function deleteEntries(tx: Tx, registerId: string): Promise<void> {
  await tx.deleteFrom('registerEntries').where('registerId', '=', registerId).execute();
}

export async function deleteEntry(tx: Tx, registerId: string, id: string): Promise<boolean> {
  const deleted = await tx
    .deleteFrom('registerEntries')
    .where('registerId', '=', registerId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return deleted !== undefined;
}

/** The first of those whose name, host or number holds the words. */
export async function searchEntries(
  tx: Tx,
  registerId: string,
  { words, limit }: { readonly words: string; readonly limit: number },
): Promise<RegisterEntry[]> {
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  return await tx
    .selectFrom('registerEntries')
    .select(ENTRY)
    .where('registerId', '=', registerId)
    .where((where) =>
      where.or([
        where('name', 'ilike', pattern),
        where('host', 'ilike', pattern),
        where('identifier', 'ilike', pattern),
        where('issuerId', 'ilike', pattern),
      ]),
    )
    .orderBy('name')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** An issuer may be found by the id that signs, by the host that answers for it, or by the register's number. */
export async function findKnownIssuers(
  tx: Tx,
  by: {
    readonly issuerId?: string | undefined;
    readonly host?: string | undefined;
    readonly identifiers?: readonly string[];
  },
): Promise<KnownIssuer[]> {
  const { issuerId, host, identifiers = [] } = by;
  if (issuerId === undefined && host === undefined && identifiers.length === 0) return [];
  return await tx
    .selectFrom('registerEntries')
    .innerJoin('registers', 'registers.id', 'registerEntries.registerId')
    .select([
      ...ENTRY,
      'registers.name as register',
      'registers.sourceUrl as registerUrl',
      'registers.importedAt',
    ])
    .where((where) =>
      where.or([
        ...(issuerId === undefined ? [] : [where('registerEntries.issuerId', '=', issuerId)]),
        ...(host === undefined ? [] : [where('registerEntries.host', '=', host)]),
        ...(identifiers.length === 0 ? [] : [where('registerEntries.identifier', 'in', [...identifiers])]),
      ]),
    )
    .orderBy('registers.name')
    .orderBy('registerEntries.id')
    .limit(50)
    .execute();
}
