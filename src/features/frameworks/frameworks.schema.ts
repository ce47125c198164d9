/** Skills frameworks on the wire. Browser-safe. */
import { z } from 'zod';

const line = (max: number) => z.string().trim().min(1).max(max);
const httpsAddress = z.url({ protocol: /^https$/ }).max(500);
const language = z.enum(['nl', 'en']);

/** Beside the bytes of the file, which are the body. */
export const bringSchema = z.strictObject({
  name: line(200),
  publisher: line(200),
  version: z.string().trim().max(60).default(''),
  licence: line(1_000),
  /** Where people read about it; items without an address of their own stand under it. */
  url: httpsAddress,
  /** Of what says none itself. */
  language,
});
export type BringInput = z.output<typeof bringSchema>;

export const fileSchema = z.strictObject({
  language,
  version: z.string().trim().max(60).optional(),
  /** `replace`: items that the file lacks are gone. `join`: another language of the same items. */
  how: z.enum(['replace', 'join']),
});
export type FileInput = z.output<typeof fileSchema>;

const text = z.record(z.string(), z.string());

export const frameworkSchema = z.object({
  id: z.string(),
  name: z.string(),
  publisher: z.string(),
  version: z.string().nullable(),
  licence: z.string(),
  url: z.string(),
  importedAt: z.string(),
  items: z.number(),
  /** The operator's: every institution may use it. */
  offered: z.boolean(),
  /** Whose it is, when it is not the reader's own institution. */
  offeredBy: text.nullable(),
});
export type FrameworkView = z.output<typeof frameworkSchema>;

export const frameworksSchema = z.object({ frameworks: z.array(frameworkSchema) });

export const itemSchema = z.object({
  id: z.string(),
  url: z.string(),
  code: z.string().nullable(),
  kind: z.string().nullable(),
  name: text,
  description: text,
});

export const frameworkDetailSchema = frameworkSchema.extend({
  /** Drafts of the reader's institution that use an item of it, also one that is gone. */
  drafts: z.array(z.object({ id: z.string(), title: text, gone: z.boolean() })),
  found: z.array(itemSchema),
  page: z.number(),
  pages: z.number(),
});

export const searchQuerySchema = z.object({
  q: z.string().trim().max(200).default(''),
  framework: z.uuid().optional(),
});

export const hitSchema = itemSchema.extend({
  framework: z.object({ id: z.string(), name: z.string(), offeredBy: text.nullable() }),
});
export type Hit = z.output<typeof hitSchema>;

/** `more`: others were found, too; words that say more lead to them. */
export const hitsSchema = z.object({ hits: z.array(hitSchema), more: z.boolean() });

export const goneSchema = z.object({
  gone: z.array(z.object({ url: z.string(), framework: z.string() })),
});

export const broughtSchema = z.object({ id: z.string(), items: z.number(), gone: z.number() });
