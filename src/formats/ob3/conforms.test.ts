import { Ajv2019 } from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalizeToNQuads } from '../canonicalize.ts';
import { CREDENTIALS_V1 } from '../contexts/urls.ts';
import type { Json, JsonObject } from '../format.ts';
import { isPassingGrade, parseGrade } from '../grades.ts';
import { isJsonObject, parseJsonObject } from '../json.ts';
import { secureWithDataIntegrity } from '../proofs/data-integrity/create-proof.ts';
import {
  AT,
  accreditedFacts,
  bareFacts,
  CREATED,
  credentialFacts,
  crypto,
  ed25519Signer,
  hasShared,
  issue,
  issuerFacts,
  readSharedJson,
  verifyDeps,
} from '../testing.ts';
import { compose } from './compose.ts';
import { checkOb3, checkOb3Endorsement, checkOb3Profile } from './conforms.ts';
import { composeProfile } from './profile.ts';
import { readOb3 } from './read.ts';
import { ob3European, ob3IdList } from './variants.ts';

const full = await secure(credentialFacts);
const bare = await secure(bareFacts(credentialFacts));
const accredited = await secure(accreditedFacts);
const profile = composeProfile(issuerFacts, 'en');
const european = parseJsonObject(await issue(ob3European, credentialFacts));
const listed = parseJsonObject(await issue(ob3IdList, credentialFacts));

const endorsement: JsonObject = {
  '@context': full['@context'] ?? [],
  id: 'urn:uuid:1',
  type: ['VerifiableCredential', 'EndorsementCredential'],
  name: 'Endorsement',
  issuer: profile,
  validFrom: '2026-01-01T00:00:00Z',
  credentialSubject: { id: 'urn:uuid:2', type: ['EndorsementSubject'], endorsementComment: 'Sound.' },
};

describe('the shape of Open Badges 3.0', () => {
  it('is that of our credentials and Profiles', () => {
    expect(checkOb3(full)).toEqual({ conforms: true });
    expect(checkOb3(bare)).toEqual({ conforms: true });
    expect(checkOb3Profile(profile)).toEqual({ conforms: true });
    expect(checkOb3Endorsement(endorsement)).toEqual({ conforms: true });
  });

  it('may be written on version 1.1 of the data model, with its own names for dates', () => {
    const { validFrom, validUntil, ...rest } = full;
    const [, badges] = full['@context'] as readonly string[];
    const older = { ...rest, '@context': [CREDENTIALS_V1, badges ?? ''], issuanceDate: validFrom ?? '' };
    expect(checkOb3(older)).toEqual({ conforms: true });
    expect(checkOb3({ ...older, issuanceDate: 'yesterday' })).toMatchObject({ conforms: false });
    expect(checkOb3({ ...full, '@context': older['@context'] })).toMatchObject({ conforms: false });
  });

  it.each<[string, JsonObject, string]>([
    [
      'without a recipient',
      { credentialSubject: drop(full.credentialSubject, 'id', 'identifier') },
      '/credentialSubject',
    ],
    [
      'with the contexts the other way round',
      { '@context': [...(full['@context'] as string[])].reverse() },
      '/@context',
    ],
    ['with a day for a date', { validFrom: '2026-01-01' }, '/validFrom'],
    ['with a day that does not exist', { validFrom: '2026-02-30T00:00:00Z' }, '/validFrom'],
    ['without a zone', { validFrom: '2026-01-01T00:00:00' }, '/validFrom'],
    ['with two statuses', { credentialStatus: [full.credentialStatus ?? {}] }, '/credentialStatus'],
    ['with an image that is only a URL', { image: 'https://a.example/i.png' }, '/image'],
  ])('is refused %s, and the fault says where', (_, change, path) => {
    const verdict = checkOb3({ ...full, ...change });
    expect(verdict.conforms).toBe(false);
    expect(verdict.conforms ? [] : verdict.faults.map((fault) => fault.path)).toContain(path);
  });
});

describe('evidence', () => {
  it('whose digest is known is named with it, once, and read back', async () => {
    const sha256 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
    const url = 'https://evidence.example.org/1';
    const evidence = [
      { url, sha256, name: 'Essay' },
      { url, name: 'The same, again' },
    ];
    const document = await secure({ ...credentialFacts, evidence });
    expect(document.relatedResource).toEqual([
      { id: url, digestSRI: 'sha256-n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=' },
    ]);
    expect(readOb3(document).evidence[0]).toEqual({ url, sha256, name: 'Essay' });
    expect(checkOb3(document)).toEqual({ conforms: true });
    expect(await canonicalizeToNQuads(document)).toContain('relatedResource');
  });
});

