/** Qualifications of staff on the wire. Browser-safe. */
import { z } from 'zod';

const line = (max: number) => z.string().trim().min(1).max(max);
const day = z.iso.date();

const proofInput = z.discriminatedUnion('evidence', [
  z.strictObject({
    evidence: z.literal('register'),
    /** Its name. */
    source: line(200),
    reference: line(300),
    /** On which day whoever records it saw it there. */
    seenOn: day,
    validFrom: day,
    validUntil: day.nullable(),
  }),
  z.strictObject({
    evidence: z.literal('equivalence'),
    /** Who decided. */
    source: line(200),
    /** What it rests on. */
    reference: line(2_000),
    seenOn: day,
    validFrom: day,
    /** An equivalence always ends. */
    validUntil: day,
  }),
]);
export const proofInputSchema = proofInput.refine(
  ({ validFrom, validUntil }) => validUntil === null || validFrom <= validUntil,
  { path: ['validUntil'], message: 'is before the first day' },
);
export type ProofInput = z.output<typeof proofInputSchema>;

export const qualificationInputSchema = z.strictObject({
  /** A member of the institution; null: a guest, by name. */
  person: z.uuid().nullable(),
  name: line(200),
  kind: z.string().regex(/^[a-z][a-z0-9-]{0,19}$/, 'is small letters, digits and hyphens'),
  /** Of a kind of the institution's own. */
  kindName: line(200).nullable(),
});
export type QualificationInput = z.output<typeof qualificationInputSchema>;

export const withdrawalInputSchema = z.strictObject({ because: line(500) });

export const handedInSchema = z.object({
  verdict: z.enum(['verified', 'incomplete', 'failed']),
  /** Null: it counts. */
  refusal: z.string().nullable(),
});

const proofSchema = z.object({
  evidence: z.enum(['credential', 'register', 'equivalence']),
  source: z.string(),
  reference: z.string(),
  seenOn: z.string().nullable(),
  verdict: z.string().nullable(),
  refusal: z.string().nullable(),
  recipient: z.string().nullable(),
  digest: z.string().nullable(),
  validFrom: z.string(),
  validUntil: z.string().nullable(),
  recordedAt: z.string(),
});

export const qualificationSchema = z.object({
  id: z.string(),
  person: z.string().nullable(),
  name: z.string(),
  kind: z.string(),
  kindName: z.string().nullable(),
  withdrawnOn: z.string().nullable(),
  withdrawnBecause: z.string().nullable(),
  /** On the day of asking. */
  holding: z.enum(['holds', 'withdrawn', 'unproven', 'not-yet-valid', 'expires']),
  /** Null: without an end, or nothing shows it. */
  until: z.string().nullable(),
  proofs: z.array(proofSchema),
});
export type QualificationView = z.output<typeof qualificationSchema>;

export const staffSchema = z.object({
  today: z.string(),
  qualifications: z.array(qualificationSchema),
  members: z.array(z.object({ id: z.string(), name: z.string() })),
});
