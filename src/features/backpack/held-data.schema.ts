/** What we hold about the reader, on the wire. Browser-safe. */
import { z } from 'zod';

export const keptKindSchema = z.enum([
  'account',
  'names',
  'identities',
  'passkeys',
  'addresses',
  'sessions',
  'signIns',
  'codes',
  'memberships',
  'invitations',
  'qualifications',
  'agreements',
  'awards',
  'references',
  'documents',
  'publications',
  'consents',
  'feedback',
  'history',
  'awardNumbers',
  'letterWishes',
]);

export const heldDataSchema = z.object({
  kinds: z.array(
    z.object({
      kind: keptKindSchema,
      /** Null: not counted, for it is gone within a day or names nobody. */
      count: z.number().nullable(),
      /** `account`: until the account is erased; a number: days after it was over; `law`: what must be kept; `choice`: until they undo it. */
      kept: z.union([z.enum(['account', 'law', 'choice']), z.number()]),
    }),
  ),
  /** Institutions that the reader must hand over before they can be erased. */
  leadsAlone: z.array(z.record(z.string(), z.string())),
});

export type KeptKind = z.infer<typeof keptKindSchema>;
