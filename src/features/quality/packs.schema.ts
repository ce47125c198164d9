/** Policy packs as the institution sees them: what it judges by, what it could judge by, and what that would change. */
import { z } from 'zod';
import { DESIGN_KINDS, gateSchema, sizeSchema } from './pack.schema.ts';

const text = z.record(z.string(), z.string());
const severity = z.enum(['must', 'should', 'advice']);
const kindSchema = z.enum(DESIGN_KINDS);
const named = z.object({ id: z.string(), name: z.string() });

const criterionSchema = z.object({ id: z.string(), text, severity });
const reviewSchema = z.object({
  firstMonths: z.number(),
  months: z.number(),
  warnDays: z.number(),
  graceDays: z.number(),
});
const appealSchema = z.object({ days: z.number(), body: text });
const audienceSchema = z.object({ code: z.string(), name: text });

/** What is null did not change. */
export const packDifferenceSchema = z.object({
  added: z.array(criterionSchema),
  removed: z.array(criterionSchema),
  /** They weigh more, or less, than before. */
  heavier: z.array(criterionSchema.extend({ before: severity })),
  lighter: z.array(criterionSchema.extend({ before: severity })),
  /** The same weight, and another text, help or way of judging. */
  changed: z.array(
    criterionSchema.extend({ what: z.array(z.enum(['text', 'help', 'kind', 'check', 'below', 'guide'])) }),
  ),
  sizes: z.object({ before: z.array(sizeSchema), after: z.array(sizeSchema) }).nullable(),
  hoursPerEcts: z.object({ before: z.number(), after: z.number() }).nullable(),
  audiences: z.object({ added: z.array(audienceSchema), removed: z.array(audienceSchema) }).nullable(),
  gates: z.object({ before: z.array(gateSchema), after: z.array(gateSchema) }).nullable(),
  review: z.object({ before: reviewSchema, after: reviewSchema }).nullable(),
  appeal: z.object({ before: appealSchema.nullable(), after: appealSchema.nullable() }).nullable(),
});
export type PackDifference = z.infer<typeof packDifferenceSchema>;

/** Nothing that anyone would be judged by differently. */
export function isSame(difference: PackDifference): boolean {
  return Object.values(difference).every((one) => one === null || (Array.isArray(one) && one.length === 0));
}

const packNameSchema = z.object({ ref: z.string(), name: text });

export const packsSchema = z.object({
  institution: z.object({ slug: z.string(), kind: z.string() }),
  today: z.string(),
  kinds: z.array(
    z.object({
      kind: kindSchema,
      /** What was chosen: `nl-hbo-wo` follows its versions, `nl-hbo-wo@2025-05` stays with that one. */
      chosen: z.string(),
      /** Null: the one that every institution of this kind begins with. */
      since: z.string().nullable(),
      /** Null: nothing of that name is in force today, so nothing of this kind can be judged. */
      inForce: packNameSchema.extend({ summary: text, validUntil: z.string().nullable() }).nullable(),
      /** The next day on which the rules are others than today's; without a pack: from then on there are none. */
      follows: z
        .object({
          on: z.string(),
          pack: packNameSchema.nullable(),
          difference: packDifferenceSchema.nullable(),
        })
        .nullable(),
      /** Newest first. */
      history: z.array(
        z.object({
          at: z.string(),
          by: named.nullable(),
          pack: packNameSchema,
          /** From the one before to this one, each as it was on the day of the choice. */
          difference: packDifferenceSchema.nullable(),
        }),
      ),
    }),
  ),
  packs: z.array(
    packNameSchema.extend({
      ...{ id: z.string(), version: z.string(), summary: text, own: z.boolean() },
      ...{ validFrom: z.string(), validUntil: z.string().nullable(), extends: z.array(z.string()) },
      force: z.enum(['past', 'now', 'to-come']),
      designKinds: z.array(kindSchema),
      /** Kinds of designs for which it can be chosen today. */
      fits: z.array(kindSchema),
    }),
  ),
});
export type PacksView = z.infer<typeof packsSchema>;

/** One pack: as it is written, and with everything that it extends in it. Both are packs, and are parsed as such. */
export const packViewSchema = z.object({ own: z.boolean(), written: z.unknown(), whole: z.unknown() });

export const adoptionSchema = z.strictObject({ kind: kindSchema, pack: z.string().trim().min(1).max(100) });

export const previewQuerySchema = z.object({ kind: kindSchema });
export const adoptionPreviewSchema = z.object({
  kind: kindSchema,
  before: packNameSchema.nullable(),
  after: packNameSchema,
  difference: packDifferenceSchema.nullable(),
  /** Designs that are not decided yet, with the criteria that must be met and would be open or done from now on. */
  underWay: z.array(
    z.object({
      design: z.string(),
      title: text,
      state: z.string(),
      opens: z.array(z.string()),
      closes: z.array(z.string()),
    }),
  ),
});
export type AdoptionPreview = z.infer<typeof adoptionPreviewSchema>;
