/** The trail on the wire. Browser-safe. */
import { z } from 'zod';

const text = z.record(z.string(), z.string());
const day = z.iso.date();

export const auditEntrySchema = z.object({
  id: z.string(),
  at: z.string(),
  /** `award.revoked`; what it means stands in the pages' words. */
  action: z.string(),
  actor: z.object({
    kind: z.enum(['you', 'member', 'former-member', 'staff', 'learner', 'program', 'software']),
    name: z.string().nullable(),
  }),
  /** For which it was done; null: the person's own business. */
  institution: text.nullable(),
  subject: z.object({ kind: z.string(), id: z.string(), name: z.string().nullable() }),
});

export const auditPageSchema = z.object({ entries: z.array(auditEntrySchema), next: z.string().nullable() });

const period = { from: day.optional(), until: day.optional() };
const cursor = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT[\d:.]{8,12}Z_[0-9a-f-]{36}$/)
  .optional();

export const auditQuerySchema = z.object({
  /** `award.read`, or `award` for everything done with awards. */
  action: z
    .string()
    .regex(/^[a-z-]+(\.[a-z-]+)?$/)
    .max(60)
    .optional(),
  /** A part of a member's or a program's name, `software`, or `learner`. */
  who: z.string().max(200).optional(),
  /** Id of a thing, or a part of a recipient's name, address or identifier. */
  about: z.string().max(200).optional(),
  ...period,
  before: cursor,
  limit: z.coerce.number().int().min(1).max(1_000).default(50),
});

export const historyQuerySchema = z.object({
  /** With what the reader did themselves. */
  own: z.enum(['1']).optional(),
  ...period,
  before: cursor,
  limit: z.coerce.number().int().min(1).max(1_000).default(50),
});

export type AuditEntryView = z.infer<typeof auditEntrySchema>;
export type AuditPage = z.infer<typeof auditPageSchema>;
export type AuditQuery = z.infer<typeof auditQuerySchema>;
export type HistoryQuery = z.infer<typeof historyQuerySchema>;
