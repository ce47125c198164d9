/** What an institution says of itself and by which rules it works, on the wire. Browser-safe. */
import { z } from 'zod';
import { countries } from '../../formats/countries.ts';
import { SCHEME_NAMES, type SchemeName } from './identifiers.ts';
import { FEATURES, KINDS, LEGAL_BASES } from './institution.ts';

const line = (max: number) => z.string().trim().min(1).max(max);
/** In any language; the interface asks for those that it speaks itself. */
const text = (max: number) => z.record(z.string().regex(/^[a-z]{2,3}$/), line(max));
const someText = (max: number) => text(max).refine((value) => Object.keys(value).length > 0, 'is empty');
const web = z.url({ protocol: /^https?$/ }).max(500);

export const identifiersSchema = z.object(
  Object.fromEntries(
    SCHEME_NAMES.map((name) => [name, z.array(z.string().trim().min(1).max(200)).max(10).default([])]),
  ) as Record<SchemeName, z.ZodDefault<z.ZodArray<z.ZodString>>>, // one array for each name
);

const addressSchema = z.object({
  country: z.enum(countries as [string, ...string[]]),
  region: line(100).optional(),
  locality: line(100).optional(),
  postalCode: line(20).optional(),
  street: line(200).optional(),
});

export const changeProfileSchema = z.object({
  kind: z.enum(KINDS),
  name: someText(200),
  description: text(2000),
  website: web.nullable(),
  email: z.email().max(254).nullable(),
  gradingTable: web.nullable(),
  linkedinId: z
    .string()
    .regex(/^\d{1,20}$/, 'is the number of the page on LinkedIn')
    .nullable(),
  address: addressSchema,
  timeZone: z.string().refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone), 'is no time zone'),
  identifiers: identifiersSchema,
});

export const changeHouseStyleSchema = z.object({
  inks: z
    .array(z.string().regex(/^#[0-9a-f]{6}$/i, 'is written #rrggbb'))
    .min(2)
    .max(4),
  senderName: line(100).nullable(),
  replyTo: z.email().max(254).nullable(),
  defaultLanguage: z.enum(['en', 'nl']),
});

const basis = z.enum(LEGAL_BASES).nullable();

export const SECOND_FACTOR_RULES = ['required', 'off'] as const;

export const changeRulesSchema = z.object({
  formalBasis: basis,
  informalBasis: basis,
  openTo: z.enum(['all', 'none', 'listed']),
  /** Slugs; they count when `openTo` is `listed`. */
  openToInstitutions: z.array(z.string().max(60)).max(500),
  /** Whether those who act here must have given a second factor. Absent: as it was. */
  secondFactor: z.enum(SECOND_FACTOR_RULES).optional(),
});

export const profileSchema = z.object({
  slug: z.string(),
  kind: z.string(),
  name: z.record(z.string(), z.string()),
  description: z.record(z.string(), z.string()),
  website: z.string().nullable(),
  email: z.string().nullable(),
  gradingTable: z.string().nullable(),
  linkedinId: z.string().nullable(),
  address: z.object({
    country: z.string(),
    region: z.string().optional(),
    locality: z.string().optional(),
    postalCode: z.string().optional(),
    street: z.string().optional(),
  }),
  timeZone: z.string(),
  identifiers: z.record(z.string(), z.array(z.string())),
  /** Schemes that the operator alone may still change. */
  locked: z.array(z.string()),
  inks: z.array(z.string()),
  senderName: z.string().nullable(),
  replyTo: z.string().nullable(),
  defaultLanguage: z.enum(['en', 'nl']),
  logo: z.string().nullable(),
  formalBasis: basis,
  informalBasis: basis,
  features: z.array(z.enum(FEATURES)),
  openTo: z.enum(['all', 'none', 'listed']),
  openToInstitutions: z.array(z.string()),
  secondFactor: z.enum(SECOND_FACTOR_RULES),
  /** Whom it could be open to. */
  others: z.array(z.object({ slug: z.string(), name: z.record(z.string(), z.string()) })),
  /** What its credentials are signed with, whatever is changed here. */
  signs: z.object({ name: z.record(z.string(), z.string()), did: z.string(), url: z.string() }),
  archivedAt: z.string().nullable(),
});

export type Profile = z.output<typeof profileSchema>;
export type ChangeProfile = z.output<typeof changeProfileSchema>;
