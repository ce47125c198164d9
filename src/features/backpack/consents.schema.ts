/** The ledger of consents on the wire. Browser-safe. */
import { z } from 'zod';

const agreementSchema = z.object({
  id: z.string(),
  act: z.enum(['agreed', 'withdrawn']),
  at: z.string(),
  language: z.enum(['en', 'nl']),
  /** This agreement stands at this moment. */
  stands: z.boolean(),
  terms: z.object({
    id: z.string(),
    /** Slug of the institution; of the operator for the platform's own. */
    owner: z.string(),
    ownerName: z.record(z.string(), z.string()),
    isPlatform: z.boolean(),
    kind: z.enum(['terms-of-service', 'staff-agreement', 'formal-award', 'informal-award']),
    version: z.number(),
    publishedAt: z.string(),
    /** Another version stands since. */
    superseded: z.boolean(),
  }),
});

export const consentLedgerSchema = z.object({
  agreements: z.array(agreementSchema),
  publications: z.array(
    z.object({
      id: z.string(),
      /** Id of the award, for its holder. */
      award: z.string(),
      title: z.string(),
      act: z.enum(['given', 'changed', 'withdrawn']),
      at: z.string(),
      showName: z.boolean(),
      showResult: z.boolean(),
      showEvidence: z.boolean(),
      olderPlatforms: z.boolean(),
      stands: z.boolean(),
    }),
  ),
});

export type ConsentLedger = z.infer<typeof consentLedgerSchema>;
