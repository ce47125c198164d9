/** One's own institution on the wire. Browser-safe. */
import { z } from 'zod';

const text = z.record(z.string(), z.string());

export const ownInstitutionSchema = z.object({
  slug: z.string(),
  kind: z.string(),
  name: text,
  defaultLanguage: z.string(),
  timeZone: z.string(),
  inks: z.array(z.string()),
  units: z.array(z.object({ slug: z.string(), name: text })),
});

export const memberSchema = z.object({
  name: z.string(),
  identifier: z.string(),
  role: z.string(),
  validUntil: z.string().nullable(),
  signedIn: z.boolean(),
});

export const membersSchema = z.object({ members: z.array(memberSchema) });

export type OwnInstitution = z.infer<typeof ownInstitutionSchema>;
