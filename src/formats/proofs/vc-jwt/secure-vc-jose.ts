/**
 * VC-JOSE-COSE, section 3.1: the payload is the credential and nothing else. The registered claims could only repeat
 * it (`nbf` is advised against, `vc` forbidden), and what stands once cannot disagree with itself.
 */
import type { JsonObject, SecureOptions } from '../../format.ts';
import { FormatRefusal } from '../../refusal.ts';
import { joseNames } from './jose-names.ts';
import { signCompactJws } from './jws.ts';

export async function secureAsVcJose(document: JsonObject, { signer }: SecureOptions): Promise<string> {
  for (const claim of ['vc', 'vp', 'proof'])
    if (document[claim] !== undefined) throw new FormatRefusal('jwt-malformed', `${claim} in the payload`);
  const alg = joseNames[signer.algorithm];
  const header = { alg, kid: signer.verificationMethod, typ: 'vc+jwt', cty: 'vc' };
  return signCompactJws(header, document, signer.sign);
}
