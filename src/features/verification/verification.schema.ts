/** The verification report on the wire (INTERFACE, "Verification report"). Browser-safe. */
import { z } from 'zod';

/** In the order in which they run. A check whose room does not exist is absent from a report, not listed. */
export const CHECK_IDS = [
  'readable',
  'conforms',
  'proof',
  'issuer-binding',
  'issuer-known',
  'validity',
  'status',
  'recipient',
  'quality-approval',
  'endorsements',
  'credentials',
] as const;

export const OUTCOMES = ['passed', 'failed', 'warning', 'not-checked'] as const;

/** Facts for an expert and for sentences: identifiers, instants, digests. Flat, so that anyone can print them. */
export const detailSchema = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
);

export const checkSchema = z.object({
  id: z.enum(CHECK_IDS),
  outcome: z.enum(OUTCOMES),
  /** Why it did not pass, or how it did when there is more than one way: a stable code. */
  reason: z.string().optional(),
  detail: detailSchema.optional(),
});

export const reportCredentialSchema = z.object({
  title: z.string(),
  issuer: z.string(),
  issuerId: z.string().optional(),
  recipient: z.string().optional(),
  id: z.string().optional(),
  validFrom: z.string().optional(),
  validUntil: z.string().optional(),
  awardedDate: z.string().optional(),
  language: z.string().optional(),
  description: z.string().optional(),
  /** Where the credential says that its picture is; not fetched. */
  image: z.string().optional(),
});

/** What was handed in: of which bytes the report tells, or the address that was asked. */
export const inputSchema = z.object({ sha256: z.string().optional(), url: z.string().optional() });

const plainReportSchema = z.object({
  verdict: z.enum(['verified', 'failed', 'incomplete']),
  format: z.string(),
  /** `png` or `svg` when the credential was inside an image. */
  container: z.string().optional(),
  /** The instant of asking. */
  checkedAt: z.string(),
  /** The instant the question is about, when another one was asked. */
  at: z.string().optional(),
  input: inputSchema.optional(),
  checks: z.array(checkSchema),
  credential: reportCredentialSchema.optional(),
});

export const reportSchema = plainReportSchema.extend({
  /** Of each credential in a presentation, in its order. */
  credentials: z.array(plainReportSchema).optional(),
  /** The same report as a credential of the operator, when `sign` was asked. */
  signed: z.record(z.string(), z.unknown()).optional(),
});

export type CheckId = (typeof CHECK_IDS)[number];
export type Outcome = (typeof OUTCOMES)[number];
export type CheckDetail = z.infer<typeof detailSchema>;
export type Check = z.infer<typeof checkSchema>;
export type ReportCredential = z.infer<typeof reportCredentialSchema>;
/** Of one credential, or of what holds several. */
export type PlainReport = z.infer<typeof plainReportSchema>;
export type VerificationReport = z.infer<typeof reportSchema>;
