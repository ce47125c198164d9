/**
 * Documents by the thousand, honest, odd and broken, each canonicalised the short way and the long one: `jsonld` and
 * `rdf-canonize` say what the bytes are. They come in families of one structure, so that a shape is met, compiled,
 * kept with most of its texts in place, and made wider, as it is when thousands are awarded.
 */
import fc from 'fast-check';
import {
  canonicalize,
  canonicalizeToNQuads,
  composeEndorsement,
  composeStatusList,
  formats,
  isJsonObject,
  type Json,
  type JsonObject,
} from '../../src/formats/index.ts';
import {
  accreditedFacts,
  bareFacts,
  credentialFacts,
  crypto,
  issuerFacts,
} from '../../src/formats/testing.ts';

export type Differences = {
  readonly compared: number;
  readonly refused: number;
  /** Of each that differs, the document. */
  readonly differing: readonly JsonObject[];
};

const FAMILY = 8;

export async function countDifferences(documents: number, seed: number): Promise<Differences> {
  const families = fc.sample(await describeFamilies(), { numRuns: Math.ceil(documents / FAMILY), seed });
  const differing: JsonObject[] = [];
  let [compared, refused] = [0, 0];
  for (const family of families)
    for (const document of family) {
      const expected = await outcomeOf(() => canonicalizeToNQuads(document));
      const found = await outcomeOf(async () =>
        new TextDecoder().decode(await canonicalize(document, crypto.sha256)),
      );
      compared += 1;
      if (expected === REFUSED) refused += 1;
      // What no UTF-8 can say is the same mark in both.
      if (found !== expected.toWellFormed()) differing.push(document);
    }
  return { compared, refused, differing };
}

const REFUSED = 'refused';

async function outcomeOf(work: () => Promise<string>): Promise<string> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && error.name === 'FormatRefusal') return REFUSED;
    throw error;
  }
}

async function composeHonest(): Promise<readonly JsonObject[]> {
  const bare = bareFacts(credentialFacts);
  const composed = await Promise.all(
    [credentialFacts, accreditedFacts, bare].flatMap((facts) =>
      (['ob3-data-integrity', 'ob3-eu', 'ob3-id-list'] as const).map((id) =>
        formats[id].compose(facts, crypto),
      ),
    ),
  );
  const endorsement = composeEndorsement({
    id: 'https://body.example/endorsements/1',
    issuer: issuerFacts,
    language: 'en',
    subject: credentialFacts.version.id,
    name: 'Endorsement',
    comment: 'Sound.',
    validFrom: '2026-11-21T09:00:00Z',
  });
  const list = composeStatusList({
    id: 'https://waarmerk.example/status/1',
    issuer: issuerFacts.did,
    purpose: 'revocation',
    encodedList: 'uH4sIAAAAAAAAA',
    validFrom: '2026-11-21T08:00:00Z',
    ttl: 60_000,
  });
  const proof = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    created: '2026-11-21T09:30:00Z',
    verificationMethod: 'did:key:z6Mk#z6Mk',
    proofPurpose: 'assertionMethod',
  };
  return [...composed.map(({ document }) => document), endorsement, list, proof];
}

type Path = readonly (string | number)[];
type Edit = (document: JsonObject) => JsonObject;

async function describeFamilies(): Promise<fc.Arbitrary<readonly JsonObject[]>> {
  const honest = await composeHonest();
  const known = [
    ...new Set(honest.flatMap((one) => listPaths(one).flatMap((path) => asText(valueAt(one, path))))),
  ];
  const text = describeTexts(known);
  const edit = describeEdits(text);
  return fc
    .tuple(
      fc.constantFrom(...honest),
      fc.oneof(
        { weight: 2, arbitrary: fc.constant<Edit[]>([]) },
        { weight: 3, arbitrary: fc.array(edit, { minLength: 1, maxLength: 3 }) },
      ),
      fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
      fc.array(fc.array(describeReplacement(text), { minLength: 6, maxLength: 6 }), {
        minLength: FAMILY,
        maxLength: FAMILY,
      }),
    )
    .map(([start, edits, places, variants]) => {
      const document = edits.reduce((one, change) => change(one), start);
      const paths = listPaths(document).filter(
        (path) => typeof valueAt(document, path) === 'string' && !path.some((step) => DECIDING.has(step)),
      );
      // The first two are as they are: a shape is compiled when it comes for the second time.
      return variants.map((texts, count) =>
        count < 2 || paths.length === 0
          ? document
          : places.reduce<JsonObject>((one, place, at) => {
              const path = paths[place % paths.length] ?? [];
              return write(one, path, texts[at]?.(String(valueAt(one, path))) ?? '');
            }, document),
      );
    });
}

/** These decide how others are read; edits change them, or hardly anything would be compared. */
const DECIDING: ReadonlySet<string | number> = new Set(['type', '@context']);

/** Where an address stands, mostly another address, for most else is refused; elsewhere anything. */
function describeReplacement(text: fc.Arbitrary<string>): fc.Arbitrary<(before: string) => string> {
  const address = fc.oneof(
    fc.uuid().map((id) => `urn:uuid:${id}`),
    fc.nat().map((serial) => `https://waarmerk.example/c/${serial}`),
    fc.nat().map((serial) => `did:web:waarmerk.example:issuers:${serial}#z6Mk`),
  );
  return fc.tuple(text, address, fc.nat({ max: 19 })).map(
    ([any, other, chance]) =>
      (before) =>
        chance > 0 && /^(?:https?|urn|did|mailto):/.test(before) ? other : any,
  );
}

