/** Whatever one changes in what was signed, in whichever way it was signed: it does not pass. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Format, JsonObject, ProofVerdict } from './format.ts';
import { canonicalizeJson } from './jcs.ts';
import { parseJsonObject } from './json.ts';
import { ob3DataIntegrity } from './ob3/format.ts';
import { listSelectableParts } from './ob3/selectable-parts.ts';
import { secureWithDataIntegrity } from './proofs/data-integrity/create-proof.ts';
import type { CryptosuiteName } from './proofs/data-integrity/cryptosuites.ts';
import { FormatRefusal } from './refusal.ts';
import { formats } from './registry.ts';
import {
  AT,
  CREATED,
  credentialFacts,
  crypto,
  ed25519Signer,
  issue,
  p256Signer,
  verifyDeps,
} from './testing.ts';

type Signed = { readonly name: string; readonly format: Format; readonly text: string };

/** For the nine kinds together; each costs one verification. */
const RUNS = 2_000;

const suites = ['eddsa-rdfc-2022', 'eddsa-jcs-2022', 'ecdsa-rdfc-2019', 'ecdsa-jcs-2019'] as const;
const tokens = ['ob3-jwt', 'ob3-jwt-rs256', 'ob3-jwt-eddsa', 'ob3-vc-jwt'] as const;

describe('one letter of a signed badge', () => {
  let signed: readonly Signed[];

  beforeAll(async () => {
    const badges = suites.map((name) => signWith(name));
    const jwts = tokens.map(async (name) => ({
      name,
      format: formats[name],
      text: await issue(formats[name], credentialFacts),
    }));
    signed = await Promise.all([...badges, ...jwts, signForDisclosure()]);
  });

  it('stands as it was signed', async () => {
    for (const one of signed) expect(await judge(one, one.text), one.name).toBe('passed');
  });

  it('cannot be another, be left out or be added', async () => {
    const mutation = fc.record({
      which: fc.nat({ max: suites.length + tokens.length }),
      how: fc.constantFrom('change', 'drop', 'add'),
      at: fc.nat({ max: 1_000_000 }),
      letter: fc.oneof(
        fc.constantFrom(...'0123456789abcdefABCDEFuz_-.:/#,"{}[]'),
        fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
        fc.constantFrom('é', 'ø', '\u200b', '\ud83c', '\u0000'),
      ),
    });
    await fc.assert(
      fc.asyncProperty(mutation, async ({ which, how, at, letter }) => {
        const one = signed[which] ?? fail();
        const place = at % one.text.length;
        const rest = one.text.slice(how === 'add' ? place : place + 1);
        const changed = one.text.slice(0, place) + (how === 'drop' ? '' : letter) + rest;
        fc.pre(changed !== one.text && !saysTheSame(one.text, changed));
        expect(await judge(one, changed), `${one.name}: ${how} ${letter} at ${place}`).not.toBe('passed');
      }),
      { numRuns: RUNS },
    );
  }, 120_000);
});

async function signWith(cryptosuite: CryptosuiteName): Promise<Signed> {
  const { document } = await ob3DataIntegrity.compose(credentialFacts, crypto);
  const signer = cryptosuite.startsWith('eddsa') ? ed25519Signer : p256Signer;
  const options = { signer, crypto, created: CREATED, cryptosuite };
  const text = JSON.stringify(await secureWithDataIntegrity(document, options));
  return { name: cryptosuite, format: ob3DataIntegrity, text };
}

async function signForDisclosure(): Promise<Signed> {
  const format: Format = formats['ob3-ecdsa-sd'];
  const base = await issue(format, credentialFacts);
  const parts = listSelectableParts(format.open(base)).flatMap(({ pointers }) => pointers.slice(0, 1));
  const text = (await format.derive?.({ crypto }, base, parts)) ?? fail();
  return { name: 'ecdsa-sd-2023', format, text };
}

async function judge({ format }: Signed, text: string): Promise<ProofVerdict['outcome'] | 'refused'> {
  try {
    return (await format.verify?.(verifyDeps, text, { at: AT }))?.outcome ?? fail();
  } catch (cause) {
    if (cause instanceof FormatRefusal) return 'refused';
    throw cause;
  }
}

/** JSON has white space between its parts; no other spelling of a document is one letter away. */
function saysTheSame(one: string, other: string): boolean {
  const [left, right] = [one, other].map(readJson);
  return left !== undefined && right !== undefined && write(left) === write(right);
}

function readJson(text: string): JsonObject | undefined {
  try {
    return parseJsonObject(text);
  } catch {
    return undefined;
  }
}

function write(document: JsonObject): string {
  return new TextDecoder().decode(canonicalizeJson(document));
}

function fail(): never {
  throw new TypeError('there is none');
}
