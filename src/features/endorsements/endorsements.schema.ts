/** Endorsements on the wire. Browser-safe. */
import { z } from 'zod';

const shownText = z.record(z.string(), z.string());

export const endorseSchema = z.object({
  /** The address of a design's or an issuer's page here, or the short name of an institution. */
  about: z.string().trim().min(1).max(2_000),
  comment: z.string().trim().min(1).max(2_000),
  language: z.enum(['en', 'nl']),
});

export const endorsementSchema = z.object({
  id: z.string(),
  url: z.string(),
  /** Who vouches. */
  endorser: shownText,
  /** What it is about: the title of a design, or the name of an institution. */
  about: shownText,
  aboutKind: z.enum(['design', 'institution']),
  aboutPage: z.string(),
  comment: z.string(),
  language: z.string(),
  state: z.enum(['offered', 'accepted', 'declined', 'withdrawn']),
  offeredAt: z.string(),
});

export const endorsementsSchema = z.object({
  received: z.array(endorsementSchema),
  given: z.array(endorsementSchema),
});
export const shownEndorsementsSchema = z.object({ endorsements: z.array(endorsementSchema) });

export type EndorsementView = z.output<typeof endorsementSchema>;
