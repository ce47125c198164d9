/** What the issuer's key signs: the proof itself, the key that signed the statements, and those always shown. */
import { encodeUtf8, joinBytes } from '../../bytes.ts';
import { canonicalize } from '../../canonicalize.ts';
import type { Crypto, JsonObject } from '../../format.ts';

export async function composeBaseData(
  { sha256 }: Pick<Crypto, 'sha256'>,
  input: {
    readonly proofConfig: JsonObject;
    readonly publicKey: Uint8Array;
    readonly mandatory: readonly string[];
  },
): Promise<Uint8Array> {
  const proofHash = await sha256(await canonicalize(input.proofConfig, sha256));
  const mandatoryHash = await sha256(encodeUtf8(input.mandatory.join('')));
  return joinBytes(proofHash, input.publicKey, mandatoryHash);
}
