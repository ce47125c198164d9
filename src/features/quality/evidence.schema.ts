/** What a review rests on, on the wire and as it is kept. Browser-safe. */
import { z } from 'zod';

const text = z.record(z.string(), z.string());

export const causeSchema = z.object({ kind: z.string(), ref: z.string() });

export const evidenceSchema = z.object({
  design: z.object({ id: z.string(), title: text, version: z.number() }),
  institution: text,
  pack: z.string(),
  /** Days: since the last judgement, until it was put together. */
  period: z.object({ from: z.string(), until: z.string() }),
  reviewDue: z.string().nullable(),
  /** Why it was called. */
  causes: z.array(causeSchema),
  awards: z.object({
    granted: z.number(),
    claimed: z.number(),
    declined: z.number(),
    revoked: z.number(),
    results: z.array(z.object({ value: z.string(), count: z.number() })),
  }),
  feedback: z.array(
    z.object({
      kind: z.enum(['claim', 'later', 'employer', 'peer']),
      n: z.number(),
      figures: z.array(z.object({ question: z.string(), n: z.number(), counts: z.array(z.number()) })),
      lowShare: z.number(),
    }),
  ),
  outcomes: z.array(z.object({ id: z.string(), text })),
  complaints: z.array(z.object({ kind: z.string(), receivedOn: z.string() })),
  replies: z.array(z.object({ said: text, did: text, on: z.string() })),
  /** Of each version since, against the one before; null: of the draft against what is offered. */
  changes: z.array(
    z.object({
      version: z.number().nullable(),
      on: z.string().nullable(),
      class: z.string(),
      fields: z.array(z.object({ pointer: z.string(), class: z.string() })),
    }),
  ),
  conditions: z.array(z.object({ text: z.string(), owner: z.string(), due: z.string() })),
  staff: z.array(
    z.object({
      name: z.string(),
      role: z.string(),
      qualification: z
        .object({
          kind: z.string(),
          evidence: z.string(),
          validFrom: z.string(),
          validUntil: z.string().nullable(),
        })
        .nullable(),
    }),
  ),
});
export type Evidence = z.infer<typeof evidenceSchema>;

export const reviewSchema = z.object({
  evidence: evidenceSchema,
  /** SHA-256 of its canonical JSON, in hex: what the decision to renew names. */
  digest: z.string(),
  madeAt: z.string(),
});
export type ReviewView = z.infer<typeof reviewSchema>;
