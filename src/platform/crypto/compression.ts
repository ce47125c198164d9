/** Packing and unpacking with a ceiling: a bomb of a thousand bytes unpacks to a gibibyte. */
import { gunzipSync, gzipSync, inflateSync } from 'node:zlib';

export type CompressionReason = 'compression.too-large' | 'compression.malformed';

export class CompressionRefusal extends Error {
  override readonly name = 'CompressionRefusal';
  readonly reason: CompressionReason;
  constructor(reason: CompressionReason, options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}

export function gzipBytes(bytes: Uint8Array): Uint8Array {
  return gzipSync(bytes);
}

export function gunzipBytes(bytes: Uint8Array, maxBytes: number): Uint8Array {
  return unpack(() => gunzipSync(bytes, { maxOutputLength: maxBytes }));
}

/** zlib framing (RFC 1950), as PNG's compressed text chunks and token status lists use it. */
export function inflateBytes(bytes: Uint8Array, maxBytes: number): Uint8Array {
  return unpack(() => inflateSync(bytes, { maxOutputLength: maxBytes }));
}

function unpack(read: () => Uint8Array): Uint8Array {
  try {
    return read();
  } catch (cause) {
    const tooLarge = cause instanceof RangeError && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';
    throw new CompressionRefusal(tooLarge ? 'compression.too-large' : 'compression.malformed', { cause });
  }
}
