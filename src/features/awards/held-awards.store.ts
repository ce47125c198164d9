/** The awards of one person, wherever they were granted: counted, handed out, erased, moved. */
import type { Tx } from '../../database/index.ts';
import type { Award } from './award.ts';
import { AWARD, toAward } from './awards.store.ts';

/** Also those that they declined. */
export async function listHeldAwards(tx: Tx, personId: string): Promise<Award[]> {
  const rows = await tx
    .selectFrom('awards')
    .select(AWARD)
    .where('personId', '=', personId)
    .orderBy('id')
    .execute();
  return rows.map(toAward);
}

/** Whoever is signing one of them ends first, and what they signed is seen by whoever holds these locks. */
export async function lockHeldAwards(tx: Tx, personId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('awards')
    .select('id')
    .where('personId', '=', personId)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(({ id }) => id);
}

/** The person stays tied to it until their own row goes, in the same transaction. */
export async function eraseAwards(tx: Tx, id: string, erased: { at: Date; key: Buffer }): Promise<void> {
  await tx.deleteFrom('awardRecipients').where('awardId', '=', id).execute();
  await tx
    .updateTable('awards')
    .set({
      result: null,
      evidence: null,
      narrative: null,
      reference: null,
      audience: null,
      audienceBy: null,
      revocationNote: null,
      recipientKey: erased.key,
      erasedAt: erased.at,
    })
    .where('id', '=', id)
    .execute();
}

export async function moveAwards(tx: Tx, from: string, to: string): Promise<void> {
  await tx.updateTable('awards').set({ personId: to }).where('personId', '=', from).execute();
  await tx.updateTable('awardRecipients').set({ personId: to }).where('personId', '=', from).execute();
}

/** What a person collected, also when it was revoked since. */
export async function countAwards(tx: Tx, personId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('awards')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('personId', '=', personId)
    .where('claimedAt', 'is not', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}
