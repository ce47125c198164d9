/**
 * The extensions of the Dutch profile of Open Badges 2.0: seven of a BadgeClass, four of an issuer. Their names and
 * members are those that SURF Edubadges writes, so that its readers find them; contexts and schemas are served by
 * the installation that wrote them, under the origin of the document itself (Open Badges 2.0, "Extensions").
 */
import { z } from 'zod';
import type { IssuerFacts, Language, VersionFacts } from '../facts.ts';
import type { Conformance, JsonObject } from '../format.ts';
import { isJsonObject } from '../json.ts';
import { readTexts } from '../read-members.ts';
import { sayIn } from '../texts.ts';

const text = z.string().min(1);
const hours = z.number().nonnegative();

/** The one member that each extension adds, and what it may be. */
const members = {
  LanguageExtension: { Language: z.string().regex(/^[a-z]{2}_[A-Z]{2}$/) },
  ECTSExtension: { ECTS: z.number().nonnegative() },
  EQFExtension: { EQF: z.int().min(1).max(8) },
  LearningOutcomeExtension: { LearningOutcome: text },
  StudyLoadExtension: { StudyLoad: hours },
  TimeInvestmentExtension: { TimeInvestment: hours },
  EducationProgramIdentifierExtension: { EducationProgramIdentifier: z.array(z.int().nonnegative()) },
  InstitutionIdentifierExtension: { InstitutionIdentifier: text },
  InstitutionNameExtension: { InstitutionName: text },
  InstitutionCountryExtension: { InstitutionCountry: z.string().regex(/^[A-Z]{2}$/) },
  GradingTableExtension: { GradingTable: text },
} as const satisfies Record<string, Record<string, z.ZodType>>;

export type ExtensionName = keyof typeof members;

export const EXTENSION_NAMES = Object.keys(members) as readonly ExtensionName[];

const PREFIX = 'extensions:';
const VOCABULARY = 'https://w3id.org/openbadges/extensions#';

/** The platform writes places as the service does; a language that it does not know has no such extension. */
const places: Readonly<Record<Language, string>> = {
  nl: 'nl_NL',
  en: 'en_EN',
  de: 'de_DE',
  fr: 'fr_FR',
  es: 'es_ES',
};

export function isExtensionName(name: string): name is ExtensionName {
  return Object.hasOwn(members, name);
}

/** What the design says and the core of Open Badges 2.0 has no term for. */
export function composeBadgeClassExtensions(version: VersionFacts, language: Language): JsonObject {
  const { content, id } = version;
  const { workload, level, programme, instructionLanguages, outcomes } = content;
  const outcomeText = outcomes
    .map(
      (outcome) => `- ${sayIn(outcome.text, language, content.defaultLanguage).replace(/\s+/g, ' ').trim()}`,
    )
    .join('\n');
  const numbers = (programme?.registerNumber ?? '').match(/^\d{1,9}$/) ?? [];
  return composeExtensions(new URL(id).origin, {
    LanguageExtension: instructionLanguages.flatMap((code) => places[code] ?? [])[0],
    ECTSExtension: workload.ects,
    EQFExtension: level.eqf,
    LearningOutcomeExtension: outcomeText === '' ? undefined : outcomeText,
    StudyLoadExtension: workload.other?.unit.toUpperCase() === 'SBU' ? workload.other.amount : undefined,
    TimeInvestmentExtension: workload.hours,
    EducationProgramIdentifierExtension: numbers.length === 0 ? undefined : numbers.map(Number),
  });
}

export function composeIssuerExtensions(issuer: IssuerFacts, language: Language): JsonObject {
  return composeExtensions(new URL(issuer.url).origin, {
    InstitutionIdentifierExtension: issuer.identifiers.find(({ scheme }) => scheme === 'BRIN')?.value,
    InstitutionNameExtension: sayIn((issuer.parent ?? issuer).name, language),
    InstitutionCountryExtension: issuer.address.country,
    GradingTableExtension: issuer.gradingTable,
  });
}

type Values = Readonly<Partial<Record<ExtensionName, string | number | readonly number[] | undefined>>>;

function composeExtensions(origin: string, values: Values): JsonObject {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      if (value === undefined || !isExtensionName(name)) return [];
      const node = {
        '@context': `${origin}/extensions/${name}/context.json`,
        type: ['Extension', PREFIX + name],
        [memberOf(name)]: value,
      };
      return [[PREFIX + name, node]];
    }),
  );
}

/** The document that an extension's `@context` leads to; it names the schema, as the standard asks. */
export function composeExtensionContext(name: ExtensionName, origin: string): JsonObject {
  return {
    '@context': {
      obi: 'https://w3id.org/openbadges#',
      extensions: VOCABULARY,
      [memberOf(name)]: `extensions:${memberOf(name)}`,
    },
    'obi:validation': [
      {
        'obi:validatesType': PREFIX + name,
        'obi:validationSchema': `${origin}/extensions/${name}/schema.json`,
      },
    ],
  };
}

/** JSON Schema, draft 4: the draft that validators of Open Badges 2.0 read. */
export function composeExtensionSchema(name: ExtensionName): JsonObject {
  const schema = z.toJSONSchema(z.looseObject(members[name]), { target: 'draft-4' });
  return { title: name, ...(JSON.parse(JSON.stringify(schema)) as JsonObject) }; // a schema is JSON
}

/**
 * The extensions that we know, wherever they stand in a document; others are left to their owners.
 *
 * @returns faults with the path of the extension
 */
export function checkExtensions(document: JsonObject): Conformance {
  const faults = Object.entries(document).flatMap(([key, node]) => {
    const name = key.startsWith(PREFIX) ? key.slice(PREFIX.length) : '';
    if (!isExtensionName(name)) return [];
    const [first] = isJsonObject(node)
      ? (z.looseObject(members[name]).safeParse(node).error?.issues ?? [])
      : [{ message: 'an object', path: [] }];
    const typed =
      isJsonObject(node) && ['Extension', key].every((type) => readTexts(node.type).includes(type));
    if (first) return [{ path: `/${[key, ...first.path.map(String)].join('/')}`, message: first.message }];
    return typed ? [] : [{ path: `/${key}/type`, message: `Extension and ${key}` }];
  });
  return faults.length === 0 ? { conforms: true } : { conforms: false, faults };
}

function memberOf(name: ExtensionName): string {
  return Object.keys(members[name])[0] ?? name;
}
