import type { Insertable, Selectable } from 'kysely';
import type { Tables, Tx } from '../../database/index.ts';

export type PasskeyRow = Selectable<Tables['passkeys']>;

const SHOWN = ['id', 'name', 'backedUp', 'createdAt', 'lastUsedAt'] as const;

export type ShownPasskey = Pick<PasskeyRow, (typeof SHOWN)[number]>;

export function listPasskeys(tx: Tx, personId: string): Promise<ShownPasskey[]> {
  return tx
    .selectFrom('passkeys')
    .select(SHOWN)
    .where('personId', '=', personId)
    .orderBy('createdAt')
    .execute();
}

export function listCredentials(
  tx: Tx,
  personId: string,
): Promise<Pick<PasskeyRow, 'credentialId' | 'transports'>[]> {
  return tx
    .selectFrom('passkeys')
    .select(['credentialId', 'transports'])
    .where('personId', '=', personId)
    .execute();
}

/** Held until the transaction ends: one signature used twice at once is counted twice. */
export function lockPasskey(tx: Tx, credentialId: string): Promise<PasskeyRow | undefined> {
  return tx
    .selectFrom('passkeys')
    .selectAll()
    .where('credentialId', '=', credentialId)
    .forUpdate()
    .executeTakeFirst();
}

/** @returns false when the credential is there already, whoever has it */
export async function insertPasskey(tx: Tx, row: Insertable<Tables['passkeys']>): Promise<boolean> {
  const added = await tx
    .insertInto('passkeys')
    .values(row)
    .onConflict((conflict) => conflict.column('credentialId').doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

export async function noteUseOfPasskey(
  tx: Tx,
  id: string,
  use: { readonly counter: number; readonly lastUsedAt: Date; readonly backedUp: boolean },
): Promise<void> {
  await tx.updateTable('passkeys').set(use).where('id', '=', id).execute();
}

export async function deletePasskey(tx: Tx, personId: string, id: string): Promise<void> {
  await tx.deleteFrom('passkeys').where('personId', '=', personId).where('id', '=', id).execute();
}

export async function deletePasskeysOf(tx: Tx, personId: string): Promise<void> {
  await tx.deleteFrom('passkeys').where('personId', '=', personId).execute();
}

export type PasskeyChallenge = Selectable<Tables['passkeyChallenges']>;

export async function insertChallenge(tx: Tx, row: Insertable<Tables['passkeyChallenges']>): Promise<void> {
  await tx.insertInto('passkeyChallenges').values(row).execute();
}

/** Taken once: an answer that is sent again finds nothing. */
export function takeChallenge(
  tx: Tx,
  key: { readonly browserHash: Buffer; readonly challenge: string },
): Promise<PasskeyChallenge | undefined> {
  return tx
    .deleteFrom('passkeyChallenges')
    .where('browserHash', '=', key.browserHash)
    .where('challenge', '=', key.challenge)
    .returningAll()
    .executeTakeFirst();
}

export async function deleteExpiredChallenges(tx: Tx, at: Date): Promise<void> {
  await tx.deleteFrom('passkeyChallenges').where('expiresAt', '<=', at).execute();
}
