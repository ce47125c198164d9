/** The short way gives the bytes of the long one, or takes the long one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyBytes } from '../bytes.ts';
import { canonicalize, canonicalizeToNQuads, toDataset } from '../canonicalize.ts';
import { contexts } from '../contexts/index.ts';
import type { Json, JsonObject } from '../format.ts';
import { isJsonObject } from '../json.ts';
import { compose } from '../ob3/compose.ts';
import { bareFacts, credentialFacts, crypto } from '../testing.ts';
import { type FullPipeline, openShapes } from './canonicalize-by-shape.ts';
import { readShape, SENTINEL } from './read-shape.ts';
import { isSafeIri } from './template.ts';

const { document: full } = await compose(credentialFacts, crypto);
const { document: bare } = await compose(bareFacts(credentialFacts), crypto);

async function outcomeOf(work: () => Promise<string>): Promise<string> {
  try {
    return await work();
  } catch (error) {
    return `refused: ${error instanceof Error ? error.name : ''}`;
  }
}

const short = (document: JsonObject) =>
  outcomeOf(async () => new TextDecoder().decode(await canonicalize(document, crypto.sha256)));
const long = (document: JsonObject) => outcomeOf(() => canonicalizeToNQuads(document));

/** Every text that is no type and no context, by its path. */
function listTexts(value: Json, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value === 'string') return [path];
  if (Array.isArray(value)) return value.flatMap((item, index) => listTexts(item, [...path, index]));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    name === '@context' || name === 'type' ? [] : listTexts(member, [...path, name]),
  );
}

function withText(document: JsonObject, path: readonly (string | number)[], text: string): JsonObject {
  const copy = structuredClone(document) as Record<string, unknown>;
  let place: Record<string | number, unknown> = copy;
  for (const step of path.slice(0, -1)) place = place[step] as Record<string | number, unknown>; // paths are those of the document
  place[path.at(-1) ?? ''] = text;
  return copy as JsonObject;
}

/** Compiles the shapes, so that what follows takes the short way. */
async function warm(...documents: readonly JsonObject[]): Promise<void> {
  for (const document of documents) for (let i = 0; i < 3; i += 1) await short(document);
}

/** How often the full pipeline was asked. */
function counting(dataset: FullPipeline['toDataset']) {
  let asked = 0;
  const shapes = openShapes({
    toDataset: dataset,
    canonicalize: async (document) => {
      asked += 1;
      return await canonicalizeToNQuads(document);
    },
  });
  const ask = async (document: JsonObject) =>
    new TextDecoder().decode(await shapes.canonicalize(document, crypto.sha256, copyBytes));
  return { asked: () => asked, ask };
}

