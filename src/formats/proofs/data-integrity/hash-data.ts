/** The bytes under a signature: hash of the proof's own members, then hash of the document (section 3.2.4). */
import { joinBytes } from '../../bytes.ts';
import type { Crypto, JsonObject } from '../../format.ts';
import type { Cryptosuite } from './cryptosuites.ts';

export async function hashProofAndDocument(
  { sha256 }: Pick<Crypto, 'sha256'>,
  suite: Cryptosuite,
  proofConfig: JsonObject,
  document: JsonObject,
): Promise<Uint8Array> {
  const proofHash = await sha256(await suite.canonicalize(proofConfig, sha256));
  const documentHash = await sha256(await suite.canonicalize(document, sha256));
  return joinBytes(proofHash, documentHash);
}
