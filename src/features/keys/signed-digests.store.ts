import { sql } from 'kysely';
import type { Tx } from '../../database/index.ts';
import { readSigned } from './signed-digests.ts';

export type SignedDocument = {
  readonly institutionId: string;
  /** As they are handed out, with the proof inside. What carries none is passed over. */
  readonly bytes: string;
  readonly signedAt: Date;
};

/**
 * In the transaction that signs, or a key that is stolen later takes what was honest with it. One statement for however
 * many, for ten thousand awards are signed in one transaction.
 */
export async function recordSigned(tx: Tx, documents: readonly SignedDocument[]): Promise<void> {
  const rows = documents.flatMap(({ bytes, institutionId, signedAt }) => {
    const signed = readSigned(bytes);
    return signed ? { ...signed, institutionId, signedAt } : [];
  });
  if (rows.length === 0) return;
  await sql`
    INSERT INTO signed_digests (digest, institution_id, verification_method, signed_at)
    SELECT * FROM unnest(
      ${rows.map(({ digest }) => Buffer.from(digest))}::bytea[],
      ${rows.map(({ institutionId }) => institutionId)}::uuid[],
      ${rows.map(({ verificationMethod }) => verificationMethod)}::text[],
      ${rows.map(({ signedAt }) => signedAt)}::timestamptz[])
    ON CONFLICT DO NOTHING`.execute(tx);
}

/** In a public transaction that carries the digest as its capability: whoever holds the document may ask about it. */
export async function wasSignedBefore(tx: Tx, digest: Uint8Array, instant: Date): Promise<boolean> {
  const row = await tx
    .selectFrom('signedDigests')
    .select('signedAt')
    .where('digest', '=', Buffer.from(digest))
    .where('signedAt', '<', instant)
    .executeTakeFirst();
  return row !== undefined;
}
