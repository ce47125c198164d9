/** The Guide of an institution on the wire: what its criteria cite, written for whoever makes a design. */
import { z } from 'zod';
import { textSchema } from '../../formats/text-schema.ts';
import { guideCodeSchema } from './pack.schema.ts';

export const guideSectionSchema = z.strictObject({
  /** As criteria cite it: `outcomes`, `workload`. */
  code: guideCodeSchema,
  title: textSchema(200),
  /** Paragraphs, `## headings` and `- lists`; nothing else is read as markup. */
  text: textSchema(20_000),
});
export type GuideSection = z.infer<typeof guideSectionSchema>;

export const guideInputSchema = z.strictObject({
  /** The version that the writer saw; 0: there was none. */
  from: z.number().int().min(0).max(100_000),
  /** In the order in which they are read. */
  sections: z.array(guideSectionSchema).min(1).max(40),
});

const text = z.record(z.string(), z.string());
const shownSectionSchema = z.object({ code: z.string(), title: text, text });

export const guideDifferenceSchema = z.object({
  added: z.array(z.object({ code: z.string(), title: text })),
  removed: z.array(z.object({ code: z.string(), title: text })),
  rewritten: z.array(z.object({ code: z.string(), title: text })),
});
export type GuideDifference = z.infer<typeof guideDifferenceSchema>;

const versionSchema = z.object({ n: z.number(), publishedAt: z.string() });

/** A version as everybody may read it. */
export const guideViewSchema = versionSchema.extend({
  institution: z.object({ slug: z.string(), name: text }),
  sections: z.array(shownSectionSchema),
  /** From the version before; null: there was none. */
  difference: guideDifferenceSchema.nullable(),
  /** Newest first. */
  versions: z.array(versionSchema),
});
export type GuideView = z.infer<typeof guideViewSchema>;

/** For those who write it. */
export const ownGuideSchema = z.object({
  slug: z.string(),
  n: z.number(),
  sections: z.array(shownSectionSchema),
  versions: z.array(versionSchema),
  /** Sections that criteria of the packs in force cite. */
  cited: z.array(z.object({ code: z.string(), criteria: z.array(z.string()) })),
});
export type OwnGuide = z.infer<typeof ownGuideSchema>;
