/**
 * Every credential that can be issued: each format, either language, with everything, with little, and with each part
 * left out by itself. All keep the official schema and say in JSON-LD no word that no context knows.
 */
import { Ajv2019 } from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { canonicalizeToNQuads } from './canonicalize.ts';
import type { CredentialFacts } from './facts.ts';
import type { Format, JsonObject } from './format.ts';
import { composeEndorsement } from './ob3/endorsement.ts';
import { listSelectableParts } from './ob3/selectable-parts.ts';
import { secureWithDataIntegrity } from './proofs/data-integrity/create-proof.ts';
import { formats } from './registry.ts';
import {
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
} from './testing.ts';

const endorsement = await secureWithDataIntegrity(
  composeEndorsement({
    id: 'https://body.example/endorsements/1',
    issuer: issuerFacts,
    language: 'en',
    subject: credentialFacts.version.id,
    name: 'Endorsement',
    comment: 'Sound.',
    validFrom: '2026-11-21T09:00:00Z',
  }),
  { signer: ed25519Signer, crypto, created: CREATED },
);

const full: CredentialFacts = {
  ...credentialFacts,
  endorsements: { ofAchievement: [endorsement], ofIssuer: [] },
};

function listFacts(): readonly (readonly [string, CredentialFacts])[] {
  const { content } = full.version;
  const parts = ['validUntil', 'result', 'evidence', 'narrative', 'status', 'endorsements'] as const;
  const elements = Object.keys(content).filter((name) => !REQUIRED.has(name));
  return [
    ['everything', full],
    ['external quality assurance', accreditedFacts],
    ['little', bareFacts(credentialFacts)],
    ...parts.map((part) => [`no ${part}`, without(full, part)] as const),
    ...(['name', 'identifier'] as const).map(
      (part) => [`no ${part} of the holder`, { ...full, holder: without(full.holder, part) }] as const,
    ),
    ...(['email', 'website', 'identifiers', 'parent'] as const).map(
      (part) =>
        [
          `no ${part} of the issuer`,
          { ...full, version: { ...full.version, issuer: { ...issuerFacts, ...empty(issuerFacts, part) } } },
        ] as const,
    ),
    ...elements.map(
      (name) =>
        [
          `no ${name}`,
          { ...full, version: { ...full.version, content: { ...content, ...empty(content, name) } } },
        ] as const,
    ),
  ];
}

/** What a design cannot be published without, or what others point at. */
const REQUIRED: ReadonlySet<string> = new Set([
  'kind',
  'defaultLanguage',
  'title',
  'description',
  'gradeScheme',
]);

function without<T extends object, Name extends keyof T>(whole: T, name: Name): T {
  const copy = { ...whole };
  Reflect.deleteProperty(copy, name);
  return copy;
}

/** As somebody leaves it who leaves it out. */
function empty(whole: object, name: string): object {
  const value: unknown = Reflect.get(whole, name);
  if (Array.isArray(value))
    return { [name]: [], ...(name === 'outcomes' || name === 'assessments' ? { provenBy: [] } : {}) };
  return name === 'workload' || name === 'level' ? { [name]: {} } : { [name]: undefined };
}

const newer = Object.values<Format>(formats).filter(({ id }) => id.startsWith('ob3'));

describe.each(newer.map((format) => [format.id, format] as const))('%s', (_id, format) => {
  it('keeps its shape and says only known words, whatever is left out', async () => {
    const wrong: string[] = [];
    for (const [what, facts] of listFacts())
      for (const language of ['nl', 'en'] as const) {
        const text = await issue(format, { ...facts, language });
        const shown = await showAll(format, text);
        const conformance = format.checkConformance(shown);
        if (!conformance.conforms) wrong.push(`${what}, ${language}: ${JSON.stringify(conformance.faults)}`);
        if (official && !official(shown)) wrong.push(`${what}, ${language}: not by the official schema`);
        expect((await canonicalizeToNQuads(shown)).length, what).toBeGreaterThan(500);
      }
    expect(wrong).toEqual([]);
  }, 120_000);
});

/** What is handed on: as it is, or all of what its holder may choose from. */
async function showAll(format: Format, text: string): Promise<JsonObject> {
  if (!format.derive) return format.open(text);
  const parts = listSelectableParts(format.open(text)).flatMap(({ pointers }) => pointers);
  return format.open(await format.derive({ crypto }, text, parts));
}

/** Undefined where the official files are absent; what they are compared with is tried all the same. */
const official = hasShared ? compileOfficial() : undefined;

function compileOfficial(): (document: JsonObject) => boolean {
  const ajv = new Ajv2019({ strict: false, allErrors: false });
  addFormats.default(ajv);
  const { $id: _, ...schema } = readSharedJson(
    'open-badges-3-schemas/ob_v3p0_achievementcredential_schema.json',
  );
  const validate = ajv.compile(schema);
  return (document) => validate(document) === true;
}
