/** What was answered to feedback, and what was complained of. */
import type { Insertable, Selectable } from 'kysely';
import type { Tables, Tx } from '../../database/index.ts';
import type { ReplyView } from './feedback.schema.ts';

export async function insertReply(tx: Tx, row: Insertable<Tables['feedbackReplies']>): Promise<void> {
  await tx.insertInto('feedbackReplies').values(row).execute();
}

/** Newest first, without those that were withdrawn. */
export async function listReplies(tx: Tx, designId: string): Promise<ReplyView[]> {
  const rows = await tx
    .selectFrom('feedbackReplies')
    .select(['id', 'said', 'did', 'saidOn'])
    .where('designId', '=', designId)
    .where('withdrawnOn', 'is', null)
    .orderBy('saidOn', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ id, said, did, saidOn }) => ({
    id,
    said: said as ReplyView['said'], // as replyToFeedback() wrote it
    did: did as ReplyView['did'],
    on: saidOn,
  }));
}

export async function withdrawReplyOf(
  tx: Tx,
  { designId, reply, on }: { readonly designId: string; readonly reply: string; readonly on: string },
): Promise<boolean> {
  const row = await tx
    .updateTable('feedbackReplies')
    .set({ withdrawnOn: on })
    .where('id', '=', reply)
    .where('designId', '=', designId)
    .where('withdrawnOn', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertComplaint(tx: Tx, row: Insertable<Tables['feedbackComplaints']>): Promise<void> {
  await tx.insertInto('feedbackComplaints').values(row).execute();
}

export type Complaint = Pick<Selectable<Tables['feedbackComplaints']>, 'id' | 'kind' | 'receivedOn' | 'note'>;

/** Newest first. */
export function listComplaints(tx: Tx, versionId: string): Promise<Complaint[]> {
  return tx
    .selectFrom('feedbackComplaints')
    .select(['id', 'kind', 'receivedOn', 'note'])
    .where('versionId', '=', versionId)
    .orderBy('receivedOn', 'desc')
    .orderBy('id', 'desc')
    .execute();
}
