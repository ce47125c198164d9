/** Awards on the wire. */
import { z } from 'zod';

const line = (max: number) => z.string().trim().max(max);
const day = z.string().max(10);
const webAddress = z.url({ protocol: /^https?$/ }).max(2000);

export const recipientRowSchema = z.strictObject({
  email: line(254).optional(),
  identifier: line(254).optional(),
  name: line(200).optional(),
  awardedOn: day.optional(),
  expiresOn: day.optional(),
  result: line(40).optional(),
  /** To which of the audiences of the policy pack they belong, where it has any. */
  audience: line(60).optional(),
  /** What their institution states of them, eduPersonAffiliation: `employee`, or `alum; member@university.example`. */
  affiliation: line(400).optional(),
  narrative: line(4000).optional(),
  evidence: z
    .array(
      z.strictObject({
        url: webAddress.optional(),
        /** Hexadecimal SHA-256 of the file at the address. */
        sha256: z
          .string()
          .regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 in hexadecimal')
          .optional(),
        name: line(300).optional(),
        narrative: line(4000).optional(),
      }),
    )
    .max(10)
    .optional(),
  language: line(20).optional(),
  reference: line(200).optional(),
});

export const grantSchema = z.strictObject({
  design: z.string().max(40),
  version: z.number().int().min(1).optional(),
  recipients: z.array(recipientRowSchema).min(1).max(10_000),
  /** ISO 8601 duration, such as `PT30M`; absent: none. */
  undo: z.string().max(20).optional(),
  dryRun: z.boolean().optional(),
});

export const rowFateSchema = z.object({
  fate: z.enum(['ready', 'duplicate', 'refused', 'pending', 'issued', 'undone', 'failed']),
  row: z.number(),
  reference: z.string().optional(),
  award: z.string().optional(),
  problem: z.object({ code: z.string(), detail: z.string() }).optional(),
});

export const awardSchema = z.object({
  id: z.string(),
  state: z.enum(['pending', 'offered', 'claimed', 'declined', 'revoked']),
  expired: z.boolean(),
  /** Where the public edition stands once the learner publishes it. */
  credential: z.string(),
  design: z.string(),
  version: z.number(),
  title: z.string(),
  recipient: z
    .object({ name: z.string().nullable(), email: z.string().nullable(), identifier: z.string().nullable() })
    .nullable(),
  /** No letter left, because the address wishes for none; the award waits all the same. */
  letterWithheld: z.boolean(),
  language: z.string(),
  awardedOn: z.string(),
  expiresOn: z.string().nullable(),
  result: z.string().nullable(),
  /** The result in words, in every language that has them. */
  resultText: z.record(z.string(), z.string()).nullable(),
  reference: z.string().nullable(),
  audience: z.string().nullable(),
  audienceBy: z.enum(['declared', 'affiliation']).nullable(),
  batch: z.string().nullable(),
  undoUntil: z.string().nullable(),
  grantedAt: z.string().nullable(),
  claimedAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
  revocation: z.object({ reason: z.string(), note: z.string().nullable() }).nullable(),
});

export const batchSchema = z.object({
  id: z.string(),
  undoUntil: z.string().nullable(),
  rows: z.array(rowFateSchema),
  counts: z.record(z.string(), z.number()),
});

export const revokeSchema = z.strictObject({
  reason: z.enum([
    'issued-in-error',
    'assessment-invalid',
    'fraud',
    'superseded',
    'requested-by-holder',
    'other',
  ]),
  note: line(1000).optional(),
});

export const offerSchema = z.object({
  state: z.enum(['offered', 'claimed', 'declined', 'revoked']),
  award: z.string().nullable(),
  title: z.record(z.string(), z.string()),
  kind: z.string(),
  eqf: z.number().nullable(),
  ects: z.number().nullable(),
  hours: z.number().nullable(),
  issuer: z.record(z.string(), z.string()),
  institutionSlug: z.string(),
  awardedOn: z.string(),
  narrative: z.string().nullable(),
  recipientName: z.string().nullable(),
  maskedAddress: z.string().nullable(),
  image: z.string(),
  design: z.string(),
  /** May the person who asks claim it as they are signed in now? */
  claimable: z.enum(['yes', 'sign-in', 'prove-address', 'no']),
});

export type RecipientRow = z.infer<typeof recipientRowSchema>;
export type RowFate = z.infer<typeof rowFateSchema>;
export type AwardView = z.infer<typeof awardSchema>;
export type BatchView = z.infer<typeof batchSchema>;
export type OfferView = z.infer<typeof offerSchema>;
