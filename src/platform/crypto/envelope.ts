/** Secrets at rest: AES-256-GCM under one master key, each bound to the name of what it protects. */

import type { KeyObject } from 'node:crypto';
import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto';

const VERSION = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEADER_BYTES = 1 + IV_BYTES + TAG_BYTES;

/** The bytes were changed, belong to another key id, or were sealed under another master key. */
export class EnvelopeRefusal extends Error {
  override readonly name = 'EnvelopeRefusal';
  readonly reason = 'envelope.not-ours';
}

export type MasterKey = KeyObject;

/** Takes 32 bytes written in base64url or hex. */
export function parseMasterKey(text: string): MasterKey {
  const trimmed = text.trim();
  const bytes = Buffer.from(trimmed, /^[0-9a-f]{64}$/i.test(trimmed) ? 'hex' : 'base64url');
  if (bytes.length !== 32) throw new TypeError('the master key must be 32 bytes in base64url or hex');
  return createSecretKey(bytes);
}

/** `boundTo` is authenticated, not stored: a sealed key moved to another row does not open. */
export function sealBytes(master: MasterKey, input: { bytes: Uint8Array; boundTo: string }): Uint8Array {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', master, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(associatedData(input.boundTo));
  const body = Buffer.concat([cipher.update(input.bytes), cipher.final()]);
  return Buffer.concat([Uint8Array.of(VERSION), iv, cipher.getAuthTag(), body]);
}

export function openBytes(master: MasterKey, input: { sealed: Uint8Array; boundTo: string }): Uint8Array {
  const { sealed, boundTo } = input;
  if (sealed.length < HEADER_BYTES || sealed[0] !== VERSION) throw new EnvelopeRefusal('not a sealed secret');
  const iv = sealed.subarray(1, 1 + IV_BYTES);
  // Without authTagLength node:crypto accepts a tag of 4 bytes, which can be guessed.
  const decipher = createDecipheriv('aes-256-gcm', master, iv, { authTagLength: TAG_BYTES });
  decipher.setAAD(associatedData(boundTo));
  decipher.setAuthTag(sealed.subarray(1 + IV_BYTES, HEADER_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(HEADER_BYTES)), decipher.final()]);
  } catch (cause) {
    throw new EnvelopeRefusal('the sealed secret does not open', { cause });
  }
}

function associatedData(boundTo: string): Buffer {
  return Buffer.from(`waarmerk/envelope/${VERSION}/${boundTo}`);
}
