/** Whom the conformance harness issues as: keys that live as long as the process, and that nobody should trust. */
import { generateKeyPairSync, sign } from 'node:crypto';
import { encodeMultikey, type ProofSigner, parsePublicJwk } from '../../formats/index.ts';

export type HarnessIssuer = { readonly did: string; readonly signer: ProofSigner };

const DIGESTS = { Ed25519: null, ES256: 'sha256', ES384: 'sha384' } as const;

/** One of each kind that a cryptosuite takes; the first is the one for whoever does not mind. */
export function makeHarnessIssuers(): readonly HarnessIssuer[] {
  return (['Ed25519', 'ES256', 'ES384'] as const).map(makeIssuer);
}

function makeIssuer(algorithm: keyof typeof DIGESTS): HarnessIssuer {
  const { privateKey, publicKey } = generate(algorithm);
  const publicJwk = parsePublicJwk(publicKey.export({ format: 'jwk' }));
  if (!publicJwk) throw new TypeError(`node:crypto made an incomplete ${algorithm} key`);
  const key = encodeMultikey(publicJwk);
  const did = `did:key:${key}`;
  return {
    did,
    signer: {
      algorithm,
      verificationMethod: `${did}#${key}`,
      sign: (bytes) => sign(DIGESTS[algorithm], bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' }),
    },
  };
}

function generate(algorithm: keyof typeof DIGESTS) {
  if (algorithm === 'Ed25519') return generateKeyPairSync('ed25519');
  return generateKeyPairSync('ec', { namedCurve: algorithm === 'ES256' ? 'prime256v1' : 'secp384r1' });
}
