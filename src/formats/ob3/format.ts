/** Open Badges 3.0 in its proof formats. */
import { writeJsonWith } from '../canonicalize.ts';
import type { DesignContent } from '../facts.ts';
import type { Format, JsonObject, Omission, SecureOptions } from '../format.ts';
import { parseJsonObject } from '../json.ts';
import { listOtherLanguages, listUnstructured } from '../omissions.ts';
import { createProof, withoutProof } from '../proofs/data-integrity/create-proof.ts';
import { verifyDataIntegrity } from '../proofs/data-integrity/verify-proofs.ts';
import { secureWithBaseProof } from '../proofs/selective-disclosure/create-base-proof.ts';
import { deriveDisclosure } from '../proofs/selective-disclosure/derive-proof.ts';
import { openJwt } from '../proofs/vc-jwt/open-jwt.ts';
import { secureAsJwt } from '../proofs/vc-jwt/secure-jwt.ts';
import { secureAsVcJose } from '../proofs/vc-jwt/secure-vc-jose.ts';
import { verifyJwt } from '../proofs/vc-jwt/verify-jwt.ts';
import { composeAchievement } from './achievement.ts';
import { compose } from './compose.ts';
import { checkOb3 } from './conforms.ts';
import { readOb3 } from './read.ts';
import { listMandatoryPointers } from './selectable-parts.ts';

const shared = {
  composeDefinition: composeAchievement,
  compose,
  checkConformance: checkOb3,
  read: readOb3,
  omissions: listOmissions,
};

export const ob3DataIntegrity: Format = {
  ...shared,
  id: 'ob3-data-integrity',
  mediaType: 'application/vc',
  fileExtension: 'json',
  keyPurpose: 'award-ed25519',
  secure: secureWithProof,
  open: parseJsonObject,
  verify: async (deps, secured, options) => verifyDataIntegrity(deps, parseJsonObject(secured), options),
};

export const ob3Jwt: Format = {
  ...shared,
  id: 'ob3-jwt',
  mediaType: 'text/plain',
  fileExtension: 'jwt',
  keyPurpose: 'award-p256',
  secure: secureAsJwt,
  open: openJwt,
  verify: verifyJwt,
};

/** For readers that know RSA alone, which Open Badges 3.0 asks of everybody ("at least RS256"). */
export const ob3JwtRs256: Format = {
  ...ob3Jwt,
  id: 'ob3-jwt-rs256',
  readAs: 'ob3-jwt',
  keyPurpose: 'award-rsa',
};

/** With the key of the Data Integrity proof, for readers that know EdDSA in a JWT. */
export const ob3JwtEddsa: Format = {
  ...ob3Jwt,
  id: 'ob3-jwt-eddsa',
  readAs: 'ob3-jwt',
  keyPurpose: 'award-ed25519',
};

/** W3C's own way to put a credential in a JWT (VC-JOSE-COSE), which wallets read. */
export const ob3VcJwt: Format = {
  ...ob3Jwt,
  id: 'ob3-vc-jwt',
  readAs: 'ob3-jwt',
  mediaType: 'application/vc+jwt',
  secure: secureAsVcJose,
};

/** Of which the holder shows what they choose: what is issued is theirs alone, what they derive is for others. */
export const ob3EcdsaSd: Format = {
  ...ob3DataIntegrity,
  id: 'ob3-ecdsa-sd',
  readAs: 'ob3-data-integrity',
  keyPurpose: 'award-p256',
  secure: async (document, options) =>
    JSON.stringify(
      await secureWithBaseProof(document, {
        ...options,
        mandatoryPointers: listMandatoryPointers(document),
      }),
    ),
  derive: async ({ crypto }, secured, pointers) =>
    JSON.stringify(await deriveDisclosure(crypto, parseJsonObject(secured), pointers)),
};

function listOmissions(content: DesignContent): readonly Omission[] {
  return [...listOtherLanguages(content), ...listUnstructured(content)];
}

/** The proof comes last, after a document that is written as those before it were. */
async function secureWithProof(document: JsonObject, options: SecureOptions): Promise<string> {
  const unsecured = withoutProof(document);
  return writeJsonWith(unsecured, 'proof', [await createProof(unsecured, options)]);
}
