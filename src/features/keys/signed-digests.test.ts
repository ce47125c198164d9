import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../test/support/world.ts';
import { parseJsonObject } from '../../formats/index.ts';
import { recordSigned } from './signed-digests.store.ts';
import { digestOfSigned, readSigned } from './signed-digests.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const hex = (digest: Uint8Array | undefined) => Buffer.from(digest ?? []).toString('hex');
const bytes = (n: number) =>
  JSON.stringify({ id: `urn:${n}`, n: 1e2, proof: [{ verificationMethod: 'did:web:x#1', proofValue: 'z' }] });

describe('the digest of a document', () => {
  it('is the same however it is written out, and another for another', () => {
    const written =
      '{ "proof": {"proofValue":"z","verificationMethod":"did:web:x#1"},"n":100.0, "id":"urn:1"}';
    const again = '{"id":"urn:1","n":1e2,"proof":{"verificationMethod":"did:web:x#1","proofValue":"z"}}';
    const of = (text: string) => hex(digestOfSigned({ text, document: parseJsonObject(text) }));
    expect(of(written)).toBe(of(again));
    expect(of(written)).not.toBe(of(again.replace('"z"', '"y"')));
  });

  it('of a JWT is that of its text, and of what nobody signed there is none', () => {
    const jwt = 'eyJhbGciOiJFUzI1NiIsImtpZCI6ImEifQ.e30.AA';
    expect(hex(readSigned(`${jwt}\n`)?.digest)).toBe(hex(digestOfSigned({ text: jwt, document: {} })));
    expect(readSigned('{"type":"Assertion"}')).toBeUndefined();
    const code = `${Buffer.from('{"typ":"waarmerk-certificate+jwt","alg":"ES256"}').toString('base64url')}.e30.AA`;
    expect(hex(readSigned(`https://x.example/verify#${code}`)?.digest)).toBe(
      hex(digestOfSigned({ text: code, document: {} })),
    );
  });
});

describe('ten thousand documents that are signed at once', () => {
  it('are recorded in a second or two, and twice is once', async () => {
    const { institutionId } = world.groningen;
    const signedAt = world.clock.now();
    const documents = Array.from({ length: 10_000 }, (_, n) => ({
      institutionId,
      signedAt,
      bytes: bytes(n),
    }));
    const began = performance.now();
    await world.deps.database.asWorker(institutionId, (tx) => recordSigned(tx, documents));
    // Measured: a third of a second; a machine with much else to do is slower.
    expect(performance.now() - began).toBeLessThan(5_000);
    await world.deps.database.asWorker(institutionId, (tx) => recordSigned(tx, documents.slice(0, 3)));
    const [row] = await world.queryAsSuperuser<{ n: number; methods: string[] }>(
      'SELECT count(*)::int AS n, array_agg(DISTINCT verification_method) AS methods FROM signed_digests',
    );
    expect(row).toEqual({ n: 10_000, methods: ['did:web:x#1'] });
  });
});
