import type { Insertable, Selectable } from 'kysely';
import type { Tables, Tx } from '../../database/index.ts';

export type Invitation = Selectable<Tables['invitations']>;

/** False when the same invitation is open already: the unique index decides between two at once. */
export async function insertInvitation(tx: Tx, row: Insertable<Tables['invitations']>): Promise<boolean> {
  const inserted = await tx
    .insertInto('invitations')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export function listInvitations(tx: Tx, institutionId: string): Promise<Invitation[]> {
  return tx
    .selectFrom('invitations')
    .selectAll()
    .where('institutionId', '=', institutionId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(500)
    .execute();
}

export async function countInvitationsSince(tx: Tx, institutionId: string, since: Date): Promise<number> {
  const { count } = await tx
    .selectFrom('invitations')
    .select((query) => query.fn.countAll<string>().as('count'))
    .where('institutionId', '=', institutionId)
    .where('createdAt', '>', since)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export function findInvitation(
  tx: Tx,
  by: { id: string } | { tokenHash: Buffer },
): Promise<Invitation | undefined> {
  const [[column, value]] = Object.entries(by) as [['id' | 'tokenHash', string]]; // one of the two
  return tx.selectFrom('invitations').selectAll().where(column, '=', value).executeTakeFirst();
}

/** Locked: one link that is used twice at once is answered once. */
export function lockInvitation(tx: Tx, id: string): Promise<Invitation | undefined> {
  return tx.selectFrom('invitations').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function answerOpenInvitation(
  tx: Tx,
  id: string,
  answer: { state: 'accepted' | 'refused' | 'withdrawn'; answeredAt: Date; personId: string | null },
): Promise<void> {
  await tx.updateTable('invitations').set(answer).where('id', '=', id).execute();
}

export async function renewInvitation(
  tx: Tx,
  id: string,
  renewed: { tokenHash: Buffer; expiresAt: Date; sentAt: null; withheldAt: null },
): Promise<void> {
  await tx.updateTable('invitations').set(renewed).where('id', '=', id).execute();
}

export async function markInvitationSent(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('invitations').set({ sentAt: at }).where('id', '=', id).execute();
}

export async function markInvitationWithheld(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('invitations').set({ withheldAt: at }).where('id', '=', id).execute();
}

export function listInvitationsOf(tx: Tx, personId: string): Promise<Invitation[]> {
  return tx
    .selectFrom('invitations')
    .selectAll()
    .where('personId', '=', personId)
    .orderBy('createdAt')
    .execute();
}

export async function deleteInvitationsOf(tx: Tx, personId: string): Promise<void> {
  await tx.deleteFrom('invitations').where('personId', '=', personId).execute();
}

export async function deleteInvitationsBefore(tx: Tx, instant: Date): Promise<void> {
  await tx.deleteFrom('invitations').where('expiresAt', '<', instant).execute();
}
