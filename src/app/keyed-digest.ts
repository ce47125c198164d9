import { createHmac } from 'node:crypto';
import type { MasterKey } from '../platform/crypto/index.ts';

/** HMAC-SHA-256 under the master key, apart for each purpose: what one says of a text tells nothing for another. */
export function keyedDigestOf(masterKey: MasterKey): (purpose: string, text: string) => Buffer {
  return (purpose, text) => createHmac('sha256', masterKey).update(`${purpose}\0${text}`).digest();
}
