/** What the W3C's test suites send (VC API 0.3); a member that nobody knows is refused. */
import { z } from 'zod';

const document = z.record(z.string(), z.json());
const pointers = z.array(z.string().max(2_000)).max(1_000);
const text = z.string().min(1).max(2_000);

export const issueSchema = z.strictObject({
  credential: document,
  options: z
    .looseObject({
      type: z.literal('DataIntegrityProof').optional(),
      cryptosuite: text.optional(),
      proofPurpose: z.literal('assertionMethod').optional(),
      mandatoryPointers: pointers.optional(),
    })
    .optional(),
});

export const verifyCredentialSchema = z.strictObject({
  /** A token may stand there as text. */
  verifiableCredential: z.union([document, z.string().min(1)]),
  options: z.looseObject({}).optional(),
});

export const verifyPresentationSchema = z.strictObject({
  verifiablePresentation: z.union([document, z.string().min(1)]),
  options: z.looseObject({ challenge: text.optional(), domain: text.optional() }).optional(),
});

export const deriveSchema = z.strictObject({
  verifiableCredential: document,
  options: z.looseObject({ selectivePointers: pointers.optional() }).optional(),
});

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  detail: z.string().optional(),
});

export const verifiedSchema = z.object({
  verified: z.boolean(),
  checks: z.array(z.string()),
  warnings: z.array(z.string()),
  errors: z.array(z.string()),
  problemDetails: z.array(problemSchema),
});

export type Verified = z.infer<typeof verifiedSchema>;
export type ProblemDetail = z.infer<typeof problemSchema>;
