import { z } from 'zod';

/** What `GET /api/v1/session` tells the pages: who acts, and what they may do. The server decides again. */
export const sessionSchema = z.object({
  person: z
    .object({ id: z.string(), name: z.string().nullish(), email: z.string().nullish() })
    .nullish()
    .transform((person) => person ?? null),
  /** Institutions where this person is a member, with the actions of their roles. */
  memberships: z
    .array(
      z.object({
        institution: z.string(),
        name: z.string().nullish(),
        roles: z.array(z.string()).default([]),
        may: z.array(z.string()).default([]),
      }),
    )
    .default([]),
});
