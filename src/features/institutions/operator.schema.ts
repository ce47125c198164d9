/** The operator's console and the request to join, on the wire. Browser-safe. */
import { z } from 'zod';
import { countries } from '../../formats/countries.ts';
import { FEATURES, KINDS } from './institution.ts';
import { identifiersSchema, profileSchema } from './profile.schema.ts';

const line = (max: number) => z.string().trim().min(1).max(max);
const shownText = z.record(z.string(), z.string());
const language = z.enum(['en', 'nl']);
const address = z.email().max(254);

const firstDay = {
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is small letters, digits and hyphens')
    .max(60)
    .refine((name) => !['operator', 'learner', 'email'].includes(name), 'is a name of the house'),
  kind: z.enum(KINDS),
  name: z
    .record(z.string().regex(/^[a-z]{2,3}$/), line(200))
    .refine((names) => Object.keys(names).length > 0, 'is empty'),
  defaultLanguage: language,
  country: z.enum(countries as [string, ...string[]]),
  homeOrganisation: z.string().trim().toLowerCase().min(4).max(253),
};

export const openInstitutionSchema = z.object({
  ...firstDay,
  /** Of its first administrator, who gets a letter. */
  administrator: address,
});
export const approveSchema = openInstitutionSchema;
export const openedSchema = z.object({ slug: z.string() });

export const inviteFirstSchema = z.object({ address, language });
export const declineSchema = z.object({ reason: line(1000) });
export const changeTenantSchema = z.object({
  features: z.array(z.enum(FEATURES)),
  identifiers: identifiersSchema,
});

export const tenantSchema = z.object({
  slug: z.string(),
  kind: z.string(),
  name: shownText,
  country: z.string(),
  homes: z.array(z.string()),
  designs: z.number(),
  awards: z.number(),
  members: z.number(),
  createdAt: z.string(),
  lastActiveAt: z.string().nullable(),
  archivedAt: z.string().nullable(),
});
export const tenantsSchema = z.object({ institutions: z.array(tenantSchema), requests: z.number() });

export const tenantDetailSchema = tenantSchema.extend({
  defaultLanguage: language,
  identifiers: profileSchema.shape.identifiers,
  features: profileSchema.shape.features,
  administrators: z.array(
    z.object({ id: z.string(), address: z.string(), state: z.string(), expiresAt: z.string() }),
  ),
});

export const newRequestSchema = z.object({
  name: line(200),
  kind: firstDay.kind,
  country: firstDay.country,
  homeOrganisation: firstDay.homeOrganisation,
  contactName: line(200),
  contactAddress: address,
  language,
});

export const requestSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  country: z.string(),
  homeOrganisation: z.string(),
  language,
  contactName: z.string().nullable(),
  contactAddress: z.string().nullable(),
  state: z.enum(['waiting', 'approved', 'declined']),
  reason: z.string().nullable(),
  createdAt: z.string(),
  decidedAt: z.string().nullable(),
});
export const requestsSchema = z.object({ requests: z.array(requestSchema) });

export type TenantView = z.output<typeof tenantSchema>;
export type RequestView = z.output<typeof requestSchema>;
