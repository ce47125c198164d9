/**
 * Random-looking indexes without a search: a keyed permutation of 0 … 131,071 turns the n-th reservation into
 * an index that tells nothing of its order (Bitstring Status List 1.0 §5.1; DECISIONS 19). Pure.
 */

/** The smallest list that hides one holder in a crowd (Bitstring Status List 1.0 §6.1). */
export const LIST_SIZE = 131_072;

const HIGH_BITS = 9;
const LOW_BITS = 8;
const ROUNDS = 8;

/** A keyed hash: bytes in, at least two bytes out. */
export type KeyedHash = (message: Uint8Array) => Uint8Array;

/** An alternating Feistel network over 9 + 8 bits; each round can be undone, so no two inputs meet. */
export function permuteIndex(reservation: number, keyed: KeyedHash): number {
  if (!Number.isInteger(reservation) || reservation < 0 || reservation >= LIST_SIZE) {
    throw new RangeError(`reservation ${reservation} does not fit a list of ${LIST_SIZE}`);
  }
  let high = reservation >>> LOW_BITS;
  let low = reservation & ((1 << LOW_BITS) - 1);
  for (let round = 0; round < ROUNDS; round += 1) {
    if (round % 2 === 0) high ^= mask(keyed, round, low, HIGH_BITS);
    else low ^= mask(keyed, round, high, LOW_BITS);
  }
  return (high << LOW_BITS) | low;
}

function mask(keyed: KeyedHash, round: number, half: number, bits: number): number {
  const [first = 0, second = 0] = keyed(Uint8Array.of(round, half >>> 8, half & 0xff));
  return ((first << 8) | second) & ((1 << bits) - 1);
}
