/** Words in languages, as they come in. */
import { z } from 'zod';
import type { Text } from './facts.ts';

const MAX_LANGUAGES = 24;

export const languageSchema = z
  .string()
  .regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/, 'must be a BCP 47 tag in lower case');

/** `{ "en": "…", "nl": "…" }`; empty strings are left out, so that a language that is there has words. */
export const textSchema = (max: number): z.ZodType<Text> =>
  z
    .record(languageSchema, z.string().trim().max(max))
    .refine((text) => Object.keys(text).length <= MAX_LANGUAGES, 'has too many languages')
    .transform((text) => Object.fromEntries(Object.entries(text).filter(([, value]) => value !== '')));
