/** The offer on the wire: for everybody, without signing in. Browser-safe. */
import { z } from 'zod';

const textSchema = z.record(z.string(), z.string());

export const FACETS = ['kind', 'load', 'level', 'language', 'form', 'assessment', 'provider'] as const;
export type FacetName = (typeof FACETS)[number];

export const SORTS = ['newest', 'title', 'load'] as const;
export type Sort = (typeof SORTS)[number];

/** Upper bounds in EC; 28 hours are one. Above the last: `more`. */
export const LOADS = [
  { value: 'up-to-2', upTo: 2 },
  { value: '3-5', upTo: 5 },
  { value: '6-15', upTo: 15 },
  { value: '16-30', upTo: 30 },
] as const;
export const HOURS_PER_EC = 28;
/** Where no level of the European framework is claimed. */
export const NO_LEVEL = 'none';

const MAX_CHOICES = 30;
/** `?kind=a&kind=b`; a value that no entry has finds nothing, and is no error. */
const choices = z
  .union([z.string().max(120), z.array(z.string().max(120)).max(MAX_CHOICES)])
  .optional()
  .transform((value) => (value === undefined ? [] : [value].flat()));

export const catalogueQuerySchema = z.object({
  q: z.string().max(200).default(''),
  kind: choices,
  load: choices,
  level: choices,
  language: choices,
  form: choices,
  assessment: choices,
  /** Slug of an institution, or `institution/unit`. */
  provider: choices,
  sort: z.enum(SORTS).catch('newest'),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
  /** The language in which titles are put in order. */
  lang: z.enum(['en', 'nl']).catch('en'),
});

const imageSchema = z.object({
  png: z.string(),
  svg: z.string(),
  alt: textSchema,
  /** False for a picture that the institution brought. */
  drawn: z.boolean(),
});

export const cardSchema = z.object({
  id: z.string(),
  version: z.number(),
  kind: z.enum(['microcredential', 'proof-of-competence', 'edubadge']),
  title: textSchema,
  /** Languages in which the content can be read whole. */
  contentLanguages: z.array(z.string()),
  institution: z.object({ slug: z.string(), name: textSchema }),
  /** Units that offer it: the issuing one first, then its partners. */
  units: z.array(z.object({ slug: z.string(), name: textSchema })),
  issuer: z.string(),
  eqf: z.number().nullable(),
  ects: z.number().nullable(),
  hours: z.number().nullable(),
  instructionLanguages: z.array(z.string()),
  participation: z.array(z.string()),
  assessmentTypes: z.array(z.string()),
  qualityAssurance: z.string().nullable(),
  /** What it counts towards, in the provider's words. */
  stacksInto: textSchema.nullable(),
  image: imageSchema,
  publishedAt: z.string(),
});

export const facetSchema = z.object({
  name: z.enum(FACETS),
  values: z.array(
    z.object({
      value: z.string(),
      /** With everything that is chosen in the other facets. */
      count: z.number(),
      /** In the whole catalogue. */
      total: z.number(),
      name: textSchema.optional(),
    }),
  ),
});

export const catalogueSchema = z.object({
  total: z.number(),
  page: z.number(),
  pages: z.number(),
  items: z.array(cardSchema),
  facets: z.array(facetSchema),
});

/** For whom a unit issues. */
const onBehalfOfSchema = z
  .object({ name: textSchema, url: z.string().nullable(), logo: z.string().nullable() })
  .nullable();

export const catalogueDesignSchema = z.object({
  id: z.string(),
  version: z.object({
    number: z.number(),
    url: z.string(),
    publishedAt: z.string(),
    /** SHA-256 of the canonical content (RFC 8785), hexadecimal. */
    contentHash: z.string(),
    languages: z.array(z.string()),
  }),
  newestVersion: z.number(),
  versions: z.array(z.object({ number: z.number(), publishedAt: z.string(), contentHash: z.string() })),
  /** Since when it is offered no longer. */
  retiredAt: z.string().nullable(),
  /** The neutral content that was frozen when it was published. */
  content: z.unknown(),
  /** Notional workload; credits count 28 hours each. */
  workloadMinutes: z.number().nullable(),
  image: imageSchema,
  mark: z.object({ hash: z.string(), inks: z.array(z.string()) }),
  issuer: z.object({ id: z.string(), did: z.string(), url: z.string(), name: textSchema }),
  unit: z.object({ slug: z.string(), name: textSchema }).nullable(),
  institution: z.object({
    slug: z.string(),
    name: textSchema,
    issuer: z.string(),
    country: z.string(),
    website: z.string().nullable(),
    email: z.string().nullable(),
    /** Since when it takes part no longer. */
    archivedAt: z.string().nullable(),
  }),
  logo: z.string().nullable(),
  onBehalfOf: onBehalfOfSchema,
  test: z.boolean(),
  /** Whose learners may ask to take part; with `listed` those of these institutions. */
  openTo: z.object({ to: z.enum(['all', 'none', 'listed']), institutions: z.array(textSchema) }),
});

const issuerItemSchema = z.object({
  id: z.string(),
  did: z.string(),
  url: z.string(),
  name: textSchema,
  unit: z.object({ slug: z.string(), name: textSchema }).nullable(),
  designs: z.number(),
});

export const providerSchema = z.object({
  slug: z.string(),
  kind: z.enum(['wo', 'hbo', 'mbo', 'hbo-mbo', 'other']),
  name: textSchema,
  description: textSchema,
  country: z.string(),
  locality: z.string().nullable(),
  identifiers: z.array(z.object({ scheme: z.string(), value: z.string() })),
  website: z.string().nullable(),
  email: z.string().nullable(),
  designs: z.number(),
  issuers: z.array(issuerItemSchema),
});

export const providersSchema = z.object({ providers: z.array(providerSchema) });

export const issuerPageSchema = issuerItemSchema.extend({
  provider: providerSchema.omit({ issuers: true }),
  description: textSchema,
  unitWebsite: z.string().nullable(),
  /** Its own, else that of the nearest above it. */
  logo: z.string().nullable(),
  onBehalfOf: onBehalfOfSchema,
  /** A unit, or one above it, in which things are tried out. */
  test: z.boolean(),
  archivedAt: z.string().nullable(),
  /** The issuer of the institution above the unit; null when this is it. */
  parent: z.object({ id: z.string(), name: textSchema }).nullable(),
  keys: z.array(
    z.object({
      id: z.string(),
      purpose: z.string(),
      algorithm: z.string(),
      activeFrom: z.string(),
      activeUntil: z.string().nullable(),
    }),
  ),
  offer: z.array(cardSchema),
});

export type CatalogueQuery = z.output<typeof catalogueQuerySchema>;
export type Card = z.output<typeof cardSchema>;
export type Facet = z.output<typeof facetSchema>;
export type Catalogue = z.output<typeof catalogueSchema>;
export type CatalogueDesign = z.output<typeof catalogueDesignSchema>;
export type Provider = z.output<typeof providerSchema>;
export type IssuerPage = z.output<typeof issuerPageSchema>;
