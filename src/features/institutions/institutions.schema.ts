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

export type OwnInstitution = z.infer<typeof ownInstitutionSchema>;
