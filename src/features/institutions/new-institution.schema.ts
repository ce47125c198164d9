/** How an operator writes an institution down: `waarmerk institution create FILE`. */
import { z } from 'zod';
import { findInkFaults, LEAST_INKS, MOST_INKS } from './house-style.ts';
import { KINDS } from './institution.ts';

const line = (max: number) => z.string().trim().min(1).max(max);
const text = z
  .record(z.string().regex(/^[a-z]{2,3}$/), line(200))
  .refine((names) => Object.keys(names).length > 0, 'has no language');
const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60);
const role = z.enum(['administrator', 'designer', 'registrar', 'teacher', 'reader', 'auditor']);

const inks = z
  .array(z.string().regex(/^#[0-9a-f]{6}$/i))
  .min(LEAST_INKS)
  .max(MOST_INKS)
  .superRefine((palette, issue) => {
    for (const { at, detail } of findInkFaults(palette))
      issue.addIssue({ code: 'custom', path: [at], message: detail });
  });

export const newInstitutionSchema = z.strictObject({
  slug: slug.refine((name) => !['operator', 'learner', 'email'].includes(name), 'is a name of the house'),
  kind: z.enum(KINDS),
  name: text,
  defaultLanguage: z.enum(['en', 'nl']),
  timeZone: z
    .string()
    .refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone), 'is not an IANA time zone')
    .default('Europe/Amsterdam'),
  address: z.strictObject({
    country: z.string().regex(/^[A-Z]{2}$/),
    region: line(100).optional(),
    locality: line(100).optional(),
    postalCode: line(20).optional(),
    street: line(200).optional(),
  }),
  identifiers: z
    .array(z.strictObject({ scheme: line(60), value: line(200) }))
    .max(20)
    .default([]),
  email: z.email().optional(),
  website: z.url({ protocol: /^https?$/ }).optional(),
  linkedinId: z
    .string()
    .regex(/^\d{1,20}$/)
    .optional(),
  inks,
  /** Its own OpenID Connect provider, with which its staff sign in. */
  staffProvider: z
    .strictObject({ issuer: z.url({ protocol: /^https?$/ }), clientId: line(200), clientSecret: line(500) })
    .optional(),
  units: z
    .array(z.strictObject({ slug, name: text }))
    .max(200)
    .default([]),
  /** As the institution's provider names them: a principal name or an e-mail address. */
  members: z
    .array(z.strictObject({ identifier: line(254), name: line(200), role }))
    .max(1000)
    .default([]),
});
