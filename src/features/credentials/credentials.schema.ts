import { z } from 'zod';

/** The public page of an award, as the learner chose to show it. */
export const publicCredentialSchema = z.object({
  id: z.string(),
  url: z.string(),
  state: z.enum(['valid', 'revoked', 'expired', 'superseded']),
  revocation: z.object({ on: z.string(), reason: z.string() }).nullable(),
  language: z.string(),
  awardedOn: z.string(),
  expiresOn: z.string().nullable(),
  holderName: z.string().nullable(),
  nameSource: z.enum(['issuer', 'holder', 'institution']).nullable(),
  result: z.string().nullable(),
  evidence: z.array(
    z.object({ url: z.string().optional(), name: z.string().optional(), narrative: z.string().optional() }),
  ),
  narrative: z.string().nullable(),
  design: z.object({ id: z.string(), version: z.number(), url: z.string(), contentHash: z.string() }),
  /** The neutral content of the version, in every language it has. */
  content: z.unknown(),
  image: z.object({ png: z.string(), svg: z.string(), alt: z.record(z.string(), z.string()) }),
  mark: z.object({ hash: z.string(), inks: z.array(z.string()), drawn: z.boolean() }),
  issuer: z.object({
    did: z.string(),
    url: z.string(),
    name: z.record(z.string(), z.string()),
    institution: z.record(z.string(), z.string()),
    institutionSlug: z.string(),
    country: z.string(),
    email: z.string().nullable(),
    website: z.string().nullable(),
  }),
  formats: z.array(z.string()),
  publishedAt: z.string(),
});

export type PublicCredential = z.infer<typeof publicCredentialSchema>;

/** What a holder may leave out when they show a part. */
export const disclosableSchema = z.enum([
  'name',
  'email',
  'identifier',
  'result',
  'creditsEarned',
  'narrative',
  'evidence',
]);

export const disclosablePartsSchema = z.object({ parts: z.array(disclosableSchema) });

export const disclosureSchema = z.strictObject({ parts: z.array(disclosableSchema).max(20) });

export type Disclosable = z.infer<typeof disclosableSchema>;

export const publishChoiceSchema = z.strictObject({
  showName: z.boolean(),
  showResult: z.boolean(),
  showEvidence: z.boolean(),
  olderPlatforms: z.boolean().default(false),
});