function describeTexts(known: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.uuid().map((id) => `urn:uuid:${id}`),
    fc.webUrl(),
    fc.constantFrom(...known),
    fc.constantFrom(
      ...[
        '',
        ' ',
        '"',
        '\\',
        '\n\r\t\b\f\u0001\u007f',
        '\u{1F600}',
        '\uE000',
        'é',
        'e\u0301',
        '\ud800',
        '\u2028',
      ],
      ...[
        'https://x.example/ü',
        'https://x.example/a b',
        'https://x.example/<',
        'https://x.example/%zz',
        'https:a',
      ],
      ...[
        'urn:x',
        'urn:s:1:',
        'did:key:z6Mk',
        'did:web:a',
        'mailto:a@b',
        '_:b0',
        '_:c14n0',
        'relative',
        '/path',
        '#a',
      ],
      ...[
        '@id',
        '@type',
        'type',
        'id',
        'name',
        'schema:name',
        'cred:issuer',
        'assertionMethod',
        'authentication',
      ],
      ...['2026-11-21T09:00:00Z', '1', '1.0', 'true', 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'],
      'https://www.w3.org/2018/credentials#VerifiableCredential',
    ),
  );
}

/** What changes the structure: members and items that come, go, move, and become something else. */
function describeEdits(text: fc.Arbitrary<string>): fc.Arbitrary<Edit> {
  const odd: fc.Arbitrary<Json> = fc.oneof(
    text,
    fc.constantFrom<Json>(0, -0, 1, 1.5, 1e21, 1e-7, -3, 9_007_199_254_740_991, true, false, null, [], {}),
    text.map((value): Json => ({ '@value': value, '@language': 'nl' })),
    text.map((value): Json => ({ '@value': value, '@language': 'ar', '@direction': 'rtl' })),
    text.map((id): Json => ({ id })),
    text.map((targetName): Json => ({ type: ['Alignment'], targetName, targetUrl: 'https://x.example/' })),
  );
  const at = fc.nat();
  return fc.oneof(
    fc.tuple(at, odd).map(
      ([place, value]): Edit =>
        (one) =>
          write(one, pick(one, place), value),
    ),
    at.map(
      (place): Edit =>
        (one) =>
          write(one, pick(one, place), undefined),
    ),
    // Twice the same: in a graph it is there once.
    at.map(
      (place): Edit =>
        (one) => {
          const path = pick(one, place);
          const value = valueAt(one, path) ?? null;
          return write(one, path, Array.isArray(value) ? [...value, ...value] : [value, value]);
        },
    ),
    at.map(
      (place): Edit =>
        (one) => {
          const path = pick(one, place);
          const value = valueAt(one, path) ?? null;
          if (Array.isArray(value)) return write(one, path, [...value].reverse());
          if (!isJsonObject(value)) return write(one, path, [value]);
          return write(one, path, Object.fromEntries(Object.entries(value).reverse()));
        },
    ),
    // What stands in one place also in another.
    fc.tuple(at, at).map(
      ([from, to]): Edit =>
        (one) =>
          write(one, pick(one, to), structuredClone(valueAt(one, pick(one, from)) ?? null)),
    ),
    // A node that had a name loses it, or the other way round.
    fc.tuple(at, fc.option(text, { nil: undefined })).map(
      ([place, id]): Edit =>
        (one) => {
          const objects = listPaths(one).filter((path) => isJsonObject(valueAt(one, path)));
          const path = objects[place % Math.max(1, objects.length)];
          return path ? write(one, [...path, 'id'], id) : one;
        },
    ),
    fc.tuple(at, fc.constantFrom('name', 'description', 'related', 'honours', 'evidence'), odd).map(
      ([place, name, value]): Edit =>
        (one) => {
          const objects = listPaths(one).filter((path) => isJsonObject(valueAt(one, path)));
          const path = objects[place % Math.max(1, objects.length)];
          return path ? write(one, [...path, name], value) : one;
        },
    ),
  );
}

function listPaths(value: Json | undefined, path: Path = []): Path[] {
  const own = path.length === 0 ? [] : [path];
  if (Array.isArray(value))
    return [...own, ...value.flatMap((item, index) => listPaths(item, [...path, index]))];
  if (!isJsonObject(value)) return own;
  return [...own, ...Object.entries(value).flatMap(([name, member]) => listPaths(member, [...path, name]))];
}

function pick(document: JsonObject, place: number): Path {
  const paths = listPaths(document);
  return paths[place % Math.max(1, paths.length)] ?? [];
}

function valueAt(document: JsonObject, path: Path): Json | undefined {
  return path.reduce<Json | undefined>(
    (at, step) =>
      at === null || typeof at !== 'object' ? undefined : (at as Record<string | number, Json>)[step],
    document,
  );
}

/** A copy with another value at the path; without a value the member or item is gone. */
function write(document: JsonObject, path: Path, value: Json | undefined): JsonObject {
  if (path.length === 0) return document;
  const copy = structuredClone(document) as Record<string | number, unknown>;
  let place = copy;
  for (const step of path.slice(0, -1)) {
    const next = place[step];
    // An edit before this one may have taken away where it would be.
    if (typeof next !== 'object' || next === null) return document;
    place = next as Record<string | number, unknown>;
  }
  const last = path.at(-1) ?? '';
  if (value !== undefined) place[last] = value;
  else if (Array.isArray(place)) place.splice(Number(last), 1);
  else Reflect.deleteProperty(place, last);
  return copy as JsonObject;
}

function asText(value: Json | undefined): readonly string[] {
  return typeof value === 'string' ? [value] : [];
}
