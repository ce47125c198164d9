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
  /** Someone else sits there and looks as this person; until when. */
  viewingUntil: z.string().nullable().default(null),
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
  /** What someone who is signed in means by it: to have the address, to sign in by it too, or to prove who they are. */
  purpose: z.enum(['address', 'link', 'prove']).optional(),
});

/** One of the two. */
export const verifyCodeSchema = z
  .object({
    /** Six digits; a space between them does no harm. */
    code: z.string().max(20).optional(),
    /** What stands in the letter's link. */
    link: z.string().max(200).optional(),
  })
  .refine(({ code, link }) => (code === undefined) !== (link === undefined), { path: ['code'] });

export const codeLinkSchema = z.object({ link: z.string().max(200) });

export const openedLinkSchema = z.object({
  /** It is opened in the browser that asked for it. */
  here: z.boolean(),
  /** Otherwise the digits to type there. */
  code: z.string().nullable(),
});

export const verifiedAddressSchema = z.object({
  returnTo: z.string(),
  outcome: z.enum(['signed-in', 'address-added', 'linked', 'proven', 'merge-offered']),
  /** True when this signed someone in, false when it added the address to who was signed in. */
  signedIn: z.boolean(),
});

export type SessionView = z.output<typeof sessionSchema>;