describe('a rubric', () => {
  const levels = [
    { code: 'R1', name: { en: 'Beginning', nl: 'Beginnend' } },
    { code: 'R2', name: { en: 'Competent', nl: 'Bekwaam' }, description: { en: 'Works alone.' } },
    { code: 'R3', name: { en: 'Expert', nl: 'Expert' } },
  ];
  const scheme = { scheme: 'rubric', levels, required: 'R2' } as const;
  const version = {
    ...credentialFacts.version,
    content: { ...credentialFacts.version.content, gradeScheme: scheme },
  };

  it('stands in the credential with its levels, the one that is required and the one that was reached', async () => {
    const document = await secure({ ...credentialFacts, version, result: { value: 'Bekwaam' } });
    const subject = document.credentialSubject as JsonObject;
    expect((subject.achievement as JsonObject).resultDescription).toMatchObject([
      {
        resultType: 'RubricCriterionLevel',
        requiredLevel: `${version.id}#level-R2`,
        rubricCriterionLevel: [
          { id: `${version.id}#level-R1`, name: 'Beginning' },
          { id: `${version.id}#level-R2`, name: 'Competent', description: 'Works alone.' },
          { id: `${version.id}#level-R3`, name: 'Expert' },
        ],
      },
    ]);
    expect(subject.result).toMatchObject([{ achievedLevel: `${version.id}#level-R2`, value: 'Competent' }]);
    expect(checkOb3(document)).toEqual({ conforms: true });
    expect(readOb3(document).results[0]).toMatchObject({ value: 'Competent', code: 'R2' });
    expect(await canonicalizeToNQuads(document)).toContain('achievedLevel');
  });

  it('is passed from the required level on, whichever language names it', () => {
    expect(isPassingGrade(scheme, 'R2')).toBe(true);
    expect(isPassingGrade(scheme, 'expert')).toBe(true);
    expect(isPassingGrade(scheme, 'Beginnend')).toBe(false);
    expect(isPassingGrade(scheme, 'R4')).toBe(false);
    expect(parseGrade(scheme, ' bekwaam ')).toBe('R2');
  });
});

describe('the European document of a badge', () => {
  it('says each element by a term of the European Learning Model where it has one', async () => {
    const quads = await canonicalizeToNQuads(european);
    const elm = 'http://data.europa.eu/snb/model/elm/';
    for (const term of [
      ...['specifiedBy', 'EQFLevel', 'NQFLevel', 'mode', 'learningOutcome', 'provenBy', 'idVerification'],
      ...['entryRequirement', 'accreditation', 'volumeOfLearning', 'ISCEDFCode', 'relatedESCOSkill'],
    ])
      expect(quads, term).toContain(`<${elm}${term}>`);
    expect(quads).toContain('<http://data.europa.eu/snb/eqf/7>');
  });

  it('has the same achievement as every other document of the award', () => {
    const achievementOf = ({ credentialSubject }: JsonObject) =>
      (credentialSubject as JsonObject).achievement;
    expect(achievementOf(european)).toEqual(achievementOf(full));
  });

  it('is refused when one of its elements is changed', async () => {
    const subject = european.credentialSubject as JsonObject;
    const specification = subject.learningSpecification as JsonObject;
    const changed = {
      ...european,
      credentialSubject: { ...subject, learningSpecification: { ...specification, ECTS: 30 } },
    };
    const verify = (document: JsonObject) =>
      ob3European.verify?.(verifyDeps, JSON.stringify(document), { at: AT });
    expect(await verify(european)).toMatchObject({ outcome: 'passed' });
    expect(await verify(changed)).toMatchObject({ outcome: 'failed', reason: 'wrong-signature' });
  });
});

