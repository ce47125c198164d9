import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { canonicalizeToNQuads } from '../canonicalize.ts';
import type { JsonObject } from '../format.ts';
import { canonicalizeJson } from '../jcs.ts';
import { composeAssertion, composeBadgeClass, composeIssuer } from '../ob2/compose.ts';
import { compose } from '../ob3/compose.ts';
import { credentialFacts, crypto, hasShared, issuerFacts, readSharedJson, versionFacts } from '../testing.ts';
import { digests } from './digests.ts';
import { contexts, OPEN_BADGES_2, OPEN_BADGES_3, OPEN_BADGES_EXTENSIONS } from './index.ts';

const official: Readonly<Record<string, string>> = {
  'https://www.w3.org/2018/credentials/v1': '2018-credentials-v1.jsonld',
  'https://www.w3.org/ns/credentials/v2': 'credentials-v2.jsonld',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json': 'ob-v3p0-3.0.1.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json': 'ob-v3p0-3.0.2.json',
  [OPEN_BADGES_3]: 'ob-v3p0-3.0.3.json',
  [OPEN_BADGES_EXTENSIONS]: 'ob-v3p0-extensions.json',
  [OPEN_BADGES_2]: 'obv2x.jsonld',
};

describe('the bundled contexts', () => {
  it('are those that were pinned, whatever a package update brings', () => {
    const found = [...contexts].map(([url, document]) => [
      url,
      createHash('sha256').update(canonicalizeJson(document)).digest('hex'),
    ]);
    expect(Object.fromEntries(found)).toEqual(digests);
  });
});

describe('a document', () => {
  const credential = {
    '@context': ['https://www.w3.org/ns/credentials/v2', OPEN_BADGES_3],
    type: ['VerifiableCredential'],
    issuer: 'did:web:a.example',
    credentialSubject: { id: 'urn:uuid:1' },
  };

  it.each<[string, JsonObject, string]>([
    ['a context nobody knows', { ...credential, '@context': ['https://evil.example/v1'] }, 'context-unknown'],
    ['a context of its own', { ...credential, '@context': [{ '@vocab': 'urn:x#' }] }, 'context-inline'],
    [
      'a context of its own further in',
      { ...credential, credentialSubject: { id: 'urn:uuid:1', '@context': { a: 'urn:a' }, a: 'b' } },
      'context-inline',
    ],
    [
      'no context where one stood',
      { ...credential, issuer: { id: 'did:web:a', '@context': null } },
      'context-inline',
    ],
    ['a term that nobody defined', { ...credential, madeUp: 'x' }, 'json-ld-unsafe'],
    [
      'a type that nobody defined',
      { ...credential, type: ['VerifiableCredential', 'MadeUp'] },
      'json-ld-unsafe',
    ],
    ['a relative identifier', { ...credential, id: 'c/1' }, 'json-ld-unsafe'],
    ['a graph made to keep one busy', { ...credential, credentialSubject: poison() }, 'graph-too-complex'],
  ])('with %s is refused', async (_, document, reason) => {
    await expect(canonicalizeToNQuads(document)).rejects.toMatchObject({ reason });
  });

  it('with known contexts and terms is canonical', async () => {
    expect(await canonicalizeToNQuads(credential)).toContain('<urn:uuid:1>');
  });
});

describe.skipIf(!hasShared)('with the official files', () => {
  const officialContexts = () =>
    new Map([...contexts].map(([url, ours]) => [url, readOfficial(url) ?? ours] as const));

  it.each(Object.keys(official))('%s says the same', (url) => {
    const ours = contexts.get(url)?.['@context'];
    const theirs = readOfficial(url)?.['@context'];
    expect(ours).toBeDefined();
    expect(expandPrefixes(ours)).toEqual(expandPrefixes(theirs));
  });

  it('our credentials and badges mean the same triples', async () => {
    const { document } = await compose(credentialFacts, crypto);
    const assertion = await composeAssertion(credentialFacts, crypto);
    const documents = [
      document,
      { ...document, jti: 'urn:x', endorsementJwt: ['a.b.c'] },
      assertion.document,
      // Extensions have contexts of their own, at the address of whoever wrote them.
      withoutExtensions(composeBadgeClass(versionFacts, 'en')),
      withoutExtensions(composeIssuer(issuerFacts, 'en')),
    ];
    for (const one of documents) {
      expect(await canonicalizeToNQuads(one, officialContexts())).toBe(await canonicalizeToNQuads(one));
    }
  });

  it('a difference in one term would be seen', async () => {
    const { document } = await compose(credentialFacts, crypto);
    const changed = new Map(officialContexts());
    const terms = changed.get(OPEN_BADGES_3)?.['@context'] as JsonObject;
    changed.set(OPEN_BADGES_3, { '@context': { ...terms, narrative: { '@id': 'urn:other' } } });
    expect(await canonicalizeToNQuads(document, changed)).not.toBe(await canonicalizeToNQuads(document));
  });

  it('what we sign means the same to those who keep 3.0.3 as it was before June 2026', async () => {
    const { document } = await compose(credentialFacts, crypto);
    const older = officialContexts();
    older.set(OPEN_BADGES_3, readSharedJson('contexts/ob-v3p0-3.0.3-before-endorsementJwt.json'));
    expect(await canonicalizeToNQuads(document, older)).toBe(await canonicalizeToNQuads(document));
  });
});

function readOfficial(url: string): JsonObject | undefined {
  const file = official[url];
  return file === undefined ? undefined : readSharedJson(`contexts/${file}`);
}

/** Two term tables are the same when their terms are, whether an address is written whole or with a prefix. */
function expandPrefixes(context: unknown): unknown {
  const terms = context as Readonly<Record<string, unknown>>;
  const expand = (value: unknown): unknown => {
    if (typeof value === 'string') {
      const [prefix = '', local] = value.split(/:(?!\/\/)/);
      const base = terms[prefix];
      return typeof base === 'string' && local !== undefined ? base + local : value;
    }
    if (typeof value !== 'object' || value === null) return value;
    const members = Object.entries(value).map(([key, member]) => [key, expand(member)] as const);
    const [only] = members;
    return members.length === 1 && only?.[0] === '@id' ? only[1] : Object.fromEntries(members);
  };
  return Object.fromEntries(Object.entries(terms).map(([term, value]) => [term, expand(value)]));
}

/** Nodes without names that all refer to all others: every one looks like every other. */
function poison(): JsonObject {
  const names = Array.from({ length: 12 }, (_, index) => `_:n${index}`);
  return {
    id: '_:n0',
    type: ['AchievementSubject'],
    achievement: names.map((id) => ({
      id,
      type: ['Achievement'],
      related: names.filter((other) => other !== id).map((other) => ({ id: other, type: ['Related'] })),
    })),
  };
}

function withoutExtensions(document: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(document).filter(([key]) => !key.startsWith('extensions:')));
}
