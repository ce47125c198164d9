/** Keys of an institution on the wire. Browser-safe. */
import { z } from 'zod';

export const KEY_STATES = ['pre-published', 'active', 'verify-only', 'compromised'] as const;
const purpose = z.enum(['award-ed25519', 'award-p256', 'status', 'award-rsa']);
export const reasonSchema = z.enum(['stolen', 'exposed', 'lost', 'suspected']);

export const keyViewSchema = z.object({
  kid: z.string(),
  purpose,
  algorithm: z.string(),
  state: z.enum(KEY_STATES),
  /** Where the private half is, or was. */
  store: z.enum(['sealed', 'pkcs11', 'kms']),
  publishedAt: z.string(),
  activeFrom: z.string().nullable(),
  activeUntil: z.string().nullable(),
  compromisedAt: z.string().nullable(),
  reason: reasonSchema.nullable(),
  /** When it may sign, for one that waits; when another takes over, for the one that signs. */
  nextAt: z.string().nullable(),
});

export const keysViewSchema = z.object({
  issuers: z.array(
    z.object({
      id: z.string(),
      name: z.record(z.string(), z.string()),
      did: z.string(),
      keys: z.array(keyViewSchema),
    }),
  ),
});

export const rotateKeySchema = z.object({
  /** Last part of the issuer's address. */
  issuer: z.string().min(1).max(40),
  purpose,
  when: z.enum(['announced', 'at-once']),
});

export const rotationSchema = z.object({
  kid: z.string(),
  state: z.enum(['pre-published', 'active']),
  /** From when on it signs. */
  from: z.string().nullable(),
});

export const compromiseSchema = z.object({
  /** An instant with an offset, or `2026-11-21T09:00` as the clock shows it at the institution. */
  at: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?$/),
  reason: reasonSchema,
  /** The last six characters of the name of the key. */
  confirmation: z.string().max(100),
});

export type KeyView = z.infer<typeof keyViewSchema>;
export type KeysView = z.infer<typeof keysViewSchema>;
