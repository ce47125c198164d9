import type { Insertable, Selectable } from 'kysely';
import type { Tables, Tx } from '../../database/index.ts';

export type SessionRow = Selectable<Tables['sessions']>;

export async function insertSession(tx: Tx, row: Insertable<Tables['sessions']>): Promise<void> {
  await tx.insertInto('sessions').values(row).execute();
}

/** Only while it lives. */
export function findSession(tx: Tx, tokenHash: Buffer, at: Date): Promise<SessionRow | undefined> {
  return tx
    .selectFrom('sessions')
    .selectAll()
    .where('tokenHash', '=', tokenHash)
    .where('expiresAt', '>', at)
    .executeTakeFirst();
}

export async function noteUse(
  tx: Tx,
  tokenHash: Buffer,
  use: Pick<SessionRow, 'seenAt' | 'expiresAt'>,
): Promise<void> {
  await tx.updateTable('sessions').set(use).where('tokenHash', '=', tokenHash).execute();
}

export async function setInstitution(tx: Tx, tokenHash: Buffer, institutionId: string | null): Promise<void> {
  await tx.updateTable('sessions').set({ institutionId }).where('tokenHash', '=', tokenHash).execute();
}

/** The same session under another token, with what was proven in it since. */
export async function replaceToken(
  tx: Tx,
  id: string,
  changes: Pick<SessionRow, 'tokenHash'> &
    Partial<
      Pick<
        SessionRow,
        | 'authenticatedAt'
        | 'provider'
        | 'institutionId'
        | 'vouchedBy'
        | 'factorBy'
        | 'passkeyAt'
        | 'seenAt'
        | 'expiresAt'
      >
    >,
): Promise<void> {
  await tx.updateTable('sessions').set(changes).where('id', '=', id).execute();
}

export async function deleteSession(tx: Tx, tokenHash: Buffer): Promise<void> {
  await tx.deleteFrom('sessions').where('tokenHash', '=', tokenHash).execute();
}

export async function deleteExpiredSessions(tx: Tx, personId: string, at: Date): Promise<void> {
  await tx.deleteFrom('sessions').where('personId', '=', personId).where('expiresAt', '<=', at).execute();
}

/** Those in which a person acts, or came in, for an institution. */
export async function deleteSessionsAt(
  tx: Tx,
  personId: string,
  at: { readonly institutionId: string; readonly provider: string },
): Promise<void> {
  await tx
    .deleteFrom('sessions')
    .where('personId', '=', personId)
    .where((where) =>
      where.or([where('institutionId', '=', at.institutionId), where('provider', '=', at.provider)]),
    )
    .execute();
}

const SHOWN = ['id', 'provider', 'institutionId', 'createdAt', 'seenAt'] as const;

export type ShownSession = Pick<SessionRow, (typeof SHOWN)[number]>;

/** Newest use first. */
export function listSessions(tx: Tx, personId: string, at: Date): Promise<ShownSession[]> {
  return tx
    .selectFrom('sessions')
    .select(SHOWN)
    .where('personId', '=', personId)
    .where('expiresAt', '>', at)
    .orderBy('seenAt', 'desc')
    .orderBy('id')
    .execute();
}

/** @returns ids of those that ended */
export async function deleteSessionsOf(
  tx: Tx,
  personId: string,
  which: { readonly id: string } | { readonly allBut: string },
): Promise<string[]> {
  const query = tx.deleteFrom('sessions').where('personId', '=', personId).returning('id');
  const rows = await ('id' in which
    ? query.where('id', '=', which.id)
    : query.where('id', '<>', which.allBut)
  ).execute();
  return rows.map(({ id }) => id);
}

export function listAllSessions(tx: Tx, personId: string): Promise<SessionRow[]> {
  return tx
    .selectFrom('sessions')
    .selectAll()
    .where('personId', '=', personId)
    .orderBy('createdAt')
    .execute();
}

export async function deleteEndedSessions(tx: Tx, at: Date): Promise<void> {
  await tx.deleteFrom('sessions').where('expiresAt', '<=', at).execute();
}

/** Whom the holder of this session looks as; all null: as themselves. */
export async function setViewing(
  tx: Tx,
  id: string,
  viewing: Pick<SessionRow, 'viewedPersonId' | 'viewedInstitutionId' | 'viewedUntil'>,
): Promise<void> {
  await tx.updateTable('sessions').set(viewing).where('id', '=', id).execute();
}