describe('the canonical form by shape', () => {
  it('is the same for texts of every kind, anywhere in the document', async () => {
    await warm(full, bare);
    const texts = listTexts(full);
    const others = texts.map((path) =>
      String(path.reduce<unknown>((at, step) => (at as Record<string | number, unknown>)[step], full)),
    );
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.constantFrom(...others),
      fc.constantFrom(
        '',
        ' ',
        '"',
        '\\',
        '\n\r\t\b\f\u0001\u007f',
        '\u{1F600}',
        '\uE000',
        'é',
        'e\u0301',
        'a "b" \\c',
      ),
      fc.constantFrom(
        'https://x.example/a',
        'https://x.example/ü',
        'https://x.example/a b',
        'https://x.example/<',
        'urn:uuid:1',
        'urn:x',
        'did:key:z6Mk',
        'did:web:a',
        'mailto:a@b',
        '_:b0',
        'relative',
        '/path',
        '#a',
        '@id',
        'type',
        'id',
        'schema:name',
        'https:a',
        'http://www.w3.org/1999/02/22-rdf-syntax-ns#type',
      ),
    );
    let differing = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...texts),
        text,
        fc.constantFrom(...texts),
        text,
        async (one, first, other, second) => {
          const document = withText(withText(full, one, first), other, second);
          // Twice more, so that the shape is compiled and then used.
          const expected = await long(document);
          for (let i = 0; i < 3; i += 1) if ((await short(document)) !== expected) differing += 1;
          expect(differing).toBe(0);
        },
      ),
      { numRuns: 120 },
    );
  }, 120_000);

  it('is the same for many credentials of one design, and comes from the template', async () => {
    const { asked, ask } = counting(toDataset);
    await ask(full);
    await ask(full);
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 100_000, max: 1_000_000 }),
        fc.uuid(),
        async (name, serial, subject) => {
          const { document } = await compose(
            {
              ...credentialFacts,
              id: `https://waarmerk.example/c/${serial}`,
              subjectId: `urn:uuid:${subject}`,
              holder: { ...credentialFacts.holder, name: `${name} ${serial}` },
              status: { list: 'https://waarmerk.example/status/t9v2k5m8x1c4b7nz', index: serial },
            },
            crypto,
          );
          expect(await ask(document)).toBe(await long(document));
        },
      ),
      { numRuns: 60 },
    );
    // Once for each of the first two, and never again.
    expect(asked()).toBe(2);
  }, 60_000);

  it('never comes from a template that disagrees with the full pipeline', async () => {
    const lying = counting(async (document) => (await toDataset(document)).slice(1));
    for (let i = 0; i < 4; i += 1) expect(await lying.ask(full)).toBe(await long(full));
    expect(lying.asked()).toBe(4);
  });

  it('takes the long way for twins, which only the whole algorithm tells apart', async () => {
    const twin = { type: ['Alignment'], targetName: 'a', targetUrl: 'https://x.example/' };
    const achievement = (full.credentialSubject as JsonObject).achievement as JsonObject;
    const document = {
      ...full,
      credentialSubject: {
        ...(full.credentialSubject as JsonObject),
        achievement: { ...achievement, alignment: [twin, { ...twin }] },
      },
    };
    await warm(document);
    expect(await short(document)).toBe(await long(document));
  });

  it('takes the long way when two texts become one node, or a text becomes a node of the vocabulary', async () => {
    await warm(full);
    const issuer = (full.issuer as JsonObject).id as string;
    for (const id of [issuer, 'https://www.w3.org/2018/credentials#VerifiableCredential']) {
      const document = { ...full, id };
      for (let i = 0; i < 3; i += 1) expect(await short(document)).toBe(await long(document));
    }
  });

  it('does not confuse shapes that are written alike', () => {
    const pairs: readonly (readonly [JsonObject, JsonObject])[] = [
      [
        { a: 'x', b: 'x' },
        { a: 'x', b: 'y' },
      ],
      [{ a: ['x'] }, { a: 'x' }],
      [{ a: 1 }, { a: '1' }],
      [{ a: 1 }, { a: 2 }],
      [{ a: true }, { a: null }],
      [{ a: { b: 'x' } }, { a: {}, b: 'x' }],
      [{ 'a1:b': 'x' }, { a: { b: 'x' } }],
      [{ type: 'A' }, { type: ['A'] }],
      [{ type: ['A', 'B'] }, { type: ['A2:B'] }],
      [
        { '@context': 'x', a: 'y' },
        { '@context': 'z', a: 'y' },
      ],
    ];
    for (const [one, other] of pairs) expect(readShape(one)?.key).not.toBe(readShape(other)?.key);
    expect(readShape({ a: 'x', b: 'y' })?.key).toBe(readShape({ a: 'p', b: 'q' })?.key);
    expect(readShape({ a: `${SENTINEL}0:` })).toBeUndefined();
  });

  it('stands on contexts in which no term or prefix would touch an IRI that it takes as it is', () => {
    const names = new Set<string>();
    const collect = (value: Json): void => {
      if (Array.isArray(value)) for (const item of value) collect(item);
      else if (isJsonObject(value))
        for (const [name, member] of Object.entries(value)) {
          names.add(name);
          collect(member);
        }
    };
    for (const context of contexts.values()) collect(context);
    expect(
      [...names].filter((name) => isSafeIri(name) || ['http', 'https', 'urn', 'did'].includes(name)),
    ).toEqual([]);
    expect(names.size).toBeGreaterThan(100);
  });
});
