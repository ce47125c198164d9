/** A question to the verifier without a register or a database, in an internet of the test's own making. */
import { encodeMultikey, type Signer } from '../../../formats/index.ts';
import { AT, compression, crypto } from '../../../formats/testing.ts';
import { createFixedClock } from '../../../platform/clock.ts';
import { generateKey, importSigner } from '../../../platform/crypto/index.ts';
import { EgressRefusal } from '../../../platform/egress/index.ts';
import { createPdfReader } from '../../../platform/pdf/index.ts';
import type { VerifyOptions } from '../inquiry.ts';
import type { VerificationReport } from '../verification.schema.ts';
import { verifyCredential } from '../verify-credential.ts';

export type Web = Readonly<Record<string, string>>;

export function ask(
  input: string | object,
  { web = {}, ...options }: VerifyOptions & { readonly web?: Web } = {},
): Promise<VerificationReport> {
  const fetch = async ({ url }: { url: string }) => {
    const body = web[url];
    if (body === undefined) throw new EgressRefusal('egress.unreachable');
    return { url, status: 200, headers: {}, bytes: new TextEncoder().encode(body) };
  };
  const deps = {
    clock: createFixedClock(AT),
    crypto,
    compression,
    egress: { fetch },
    readPdf: createPdfReader(),
    house: undefined,
  };
  const text = typeof input === 'string' ? input : JSON.stringify(input);
  return verifyCredential(deps, { bytes: new TextEncoder().encode(text) }, options);
}

/** Each check as `outcome` or `outcome: reason`. */
export function outcomes({ checks }: Pick<VerificationReport, 'checks'>): Record<string, string> {
  return Object.fromEntries(
    checks.map(({ id, outcome, reason }) => [id, reason ? `${outcome}: ${reason}` : outcome]),
  );
}

export type KeyHolder = Signer & {
  readonly did: string;
  readonly publicJwk: ReturnType<typeof generateKey>['publicJwk'];
};

/** Somebody with a did:key of their own. */
export function makeHolder(algorithm: 'Ed25519' | 'ES256' = 'Ed25519'): KeyHolder {
  const { privateJwk, publicJwk } = generateKey(algorithm);
  const key = encodeMultikey(publicJwk);
  const did = `did:key:${key}`;
  return {
    algorithm,
    did,
    publicJwk,
    verificationMethod: `${did}#${key}`,
    keyUrl: '',
    sign: importSigner(privateJwk).sign,
  };
}
