/**
 * The two values of ecdsa-sd-2023 as bytes (Data Integrity ECDSA 1.0, sections 3.5.1 to 3.5.8): a base proof, which
 * goes from the issuer to the holder, and a derived proof, which goes from the holder to whoever verifies.
 */
import * as cborg from 'cborg';
import { joinBytes } from '../../bytes.ts';
import { decodeMultibase, encodeMultibase } from '../../multibase.ts';
import { decodeMultikeyBytes } from '../../multikey.ts';
import { FormatRefusal } from '../../refusal.ts';

export type BaseValue = {
  readonly baseSignature: Uint8Array;
  /** Of the key that was made for this one proof, as Multikey bytes. */
  readonly publicKey: Uint8Array;
  readonly hmacKey: Uint8Array;
  readonly signatures: readonly Uint8Array[];
  readonly mandatoryPointers: readonly string[];
};

export type DerivedValue = {
  readonly baseSignature: Uint8Array;
  readonly publicKey: Uint8Array;
  readonly signatures: readonly Uint8Array[];
  /** From the canonical label that a verifier finds to the one that was signed. */
  readonly labels: ReadonlyMap<string, string>;
  readonly mandatoryIndexes: readonly number[];
};

const BASE = Uint8Array.of(0xd9, 0x5d, 0x00);
const DERIVED = Uint8Array.of(0xd9, 0x5d, 0x01);
/** A badge has some 200 statements of 66 bytes each. */
const MAX_LENGTH = 300_000;
const MAX_STATEMENTS = 3_000;
const SIGNATURE_LENGTH = 64;
const DIGEST_LENGTH = 32;

/** "CBOR tagging MUST NOT be used on any of the components" (section 3.5.1); nor is anything else loose. */
const STRICT = {
  strict: true,
  useMaps: true,
  rejectDuplicateMapKeys: true,
  allowIndefinite: false,
  allowUndefined: false,
  allowInfinity: false,
  allowNaN: false,
  allowBigInt: false,
  tags: {},
} as const satisfies cborg.DecodeOptions;

export function encodeBaseValue(value: BaseValue): string {
  const { baseSignature, publicKey, hmacKey, signatures, mandatoryPointers } = value;
  return write(BASE, [baseSignature, publicKey, hmacKey, signatures, mandatoryPointers]);
}

export function encodeDerivedValue(value: DerivedValue): string {
  const { baseSignature, publicKey, signatures, labels, mandatoryIndexes } = value;
  const packed = new Map(
    [...labels].map(([canonical, label]) => [Number(canonical.slice(4)), decodeMultibase(label)] as const),
  );
  return write(DERIVED, [baseSignature, publicKey, signatures, packed, mandatoryIndexes]);
}

/** Which of the two it is, told by three bytes; undefined for neither. Throws for what is not base64url. */
export function tellValue(proofValue: string): 'base' | 'derived' | undefined {
  const bytes = decodeText(proofValue);
  if (startsWith(bytes, BASE)) return 'base';
  return startsWith(bytes, DERIVED) ? 'derived' : undefined;
}

export function decodeBaseValue(proofValue: string): BaseValue {
  const [baseSignature, publicKey, hmacKey, signatures, mandatoryPointers] = read(BASE, proofValue);
  return {
    baseSignature: bytesOf(baseSignature, SIGNATURE_LENGTH),
    publicKey: keyOf(publicKey),
    hmacKey: bytesOf(hmacKey, DIGEST_LENGTH),
    signatures: listOf(signatures).map((signature) => bytesOf(signature, SIGNATURE_LENGTH)),
    mandatoryPointers: listOf(mandatoryPointers).map((pointer) => {
      if (typeof pointer !== 'string') throw malformed('pointers');
      return pointer;
    }),
  };
}

export function decodeDerivedValue(proofValue: string): DerivedValue {
  const [baseSignature, publicKey, signatures, labels, mandatoryIndexes] = read(DERIVED, proofValue);
  const indexes = listOf(mandatoryIndexes).map(numberOf);
  if (new Set(indexes).size !== indexes.length) throw malformed('indexes');
  return {
    baseSignature: bytesOf(baseSignature, SIGNATURE_LENGTH),
    publicKey: keyOf(publicKey),
    signatures: listOf(signatures).map((signature) => bytesOf(signature, SIGNATURE_LENGTH)),
    labels: labelsOf(labels),
    mandatoryIndexes: indexes,
  };
}

/** One label for two nodes would make one node of them. */
function labelsOf(value: unknown): ReadonlyMap<string, string> {
  if (!(value instanceof Map) || value.size > MAX_STATEMENTS) throw malformed('labels');
  const labels = new Map<string, string>();
  for (const [number, label] of value)
    labels.set(`c14n${numberOf(number)}`, encodeMultibase('base64url', bytesOf(label, DIGEST_LENGTH)));
  if (new Set(labels.values()).size !== labels.size) throw malformed('labels');
  return labels;
}

/** Only P-256; the bytes must be a point of it. */
function keyOf(value: unknown): Uint8Array {
  const bytes = bytesOf(value, 35);
  if (decodeMultikeyBytes(bytes).crv !== 'P-256') throw malformed('key');
  return bytes;
}

function bytesOf(value: unknown, length: number): Uint8Array {
  if (!(value instanceof Uint8Array) || value.length !== length) throw malformed('bytes');
  return value;
}

function numberOf(value: unknown): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > MAX_STATEMENTS)
    throw malformed('number');
  return value;
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value) || value.length > MAX_STATEMENTS) throw malformed('list');
  return value;
}

function write(prefix: Uint8Array, parts: readonly unknown[]): string {
  return encodeMultibase('base64url', joinBytes(prefix, cborg.encode(parts)));
}

function read(prefix: Uint8Array, proofValue: string): readonly unknown[] {
  const bytes = decodeText(proofValue);
  if (!startsWith(bytes, prefix)) throw malformed('prefix');
  let parts: unknown;
  try {
    parts = cborg.decode(bytes.subarray(prefix.length), STRICT);
  } catch (cause) {
    throw new FormatRefusal('proof-value-malformed', 'CBOR', { cause });
  }
  if (!Array.isArray(parts) || parts.length !== 5) throw malformed('parts');
  return parts;
}

function decodeText(proofValue: string): Uint8Array {
  if (!proofValue.startsWith('u') || proofValue.length > MAX_LENGTH) throw malformed('text');
  return decodeMultibase(proofValue);
}

function startsWith(bytes: Uint8Array, prefix: Uint8Array): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}

function malformed(detail: string): FormatRefusal {
  return new FormatRefusal('proof-value-malformed', detail);
}
