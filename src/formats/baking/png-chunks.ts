/** A PNG as the list of its chunks (PNG third edition, section 5), read with limits and checked. */
import { encodeUtf8, joinBytes } from '../bytes.ts';
import { FormatRefusal } from '../refusal.ts';
import { crc32 } from './crc32.ts';

export type PngChunk = { readonly type: string; readonly data: Uint8Array };

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const MAX_CHUNKS = 10_000;

export function isPng(bytes: Uint8Array): boolean {
  return bytes.length > SIGNATURE.length && SIGNATURE.every((byte, index) => bytes[index] === byte);
}

export function readChunks(png: Uint8Array): readonly PngChunk[] {
  if (!isPng(png)) throw new FormatRefusal('png-malformed', 'signature');
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const chunks: PngChunk[] = [];
  let at = SIGNATURE.length;
  while (at + 12 <= png.length && chunks.length < MAX_CHUNKS) {
    const length = view.getUint32(at);
    const end = at + 8 + length;
    if (end + 4 > png.length) throw new FormatRefusal('png-malformed', 'chunk length');
    const named = png.subarray(at + 4, end);
    if (crc32(named) !== view.getUint32(end)) throw new FormatRefusal('png-malformed', 'checksum');
    const type = String.fromCharCode(...named.subarray(0, 4));
    chunks.push({ type, data: named.subarray(4) });
    // What follows the end is not part of the picture, and is dropped when it is written again.
    if (type === 'IEND') return chunks;
    at = end + 4;
  }
  throw new FormatRefusal('png-malformed', 'no end');
}

export function writeChunks(chunks: readonly PngChunk[]): Uint8Array {
  return joinBytes(SIGNATURE, ...chunks.map(writeChunk));
}

function writeChunk({ type, data }: PngChunk): Uint8Array {
  const named = joinBytes(encodeUtf8(type), data);
  const frame = new DataView(new ArrayBuffer(8));
  frame.setUint32(0, data.length);
  frame.setUint32(4, crc32(named));
  const numbers = new Uint8Array(frame.buffer);
  return joinBytes(numbers.subarray(0, 4), named, numbers.subarray(4));
}