describe.skipIf(!hasShared)('beside the official schemas', () => {
  const official = hasShared ? compileOfficial() : undefined;

  it.each<['achievementcredential' | 'profile' | 'endorsementcredential', JsonObject]>([
    ['achievementcredential', full],
    ['achievementcredential', bare],
    ['achievementcredential', accredited],
    ['achievementcredential', european],
    ['achievementcredential', listed],
    ['profile', profile],
    ['endorsementcredential', endorsement],
  ])('%s: ours say what they say of a document', (schema, document) => {
    expect(official?.[schema](document)).toBe(true);
    expect(ours[schema](document)).toBe(true);
  });

  it.each<['achievementcredential' | 'profile' | 'endorsementcredential', JsonObject]>([
    ['achievementcredential', full],
    ['profile', profile],
    ['endorsementcredential', endorsement],
  ])(
    '%s: ours refuse every mutation that they refuse, and where we refuse more we know why',
    (schema, document) => {
      const paths = listPaths(document);
      const verdicts = { bothRefuse: 0, bothAccept: 0, onlyOurs: 0 };
      fc.assert(
        fc.property(fc.constantFrom(...paths), fc.constantFrom(...mutations), (path, mutation) => {
          const mutated = mutateAt(document, path, mutation);
          if (!isJsonObject(mutated)) return;
          const theirs = official?.[schema](mutated) ?? false;
          const mine = ours[schema](mutated);
          const where = `${path.join('/')} ${mutation.name}`;
          if (!theirs) expect(mine, where).toBe(false);
          if (theirs && !mine) expect(isKnownStricter(path, mutation.name), where).toBe(true);
          verdicts[theirs === mine ? (mine ? 'bothAccept' : 'bothRefuse') : 'onlyOurs'] += 1;
        }),
        { numRuns: 3_000 },
      );
      expect(verdicts.bothRefuse).toBeGreaterThan(300);
      expect(verdicts.bothAccept).toBeGreaterThan(100);
    },
  );
});

const ours = {
  achievementcredential: (document: JsonObject) => checkOb3(document).conforms,
  profile: (document: JsonObject) => checkOb3Profile(document).conforms,
  endorsementcredential: (document: JsonObject) => checkOb3Endorsement(document).conforms,
};

type Mutation = { readonly name: string; readonly apply: (value: Json) => Json | undefined };

const mutations: readonly Mutation[] = [
  { name: 'left out', apply: () => undefined },
  { name: 'null', apply: () => null },
  { name: 'number', apply: () => 7 },
  { name: 'boolean', apply: () => true },
  { name: 'other text', apply: () => 'other' },
  { name: 'empty list', apply: () => [] },
  { name: 'in a list', apply: (value) => [value] },
  { name: 'with a stranger', apply: (value) => (isJsonObject(value) ? { ...value, stranger: 'x' } : value) },
  { name: 'extended', apply: (value) => (typeof value === 'string' ? 'ext:own' : value) },
];

/** The specification's prose, the data model or the type of a value asks more than the JSON Schema checks. */
function isKnownStricter(path: readonly string[], mutation: string): boolean {
  const last = path.findLast((step) => !/^\d+$/.test(step)) ?? '';
  if (last === '@context') return true;
  // The schema takes any single string as type, and an extension of an identifier anywhere in a text.
  return last === 'type' || last === 'identityType' || last === 'identifierType' || mutation === 'in a list';
}

async function secure(facts: typeof credentialFacts): Promise<JsonObject> {
  const { document } = await compose(facts, crypto);
  return secureWithDataIntegrity(document, { signer: ed25519Signer, crypto, created: CREATED });
}

function drop(value: Json | undefined, ...names: readonly string[]): Json {
  if (!isJsonObject(value)) return value ?? null;
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
}

function compileOfficial() {
  const ajv = new Ajv2019({ strict: false, allErrors: false });
  addFormats.default(ajv);
  const compile = (name: string) => {
    const { $id: _, ...schema } = readSharedJson(`open-badges-3-schemas/ob_v3p0_${name}_schema.json`);
    const validate = ajv.compile(schema);
    return (document: JsonObject): boolean => validate(document) === true;
  };
  return {
    achievementcredential: compile('achievementcredential'),
    profile: compile('profile'),
    endorsementcredential: compile('endorsementcredential'),
  };
}

function listPaths(value: Json, path: readonly string[] = []): readonly (readonly string[])[] {
  const here = path.length > 0 ? [path] : [];
  if (Array.isArray(value))
    return [...here, ...value.flatMap((item, index) => listPaths(item, [...path, String(index)]))];
  if (!isJsonObject(value)) return here;
  return [...here, ...Object.entries(value).flatMap(([key, member]) => listPaths(member, [...path, key]))];
}

function mutateAt(value: Json, [step, ...rest]: readonly string[], mutation: Mutation): Json | undefined {
  if (step === undefined) return mutation.apply(value);
  if (Array.isArray(value)) {
    return value
      .map((item, index) => (String(index) === step ? mutateAt(item, rest, mutation) : item))
      .filter((item) => item !== undefined);
  }
  if (!isJsonObject(value)) return value;
  const { [step]: member, ...others } = value;
  const changed = mutateAt(member ?? null, rest, mutation);
  return changed === undefined ? others : { ...others, [step]: changed };
}
