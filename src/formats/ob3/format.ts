/** Open Badges 3.0 in its two proof formats. */
import type { DesignContent } from '../facts.ts';
import type { Format, JsonObject, Omission } from '../format.ts';
import { parseJsonObject } from '../json.ts';
import { listOtherLanguages, listUnstructured } from '../omissions.ts';
import { secureWithDataIntegrity } from '../proofs/data-integrity/create-proof.ts';
import { verifyDataIntegrity } from '../proofs/data-integrity/verify-proofs.ts';
import { openJwt } from '../proofs/vc-jwt/open-jwt.ts';
import { secureAsJwt } from '../proofs/vc-jwt/secure-jwt.ts';
import { verifyJwt } from '../proofs/vc-jwt/verify-jwt.ts';
import { composeAchievement } from './achievement.ts';
import { compose } from './compose.ts';
import { checkOb3 } from './conforms.ts';
import { readOb3 } from './read.ts';

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
  secure: async (document, options) => writeJson(await secureWithDataIntegrity(document, options)),
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

function listOmissions(content: DesignContent): readonly Omission[] {
  return [...listOtherLanguages(content), ...listUnstructured(content)];
}

function writeJson(document: JsonObject): string {
  return JSON.stringify(document);
}
