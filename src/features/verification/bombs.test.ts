/**
 * Small files that are meant to be much work: each is answered at once and takes no memory with it. On an idle machine
 * the slowest is a tenth of a second; the bounds here are those that a busy one keeps, since nothing is timed tightly.
 */
import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { composePdfWith } from '../../../test/support/raw-pdf.ts';
import { readChunks, writeChunks } from '../../formats/baking/png-chunks.ts';
import { tinyPng } from '../../formats/baking/tiny-png.ts';
import {
  composeStatusList,
  formats,
  type JsonObject,
  parseJsonObject,
  secureWithDataIntegrity,
} from '../../formats/index.ts';
import { encodeBase64url } from '../../formats/multibase.ts';
import {
  CREATED,
  credentialFacts,
  crypto,
  didDocument,
  ed25519Signer,
  issue,
  issuerFacts,
} from '../../formats/testing.ts';
import { EgressRefusal } from '../../platform/egress/index.ts';
import { ask, askingDeps } from './testing/ask.ts';
import { verifyCredential } from './verify-credential.ts';

const LIMIT_MS = 2_000;
const LIMIT_BYTES = 64 * 1024 * 1024;
const DID_URL = 'https://waarmerk.example/issuers/k7m2q9x4t1v8b3nw/did.json';
const LIST = credentialFacts.status?.list ?? '';
const MEGABYTE = 1024 * 1024;

const json = await issue(formats['ob3-data-integrity'], credentialFacts);
const honest = parseJsonObject(json);
const zeros = Buffer.alloc(64 * MEGABYTE);

function picture(type: 'iTXt' | 'zTXt'): Uint8Array {
  const packed = deflateSync(zeros, { level: 9 });
  const head = type === 'zTXt' ? 'openbadgecredential\0\0' : 'openbadgecredential\0\u0001\0\0\0';
  const chunk = { type, data: Buffer.concat([Buffer.from(head), packed]) };
  const chunks = readChunks(tinyPng);
  return writeChunks([...chunks.slice(0, -1), chunk, ...chunks.slice(-1)]);
}

const many = (count: number, make: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => make(at)).join(',');

/** Each of so many nodes without a name knows all others: what tells them apart takes a factorial of their number. */
function clique(size: number): string {
  const nodes = Array.from({ length: size }, (_, at) => `_:n${at}`);
  const related = nodes.map((id) => ({
    id,
    type: ['Related'],
    related: nodes.filter((other) => other !== id),
  }));
  return JSON.stringify({ ...honest, evidence: related });
}

/** The same without names for the nodes, which our rules allow: every one like every other. */
function twins(size: number): string {
  const alignment = Array.from({ length: size }, () => ({
    type: ['Alignment'],
    targetName: 'a',
    targetUrl: 'https://x.example/',
  }));
  const subject = honest.credentialSubject as JsonObject;
  const achievement = { ...(subject.achievement as JsonObject), alignment };
  return JSON.stringify({ ...honest, credentialSubject: { ...subject, achievement } });
}

