/** Members that credentials and presentations share (VC Data Model 2.0, sections 4 and 11.1). */
import { z } from 'zod';
import { isInstant } from '../instants.ts';

/** One URL and nothing around it: a parser of URLs would quietly drop the space. */
export const url = z.string().refine((text) => !/\s/.test(text) && URL.canParse(text), 'a URL');

export const urlOrNode = z.union([url, z.looseObject({ id: url })]);

export const instant = z.string().refine(isInstant, 'an instant with a time zone');

const languageValue = z.strictObject({
  '@value': z.string(),
  /** BCP 47, well-formed. */
  '@language': z
    .string()
    .regex(/^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i)
    .optional(),
  '@direction': z.enum(['ltr', 'rtl']).optional(),
});

/** Section 11.1: a text, or texts with their language and direction. */
export const text = z.union([z.string(), languageValue, z.array(languageValue).min(1)]);

/** A list is a set whose first member says how the rest is read (section 4.3). */
export function contextsStartingWith(...bases: readonly string[]) {
  return z
    .array(z.union([url, z.looseObject({})]))
    .refine(([first]) => bases.includes(String(first)), 'starts with the base context')
    .refine((all) => new Set(all.map((one) => JSON.stringify(one))).size === all.length, 'names each once');
}

/** Section 4.5: what a thing is, and that it is one of these. */
export function typesWith(name: string) {
  return z
    .union([z.string(), z.array(z.string())])
    .refine((types) => [types].flat().includes(name), `is a ${name}`);
}

/** Sections 4.10, 5.4, 5.5 and 5.6: nobody knows what to do with a thing of no type. */
export const typed = z.looseObject({
  id: url.optional(),
  type: z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]),
});

export function oneOrMore<Item extends z.ZodType>(item: Item) {
  return z.union([item, z.array(item).min(1)]);
}
