import type { Insertable } from 'kysely';
import type { Tables, Tx } from '../../database/index.ts';
import type { KeyPurpose, PublicKey } from './signing-key.ts';

const PUBLIC = [
  'issuerId',
  'purpose',
  'kid',
  'verificationMethod',
  'publicJwk',
  'activeFrom',
  'activeUntil',
] as const;

export async function insertKey(tx: Tx, row: Insertable<Tables['signingKeys']>): Promise<void> {
  await tx.insertInto('signingKeys').values(row).execute();
}

/** All keys, the retired ones too: what they signed goes on verifying. */
export async function listPublicKeys(tx: Tx, issuerId: string): Promise<PublicKey[]> {
  const rows = await tx
    .selectFrom('signingKeys')
    .select(PUBLIC)
    .where('issuerId', '=', issuerId)
    .orderBy('id')
    .execute();
  return rows as unknown as PublicKey[]; // publicJwk is the JWK that insertKey wrote
}

export type SealedKey = PublicKey & { readonly id: string; readonly privateSealed: Buffer };

/** Only the worker may read the sealed part. */
export async function findActiveKey(
  tx: Tx,
  issuerId: string,
  purpose: KeyPurpose,
): Promise<SealedKey | undefined> {
  const row = await tx
    .selectFrom('signingKeys')
    .select([...PUBLIC, 'id', 'privateSealed'])
    .where('issuerId', '=', issuerId)
    .where('purpose', '=', purpose)
    .where('activeUntil', 'is', null)
    .executeTakeFirst();
  return row as SealedKey | undefined; // as above
}

export async function retireKey(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('signingKeys').set({ activeUntil: at }).where('id', '=', id).execute();
}
