/** A question to the verifier without a register or a database, in an internet of the test's own making. */
import { encodeMultikey, type Signer } from '../../../formats/index.ts';
import { AT, compression, crypto } from '../../../formats/testing.ts';
import { createFixedClock } from '../../../platform/clock.ts';
import { generateKey, importSigner } from '../../../platform/crypto/index.ts';
import { EgressRefusal } from '../../../platform/egress/index.ts';
import { createPdfReader } from '../../../platform/pdf/index.ts';
import type { House } from '../house.ts';
import type { VerifyOptions } from '../inquiry.ts';
import type { VerifyInput } from '../open-credential.ts';
import type { VerificationReport } from '../verification.schema.ts';
import { verifyCredential } from '../verify-credential.ts';

/** What an address answers: a body with 200, another status, or nothing at all. */
export type Answer =
  | string
  | { readonly status: number; readonly body: string }
  | { readonly refused: 'egress.unreachable' | 'egress.timeout' };
export type Web = Readonly<Record<string, Answer>>;
type Options = VerifyOptions & { readonly web?: Web; readonly house?: House };

const readPdf = createPdfReader();
const encoder = new TextEncoder();

export function ask(
  input: string | Uint8Array | object | VerifyInput,
  { web = {}, house, ...options }: Options = {},
): Promise<VerificationReport> {
  return verifyCredential({ ...askingDeps, egress: { fetch: browse(web) }, house }, toInput(input), options);
}

/** All that a question needs but a network. */
export const askingDeps = {
  clock: createFixedClock(AT),
  crypto,
  compression,
  readPdf,
  house: undefined,
};

function toInput(input: string | Uint8Array | object | VerifyInput): VerifyInput {
  if (typeof input === 'string') return { bytes: encoder.encode(input) };
  if (input instanceof Uint8Array) return { bytes: input };
  return 'bytes' in input || 'url' in input ? input : { bytes: encoder.encode(JSON.stringify(input)) };
}

function browse(web: Web) {
  return async ({ url }: { url: string }) => {
    const answer = web[url] ?? { refused: 'egress.unreachable' };
    if (typeof answer === 'string') return { url, status: 200, headers: {}, bytes: encoder.encode(answer) };
    if ('refused' in answer) throw new EgressRefusal(answer.refused);
    return { url, status: answer.status, headers: {}, bytes: encoder.encode(answer.body) };
  };
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

/** Somebody with a did:key of their own, or with a key that says it is of another. */
export function makeHolder(algorithm: 'Ed25519' | 'ES256' = 'Ed25519', controller?: string): KeyHolder {
  const { privateJwk, publicJwk } = generateKey(algorithm);
  const key = encodeMultikey(publicJwk);
  const did = controller ?? `did:key:${key}`;
  return {
    algorithm,
    did,
    publicJwk,
    verificationMethod: `${did}#${key}`,
    keyUrl: '',
    sign: importSigner(privateJwk).sign,
  };
}