const bombs: readonly (readonly [string, () => Uint8Array | string])[] = [
  ['a picture whose text unpacks to 64 MB (iTXt)', () => picture('iTXt')],
  ['a picture whose text unpacks to 64 MB (zTXt)', () => picture('zTXt')],
  [
    'a picture of ten thousand empty parts',
    () =>
      writeChunks([
        ...readChunks(tinyPng).slice(0, 1),
        ...Array.from({ length: 20_000 }, () => ({ type: 'tEXt', data: new Uint8Array(0) })),
      ]),
  ],
  ['a packed file', () => gzipSync(zeros)],
  ['lists in lists, a hundred thousand deep', () => '['.repeat(100_000)],
  ['objects in objects, a hundred thousand deep', () => `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
  ['a million members', () => `{${many(200_000, (at) => `"${at.toString(36)}":1`)}}`],
  ['a million items', () => `[${many(900_000, () => '1')}]`],
  ['the same member a hundred thousand times', () => `{${many(100_000, () => '"a":1')}}`],
  ['a number of a million digits', () => `{"a":${'9'.repeat(1_000_000)}}`],
  ['a text of escapes', () => `{"a":"${'\\u0041'.repeat(300_000)}"}`],
  ['a text that does not end', () => `{"a":"${'\\\\'.repeat(900_000)}`],
  [
    'ten thousand contexts',
    () =>
      JSON.stringify({
        ...honest,
        '@context': Array.from({ length: 10_000 }, () => 'https://www.w3.org/ns/credentials/v2'),
      }),
  ],
  [
    'a thousand contexts inside',
    () =>
      JSON.stringify({
        ...honest,
        evidence: Array.from({ length: 1_000 }, (_, at) => ({
          '@context': honest['@context'],
          id: `urn:x:${at}`,
          type: ['Evidence'],
        })),
      }),
  ],
  [
    'ten thousand proofs',
    () => JSON.stringify({ ...honest, proof: Array.from({ length: 1_500 }, () => [honest.proof].flat()[0]) }),
  ],
  [
    'ten proofs over a great many nodes',
    () =>
      JSON.stringify({
        ...honest,
        proof: Array.from({ length: 10 }, () => [honest.proof].flat()[0]),
        evidence: Array.from({ length: 900 }, (_, at) => ({ id: `urn:x:${at}`, type: ['Evidence'] })),
      }),
  ],
  ...[5, 6, 7, 8, 9, 10, 11, 12].map((size) => [`a clique of ${size} nodes`, () => clique(size)] as const),
  ...[5, 8, 12, 40].map((size) => [`${size} nodes that are all alike`, () => twins(size)] as const),
  ['a token with a header of a megabyte', () => `ey${'A'.repeat(MEGABYTE)}.e30.AAAA`],
  [
    'a token whose header is a megabyte of members',
    () => `${encodeBase64url(Buffer.from(`{"alg":"ES256",${many(60_000, (at) => `"m${at}":1`)}}`))}.e30.AAAA`,
  ],
  ['a token of a hundred thousand dots', () => `ey${'.'.repeat(100_000)}`],
  [
    'a signature of a million digits',
    () =>
      JSON.stringify({
        ...honest,
        proof: [{ ...([honest.proof].flat()[0] as JsonObject), proofValue: `z${'2'.repeat(1_000_000)}` }],
      }),
  ],
  [
    'an SD-JWT of a hundred thousand disclosures',
    () => `eyJhbGciOiJFUzI1NiJ9.e30.AAAA${'~WyJhIl0'.repeat(100_000)}~`,
  ],
  [
    'a drawing of elements in elements',
    () => `<svg xmlns="http://www.w3.org/2000/svg">${'<g>'.repeat(200_000)}`,
  ],
  [
    'a drawing of a hundred thousand attributes',
    () =>
      `<svg xmlns="http://www.w3.org/2000/svg" ${many(150_000, (at) => `a${at}=""`).replaceAll(',', ' ')}/>`,
  ],
  [
    'a drawing of laughs',
    () =>
      `<!DOCTYPE svg [<!ENTITY a "ha">${many(20, (at) => `<!ENTITY b${at} "&a;&a;&a;">`)}]><svg xmlns="http://www.w3.org/2000/svg">&b19;</svg>`,
  ],
  [
    'a page whose attachment unpacks to 64 MB',
    () =>
      composePdfWith(
        '(a) 5 0 R',
        '/Type/Filespec/F(x)/EF<</F 6 0 R>>',
        deflateSync(zeros),
        '/Filter/FlateDecode',
      ),
  ],
];

describe('a file that is meant to be much work', () => {
  test.each(bombs)('%s is answered at once', async (_what, make) => {
    const file = make();
    const memory = process.memoryUsage().rss;
    const began = performance.now();
    const report = await ask(file);
    expect(performance.now() - began).toBeLessThan(LIMIT_MS);
    expect(process.memoryUsage().rss - memory).toBeLessThan(LIMIT_BYTES);
    expect(report.verdict).not.toBe('verified');
  });

  test('a list of status that unpacks to a gigabyte is not checked', async () => {
    const list = composeStatusList({
      id: LIST,
      issuer: issuerFacts.did,
      purpose: 'revocation',
      encodedList: `u${encodeBase64url(gzipSync(Buffer.alloc(256 * MEGABYTE)))}`,
      validFrom: '2026-11-21T08:00:00Z',
      ttl: 60_000,
    });
    const signed = await secureWithDataIntegrity(list, { signer: ed25519Signer, crypto, created: CREATED });
    const web = { [DID_URL]: JSON.stringify(didDocument), [LIST]: JSON.stringify(signed) };
    const began = performance.now();
    const report = await ask(json, { web });
    expect(performance.now() - began).toBeLessThan(LIMIT_MS);
    expect(report.checks.find(({ id }) => id === 'status')).toMatchObject({ outcome: 'not-checked' });
  });
});

describe('hosts that answer a drop at a time', () => {
  test('a hundred of them keep nobody else waiting', async () => {
    let let_go: () => void = () => undefined;
    const dripping = new Promise<never>((_resolve, reject) => {
      let_go = () => reject(new EgressRefusal('egress.timeout'));
    });
    const deps = { ...askingDeps, egress: { fetch: () => dripping } };
    const waiting = Array.from({ length: 100 }, (_, at) =>
      verifyCredential(deps, { url: `https://slow-${at}.example/badge` }),
    );
    const web = { [DID_URL]: JSON.stringify(didDocument) };
    const began = performance.now();
    for (let i = 0; i < 20; i += 1)
      expect((await ask(json, { web })).checks.find(({ id }) => id === 'proof')).toMatchObject({
        outcome: 'passed',
      });
    expect(performance.now() - began).toBeLessThan(LIMIT_MS * 2);
    let_go();
    for (const report of await Promise.all(waiting)) expect(report.verdict).toBe('incomplete');
  });
});
