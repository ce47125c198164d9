/** Who earned it, hashed: both versions of Open Badges use `sha256$` and the salt after the identifier. */
import { encodeHex, encodeUtf8 } from './bytes.ts';
import type { HolderFacts } from './facts.ts';
import type { Crypto } from './format.ts';
import { FormatRefusal } from './refusal.ts';
import type { SummaryIdentifier } from './summary.ts';

/** NFC, trimmed, lower case: the standard leaves it open, and a hash of another spelling never matches. */
export function normalizeIdentifier(value: string): string {
  return value.normalize('NFC').trim().toLowerCase();
}

export async function hashIdentifier(crypto: Crypto, value: string, salt: string): Promise<string> {
  return `sha256$${encodeHex(await crypto.sha256(encodeUtf8(value + salt)))}`;
}

/** Without its salt a hash of an e-mail address falls to a list of addresses (DECISIONS 10). */
export function saltOf(holder: HolderFacts): string {
  if (!holder.salt) throw new FormatRefusal('facts-incomplete', 'holder.salt');
  return holder.salt;
}

/**
 * Open Badges 3.0, "Verify the Recipient Using an Identifier": types compare first, then the hash or the plain
 * text; all identifiers are tried. Undefined when the credential names no identifier of that type.
 */
export async function matchRecipient(
  crypto: Crypto,
  identifiers: readonly SummaryIdentifier[],
  claimed: { readonly type: string; readonly value: string },
): Promise<boolean | undefined> {
  const sameType = identifiers.filter((one) => one.type === claimed.type);
  if (sameType.length === 0) return undefined;
  const spellings = new Set([claimed.value, normalizeIdentifier(claimed.value)]);
  for (const identifier of sameType) {
    for (const spelling of spellings) {
      const hashed = identifier.hashed
        ? await hashIdentifier(crypto, spelling, identifier.salt ?? '')
        : spelling;
      if (hashed === (identifier.hashed ? identifier.value.toLowerCase() : identifier.value)) return true;
    }
  }
  return false;
}
