import { type Insertable, sql } from 'kysely';
import type { Tables, Tx } from '../../database/index.ts';
import type { KeyStoreKind } from '../../platform/crypto/index.ts';
import type { CompromiseReason, KeyPurpose, PublicKey } from './signing-key.ts';

const PUBLIC = [
  'issuerId',
  'purpose',
  'kid',
  'verificationMethod',
  'publicJwk',
  'publishedAt',
  'activeFrom',
  'activeUntil',
  'compromisedAt',
  'compromiseReason',
] as const;

/** False when there is such a key already: the indexes let one key be active, and one wait. */
export async function insertKey(tx: Tx, row: Insertable<Tables['signingKeys']>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('signingKeys')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
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

export type StoredKey = PublicKey & { readonly id: string; readonly store: KeyStoreKind };

/** Of everything that this context may see; where a key lives is for staff and the worker. */
export async function listStoredKeys(tx: Tx, of: { readonly institutionId: string }): Promise<StoredKey[]> {
  const rows = await tx
    .selectFrom('signingKeys')
    .select([...PUBLIC, 'id', 'store'])
    .where('institutionId', '=', of.institutionId)
    .orderBy('id')
    .execute();
  return rows as unknown as StoredKey[]; // as above
}

export type OpenableKey = StoredKey & {
  readonly privateSealed: Buffer | null;
  readonly storeRef: string | null;
};

/**
 * The key that signs now, held until the transaction ends: a rotation or a theft that is told meanwhile waits for what
 * is being signed, and what is signed afterwards sees it. Only the worker may read the sealed part.
 */
export async function holdActiveKey(
  tx: Tx,
  issuerId: string,
  purpose: KeyPurpose,
): Promise<OpenableKey | undefined> {
  const query = tx
    .selectFrom('signingKeys')
    .select([...PUBLIC, 'id', 'store', 'privateSealed', 'storeRef'])
    .where('issuerId', '=', issuerId)
    .where('purpose', '=', purpose)
    .where('activeFrom', 'is not', null)
    .where('activeUntil', 'is', null)
    .forShare();
  // Whoever waited for a rotation finds the old row retired, and the new one only with a new look.
  const row = (await query.executeTakeFirst()) ?? (await query.executeTakeFirst());
  return row as OpenableKey | undefined; // as above
}

/** One change of an issuer's keys of a purpose at a time. */
export async function lockSlot(tx: Tx, issuerId: string, purpose: KeyPurpose): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`keys ${issuerId} ${purpose}`}, 0))`.execute(tx);
}

/** All keys of a purpose, none of which signs until this transaction ends. */
export async function lockKeys(tx: Tx, issuerId: string, purpose: KeyPurpose): Promise<OpenableKey[]> {
  await lockSlot(tx, issuerId, purpose);
  const rows = await tx
    .selectFrom('signingKeys')
    .select([...PUBLIC, 'id', 'store', 'privateSealed', 'storeRef'])
    .where('issuerId', '=', issuerId)
    .where('purpose', '=', purpose)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows as unknown as OpenableKey[]; // as above
}

export async function activateKey(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('signingKeys').set({ activeFrom: at }).where('id', '=', id).execute();
}

/** What may sign no more is not kept: nobody can steal it. */
export async function retireKey(tx: Tx, id: string, at: Date): Promise<void> {
  await tx
    .updateTable('signingKeys')
    .set({ activeUntil: at, privateSealed: null })
    .where('id', '=', id)
    .execute();
}

export async function markCompromised(
  tx: Tx,
  id: string,
  change: { readonly compromisedAt: Date; readonly compromiseReason: CompromiseReason },
): Promise<void> {
  await tx
    .updateTable('signingKeys')
    .set({ ...change, privateSealed: null })
    .where('id', '=', id)
    .execute();
}

/** Whose keys there are, archived institutions and the operator included: their lists go on being signed. */
export async function listKeyOwners(tx: Tx): Promise<string[]> {
  const rows = await tx.selectFrom('signingKeys').select('institutionId').distinct().execute();
  return rows.map(({ institutionId }) => institutionId);
}
