import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeUtf8 } from './bytes.ts';
import { detectCredential } from './detect.ts';
import type { ProofVerdict } from './format.ts';
import { parseJsonObject } from './json.ts';
import { describeVectors, makeVectors, parseVectors, type Vector } from './make-vectors.ts';
import { checkOb2Assertion, checkOb2BadgeClass, checkOb2Issuer } from './ob2/schema.ts';
import { verifyDataIntegrity } from './proofs/data-integrity/verify-proofs.ts';
import { readObject } from './read-members.ts';
import { FormatRefusal } from './refusal.ts';
import { formats } from './registry.ts';
import { parseStatusEntry, readStatus } from './status-lists/read-status.ts';
import { AT, compression, verifyDeps } from './testing.ts';

const folder = join(import.meta.dirname, '../../vectors');
const vectors = parseVectors(readFileSync(join(folder, 'index.json'), 'utf8'));
const readBytes = (file: string) => Uint8Array.from(readFileSync(join(folder, file)));
const readDocument = (file: string) => parseJsonObject(decodeUtf8(readBytes(file)) ?? '');

/** As the verifier would: look at the bytes, then let the format they claim verify them. */
async function judge({
  file,
  format,
}: Vector): Promise<ProofVerdict | { outcome: 'refused'; reason: string }> {
  if (format === 'status-list') return verifyDataIntegrity(verifyDeps, readDocument(file), { at: AT });
  try {
    const detected = await detectCredential(compression, readBytes(file));
    if (detected.kind !== 'document') return { outcome: 'refused', reason: detected.kind };
    const verify = format === 'ob3-jwt' ? formats['ob3-jwt'].verify : formats['ob3-data-integrity'].verify;
    if (!verify) throw new TypeError(`${format} has no proofs`);
    return await verify(verifyDeps, detected.text, { at: AT });
  } catch (cause) {
    if (cause instanceof FormatRefusal) return { outcome: 'refused', reason: cause.reason };
    throw cause;
  }
}

describe('the conformance files', () => {
  it('are those that the code makes today', async () => {
    const made = await makeVectors();
    expect(describeVectors(made)).toBe(readFileSync(join(folder, 'index.json'), 'utf8'));
    // ECDSA is random and gzip differs between versions of zlib: those files are only verified.
    const isRandom = ({ file, format }: Vector) =>
      format === 'ob3-jwt' || format === 'status-list' || file.includes('ecdsa');
    const steady = made.filter((vector) => !isRandom(vector));
    expect(steady.length).toBeGreaterThan(15);
    for (const { file, bytes } of steady) {
      expect(Buffer.from(bytes).equals(readBytes(file)), file).toBe(true);
    }
  });

  it.each(vectors.filter(({ expected }) => expected === 'valid'))('$file holds: $says', async (vector) => {
    expect(await judge(vector)).toMatchObject({ outcome: 'passed' });
  });

  it.each(vectors.filter(({ expected }) => expected === 'failed' || expected === 'refused'))(
    '$file does not, because of $reason: $says',
    async (vector) => {
      const verdict = await judge(vector);
      // What cannot be taken apart as a JWT is refused by the eye of the detector already.
      if (vector.reason === 'malformed-jwt') return expect(verdict.outcome).toBe('refused');
      expect(verdict).toMatchObject({ outcome: vector.expected, reason: vector.reason });
    },
  );

  it('of Open Badges 2.0 keep its shape', () => {
    expect(checkOb2Assertion(readDocument('valid/assertion.json'))).toEqual({ conforms: true });
    expect(checkOb2BadgeClass(readDocument('valid/badgeclass.json'))).toEqual({ conforms: true });
    expect(checkOb2Issuer(readDocument('valid/issuer.json'))).toEqual({ conforms: true });
    expect(checkOb2Assertion(readDocument('valid/badgeclass.json'))).toMatchObject({ conforms: false });
  });

  it('say of the first award that it is revoked', async () => {
    const entry = parseStatusEntry(readObject(readDocument('valid/full.json').credentialStatus));
    const list = readDocument('valid/status-list.json');
    expect(await readStatus(compression, { entry, list, at: AT })).toEqual({
      purpose: 'revocation',
      value: 1,
    });
  });
});
