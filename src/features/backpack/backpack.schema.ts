import { z } from 'zod';

const text = z.record(z.string(), z.string());

export const backpackItemSchema = z.object({
  /** Id of the award, for its holder. */
  id: z.string(),
  state: z.enum(['offered', 'claimed', 'revoked', 'expired']),
  title: z.string(),
  kind: z.string(),
  eqf: z.number().nullable(),
  ects: z.number().nullable(),
  hours: z.number().nullable(),
  issuer: text,
  awardedOn: z.string(),
  expiresOn: z.string().nullable(),
  image: z.string(),
  imageAlt: text,
  design: z.object({ id: z.string(), version: z.number() }),
  public: z.boolean(),
  url: z.string(),
});

export const backpackSchema = z.object({
  waiting: z.array(backpackItemSchema),
  mine: z.array(backpackItemSchema),
});

export const backpackDetailSchema = backpackItemSchema.extend({
  language: z.string(),
  recipientName: z.string().nullable(),
  nameSource: z.enum(['issuer', 'holder', 'institution']),
  result: z.string().nullable(),
  evidence: z.array(
    z.object({ url: z.string().optional(), name: z.string().optional(), narrative: z.string().optional() }),
  ),
  narrative: z.string().nullable(),
  content: z.unknown(),
  claimedAt: z.string().nullable(),
  revocation: z.object({ on: z.string(), reason: z.string(), note: z.string().nullable() }).nullable(),
  publication: z
    .object({
      showName: z.boolean(),
      showResult: z.boolean(),
      showEvidence: z.boolean(),
      olderPlatforms: z.boolean(),
      publishedAt: z.string(),
    })
    .nullable(),
  /** Open Badges 2.0 needs an e-mail address of the recipient. */
  olderPlatformsPossible: z.boolean(),
  linkedin: z.object({
    url: z.string(),
    name: z.string(),
    organisation: z.string(),
    issued: z.string(),
    expires: z.string().nullable(),
    certificateId: z.string(),
  }),
});

export type BackpackItem = z.infer<typeof backpackItemSchema>;
export type BackpackDetail = z.infer<typeof backpackDetailSchema>;
