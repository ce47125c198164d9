/** Bitstring Status List 1.0, section 3.3: the bits and their packing. Bit 0 is the highest of byte 0. */
import type { Compression } from '../format.ts';
import { decodeBase64url, encodeMultibase } from '../multibase.ts';
import { StatusRefusal } from './refusal.ts';

/** 16 KB: among so many entries one reader's question tells the issuer little (section 6.1). */
export const MIN_STATUS_ENTRIES = 131_072;
/** Sixteen million entries; a list that unpacks to more is made to fill memory. */
const MAX_STATUS_BYTES = 2 * 1024 * 1024;

export function createStatusBits(entries: number = MIN_STATUS_ENTRIES): Uint8Array {
  if (!Number.isSafeInteger(entries) || entries < MIN_STATUS_ENTRIES || entries % 8 !== 0) {
    throw new RangeError(`a status list has at least ${MIN_STATUS_ENTRIES} entries, in whole bytes`);
  }
  return new Uint8Array(entries / 8);
}

/** A copy with one bit changed. */
export function setStatusBit(bits: Uint8Array, index: number, value: 0 | 1): Uint8Array {
  requireWithin(bits, index, 1);
  const changed = bits.slice();
  const mask = 0x80 >> (index % 8);
  const at = Math.floor(index / 8);
  changed[at] = value === 1 ? (changed[at] ?? 0) | mask : (changed[at] ?? 0) & ~mask;
  return changed;
}

/** The value of an entry of `size` bits, highest bit first. */
export function readStatusValue(bits: Uint8Array, index: number, size = 1): number {
  requireWithin(bits, index, size);
  let value = 0;
  for (let bit = index * size; bit < (index + 1) * size; bit += 1) {
    value = value * 2 + (((bits[Math.floor(bit / 8)] ?? 0) >> (7 - (bit % 8))) & 1);
  }
  return value;
}

export async function encodeStatusBits(
  { gzip }: Pick<Compression, 'gzip'>,
  bits: Uint8Array,
): Promise<string> {
  return encodeMultibase('base64url', await gzip(bits));
}

export async function decodeStatusBits(
  { gunzip }: Pick<Compression, 'gunzip'>,
  encodedList: string,
): Promise<Uint8Array> {
  if (!encodedList.startsWith('u')) throw new StatusRefusal('MALFORMED_VALUE_ERROR', 'encodedList');
  try {
    return await gunzip(decodeBase64url(encodedList.slice(1)), MAX_STATUS_BYTES);
  } catch (cause) {
    throw new StatusRefusal('MALFORMED_VALUE_ERROR', 'encodedList', { cause });
  }
}

function requireWithin(bits: Uint8Array, index: number, size: number): void {
  if (!Number.isSafeInteger(index) || index < 0 || (index + 1) * size > bits.length * 8) {
    throw new StatusRefusal('RANGE_ERROR', String(index));
  }
}
