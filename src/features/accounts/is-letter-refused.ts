import type { Tx } from '../../database/index.ts';
import type { KeyedDigest } from './email-code.ts';
import { digestOfAddress } from './letter-link.ts';
import { listWishes } from './letter-wishes.store.ts';
import { LETTERS, type LetterKind } from './letters.ts';

/** Asked before each letter of an institution: does this address wish for none of its kind? */
export async function isLetterRefused(
  tx: Tx,
  keyedDigest: KeyedDigest,
  letter: { readonly kind: LetterKind; readonly to: string; readonly institutionId: string },
): Promise<boolean> {
  if (LETTERS[letter.kind].essential) return false;
  const wishes = await listWishes(tx, digestOfAddress(keyedDigest, letter.to));
  return wishes.some(({ institutionId }) => institutionId === null || institutionId === letter.institutionId);
}
