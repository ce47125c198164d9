/**
 * A report that can be kept: a credential of the operator about what was handed in, when it was asked and what came
 * out. The digest says which bytes it is about. Signed by JCS, so that every member counts whatever its vocabulary.
 */
import type { Database } from '../../database/index.ts';
import {
  CREDENTIALS_V2,
  type Crypto,
  type JsonObject,
  parseJsonObject,
  secureWithDataIntegrity,
} from '../../formats/index.ts';
import { findIssuerOfUnit, findOperator } from '../institutions/index.ts';
import type { GetSigner } from '../keys/index.ts';
import type { VerificationReport } from './verification.schema.ts';

export type SignReportDeps = {
  readonly database: Database;
  readonly crypto: Crypto;
  readonly getSigner: GetSigner;
};

/** Terms that no context defines keep the issuer's own meaning (VCDM 2.0, section 5.2). */
const UNDEFINED_TERMS = 'https://www.w3.org/ns/credentials/undefined-terms/v2';

/** @returns undefined on an installation that nobody runs yet: there is no key to sign with */
export async function signReport(
  deps: SignReportDeps,
  report: VerificationReport,
): Promise<JsonObject | undefined> {
  const operator = await deps.database.asPublic(async (tx) => {
    const institution = await findOperator(tx);
    return institution && (await findIssuerOfUnit(tx, institution.id, null));
  });
  if (!operator) return undefined;
  const { checkedAt, input, ...rest } = report;
  const document: JsonObject = {
    '@context': [CREDENTIALS_V2, UNDEFINED_TERMS],
    type: ['VerifiableCredential'],
    name: 'Verification report',
    issuer: operator.did,
    validFrom: checkedAt,
    credentialSubject: parseJsonObject(
      JSON.stringify({ ...(input ? { input } : {}), checkedAt, report: rest }),
    ),
  };
  // Not among the digests of what was signed: anyone may ask for a report, and a row for each would fill the table.
  const signer = await deps.database.asWorker(operator.institutionId, (tx) =>
    deps.getSigner(tx, operator, 'award-ed25519'),
  );
  return await secureWithDataIntegrity(document, {
    signer,
    crypto: deps.crypto,
    created: checkedAt,
    cryptosuite: 'eddsa-jcs-2022',
  });
}
