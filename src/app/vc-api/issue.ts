/** Secures a credential as the conformance suites ask, and refuses what is none (VC API, "Issue Credential"). */
import type { z } from 'zod';
import { isTooHeavy } from '../../features/verification/index.ts';
import {
  type Crypto,
  type CryptosuiteName,
  checkCredentialModel,
  checkVocabulary,
  FormatRefusal,
  isJsonObject,
  type Json,
  type JsonObject,
  parseStatusEntry,
  StatusRefusal,
  secureWithBaseProof,
  secureWithDataIntegrity,
} from '../../formats/index.ts';
import { badRequest } from '../../platform/problem.ts';
import type { HarnessIssuer } from './issuer-keys.ts';
import type { issueSchema } from './vc-api.schema.ts';

export type IssueDeps = { readonly crypto: Crypto; readonly issuers: readonly HarnessIssuer[] };

const SELECTIVE = 'ecdsa-sd-2023';
const suites = {
  Ed25519: ['eddsa-rdfc-2022', 'eddsa-jcs-2022'],
  ES256: ['ecdsa-rdfc-2019', 'ecdsa-jcs-2019', SELECTIVE],
  ES384: ['ecdsa-rdfc-2019', 'ecdsa-jcs-2019'],
} as const satisfies Record<string, readonly (CryptosuiteName | typeof SELECTIVE)[]>;

export async function issueCredential(
  deps: IssueDeps,
  { credential, options = {} }: z.infer<typeof issueSchema>,
  created: string,
): Promise<JsonObject> {
  const { signer } = chooseIssuer(deps, credential);
  await requireCredential(credential);
  const { mandatoryPointers } = options;
  const cryptosuite = chooseSuite(signer.algorithm, options.cryptosuite, mandatoryPointers);
  const shared = { signer, crypto: deps.crypto, created };
  try {
    const secured =
      cryptosuite === SELECTIVE
        ? await secureWithBaseProof(credential, { ...shared, mandatoryPointers: mandatoryPointers ?? [] })
        : await secureWithDataIntegrity(credential, { ...shared, cryptosuite });
    return { ...secured, proof: bare(secured.proof) };
  } catch (error) {
    if (error instanceof FormatRefusal) throw refuse('/credential', error.message);
    throw error;
  }
}

/** The suites write the issuer that they were configured with: one of those that were told at the start. */
function chooseIssuer({ issuers }: IssueDeps, { issuer }: JsonObject): HarnessIssuer {
  const id = isJsonObject(issuer) ? issuer.id : issuer;
  const chosen = issuers.find(({ did }) => did === id);
  if (!chosen) throw refuse('/credential/issuer', `is none of ${issuers.map(({ did }) => did).join(', ')}`);
  return chosen;
}

async function requireCredential(credential: JsonObject): Promise<void> {
  if (credential.proof !== undefined) throw refuse('/credential/proof', 'is there already');
  if (isTooHeavy(credential)) throw refuse('/credential', 'takes too long');
  const model = checkCredentialModel(credential);
  const finding = model.conforms ? await checkVocabulary(credential) : model;
  if (finding.conforms === undefined)
    throw refuse('/credential/@context', `is not known here: ${finding.context}`);
  if (!finding.conforms)
    throw badRequest(
      'This is no credential.',
      finding.faults.map(({ path, message }) => ({ pointer: `/credential${path}`, detail: message })),
    );
  const statuses: readonly Json[] = [credential.credentialStatus ?? []].flat();
  for (const entry of statuses) requireEntry(entry);
}

/** An entry that no verifier could read would make a credential that cannot be checked. */
function requireEntry(entry: Json): void {
  if (!isJsonObject(entry) || ![entry.type].flat().includes('BitstringStatusListEntry')) return;
  try {
    parseStatusEntry(entry);
  } catch (error) {
    if (error instanceof StatusRefusal) throw refuse('/credential/credentialStatus', error.message);
    throw error;
  }
}

function chooseSuite(
  algorithm: string,
  asked: string | undefined,
  mandatoryPointers: readonly string[] | undefined,
): CryptosuiteName | typeof SELECTIVE {
  const fitting = suites[algorithm as keyof typeof suites]; // the issuers are made of these algorithms
  const wanted = asked ?? (mandatoryPointers === undefined ? fitting[0] : SELECTIVE);
  const found = fitting.find((name) => name === wanted);
  if (!found) throw refuse('/options/cryptosuite', `this issuer has ${fitting.join(', ')}`);
  return found;
}

/** The suites read one proof as an object. */
function bare(proof: Json | undefined): Json {
  return Array.isArray(proof) && proof.length === 1 ? (proof[0] ?? null) : (proof ?? null);
}

function refuse(pointer: string, detail: string) {
  return badRequest('This credential cannot be issued.', [{ pointer, detail }]);
}
