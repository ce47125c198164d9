/** What goes over the wire. Browser-safe. */
import { z } from 'zod';

export const languageSchema = z.enum(['en', 'nl']);
const textSchema = z.record(z.string(), z.string());

/** Who acts, for whom, and what they may do. Pages hide by it; the server decides again. */
export const sessionSchema = z.object({
  person: z
    .object({
      id: z.string(),
      name: z.string(),
      language: languageSchema.default('en'),
      /** Proven, oldest first. */
      addresses: z.array(z.string()).default([]),
    })
    .nullable(),
  /** Institutions where this person has a role. */
  memberships: z
    .array(
      z.object({
        slug: z.string(),
        name: textSchema,
        roles: z.array(z.string()),
        permissions: z.array(z.string()),
      }),
    )
    .default([]),
  /** Slug of the institution for which they act at this moment; null: for themselves. */
  institution: z.string().nullable().default(null),
  /** Slug of the institution for which they will act once they have given a second factor. */
  secondFactorNeeded: z.string().nullable().default(null),
  /** Slug of the institution for which they will act once they have come through its own provider. */
  ownProviderNeeded: z.string().nullable().default(null),
});

export const signInMethodsSchema = z.object({
  providers: z.array(
    z.object({
      id: z.string(),
      name: textSchema,
      kind: z.enum(['learner', 'institution']),
      /** A link, for a browser: it leaves for the provider. `returnTo` and `link=1` may be added. */
      start: z.string(),
    }),
  ),
});

export const changePersonSchema = z.object({
  name: z.string().min(1).max(200).optional(),
  language: languageSchema.optional(),
});

export const switchInstitutionSchema = z.object({ slug: z.string().min(1).max(100).nullable() });

export const emailCodeSchema = z.object({
  address: z.string().min(3).max(300),
  returnTo: z.string().max(2_000).optional(),
});

export const verifyCodeSchema = z.object({
  /** Six digits; a space between them does no harm. */
  code: z.string().max(20),
});

export const verifiedAddressSchema = z.object({
  returnTo: z.string(),
  /** True when this signed someone in, false when it added the address to who was signed in. */
  signedIn: z.boolean(),
});

export type SessionView = z.output<typeof sessionSchema>;
