/** Which letters an address wants, on the wire. Browser-safe. */
import { z } from 'zod';

const institutionSchema = z.object({ slug: z.string(), name: z.record(z.string(), z.string()) });

const wishesSchema = z.object({
  /** From no institution at all. */
  none: z.boolean(),
  noneFrom: z.array(institutionSchema),
});

export const letterWishesSchema = wishesSchema.extend({
  /** Whose letter the link was in. */
  from: institutionSchema.nullable(),
});

export const ownLettersSchema = z.object({ addresses: z.array(wishesSchema.extend({ id: z.string() })) });

export const letterChangeSchema = z.strictObject({
  wish: z.enum(['none', 'again']),
  /** Slug of an institution; null: any. */
  from: z.string().max(80).nullable(),
});

export const letterTokenSchema = z.object({ token: z.string().regex(/^[\w-]{54}$/) });
export const letterFromSchema = z.object({ from: z.string().max(80).optional() });

export type LetterWishesView = z.output<typeof letterWishesSchema>;
export type OwnLettersView = z.output<typeof ownLettersSchema>;
export type LetterChange = z.output<typeof letterChangeSchema>;
