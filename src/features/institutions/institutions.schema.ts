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
  /** Those that are not archived; one that only groups others signs nothing. */
  units: z.array(z.object({ slug: z.string(), name: text, issuing: z.boolean() })),
});

export type OwnInstitution = z.infer<typeof ownInstitutionSchema>;
