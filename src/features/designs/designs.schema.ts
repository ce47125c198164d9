/** Designs on the wire. A draft has the shape of published content; its parts may still be empty. */
import { z } from 'zod';
import type { DesignContent } from '../../formats/facts.ts';
import { languageSchema, textSchema } from '../../formats/text-schema.ts';
import { hasConcept, type VocabularyName } from '../../formats/vocabularies.ts';

const line = (max: number) => z.string().trim().max(max);

const concept = (vocabulary: VocabularyName) =>
  z.string().refine((code) => hasConcept(vocabulary, code), `is not in the list "${vocabulary}"`);

const webAddress = z.url({ protocol: /^https?$/ }).max(2000);
const alignmentSchema = z.strictObject({
  targetName: line(300).min(1),
  targetUrl: webAddress,
  targetFramework: line(200).optional(),
  targetCode: line(100).optional(),
  targetDescription: line(2000).optional(),
});
const localId = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,19}$/);
const percentage = z.number().min(0).max(100);

export const designContentSchema = z
  .strictObject({
    kind: z.enum(['microcredential', 'proof-of-competence', 'edubadge']),
    defaultLanguage: languageSchema,
    title: textSchema(200),
    description: textSchema(4000),
    outcomes: z
      .array(
        z.strictObject({
          id: localId,
          text: textSchema(1000),
          alignments: z.array(alignmentSchema).max(20).optional(),
        }),
      )
      .max(40),
    assessments: z
      .array(
        z.strictObject({
          id: localId,
          title: textSchema(200),
          description: textSchema(2000).optional(),
          type: concept('assessment'),
          supervision: concept('supervision').optional(),
          identityCheck: textSchema(1000).optional(),
          weight: percentage.optional(),
          grading: textSchema(300).optional(),
        }),
      )
      .max(20),
    provenBy: z
      .array(
        z.strictObject({
          outcome: localId,
          assessment: localId,
          coverage: z.enum(['full', 'partial']),
          weight: percentage.optional(),
        }),
      )
      .max(400),
    workload: z.strictObject({
      ects: z.number().positive().max(120).multipleOf(0.01).optional(),
      hours: z.number().positive().max(10_000).multipleOf(0.01).optional(),
      other: z.strictObject({ amount: z.number().positive().max(100_000), unit: line(40).min(1) }).optional(),
    }),
    level: z.strictObject({
      eqf: z.number().int().min(1).max(8).optional(),
      nlqf: concept('nlqf').optional(),
      qfEhea: z.enum(['short', 'first', 'second', 'third']).optional(),
    }),
    participation: z.array(concept('participation')).max(6),
    qualityAssurance: z
      .strictObject({
        type: concept('accreditation'),
        framework: textSchema(300).optional(),
        statement: textSchema(2000),
        url: webAddress.optional(),
      })
      .optional(),
    instructionLanguages: z.array(languageSchema).max(10),
    gradeScheme: z.discriminatedUnion('scheme', [
      z.strictObject({ scheme: z.literal('pass-fail') }),
      z.strictObject({ scheme: z.literal('1-10'), passMark: z.number().min(1).max(10) }),
      z.strictObject({ scheme: z.literal('o-v-g') }),
      z
        .strictObject({
          scheme: z.literal('rubric'),
          levels: z
            .array(
              z.strictObject({
                code: z.string().regex(/^R[1-9]$/),
                name: textSchema(80).refine((text) => Object.keys(text).length > 0, 'is empty'),
                description: textSchema(500).optional(),
              }),
            )
            .min(2)
            .max(9),
          required: z.string().max(2),
        })
        .refine(({ levels, required }) => levels.some(({ code }) => code === required), {
          path: ['required'],
          message: 'is no level of this rubric',
        }),
    ]),
    passRule: textSchema(1000).optional(),
    prerequisites: textSchema(2000).optional(),
    audience: textSchema(2000).optional(),
    stackability: z
      .strictObject({ kind: z.enum(['stand-alone', 'stackable']), statement: textSchema(2000).optional() })
      .optional(),
    furtherInformation: textSchema(2000).optional(),
    furtherInformationUrl: webAddress.optional(),
    programme: z
      .strictObject({
        place: z.enum(['own-course', 'programme-unit']),
        programmeName: line(300).optional(),
        registerNumber: line(60).optional(),
      })
      .optional(),
    iscedF: z
      .string()
      .regex(/^\d{2,4}$/)
      .optional(),
    skills: z.array(alignmentSchema).max(40).optional(),
    tags: z.array(line(60).min(1)).max(20).optional(),
    partners: z.array(textSchema(200)).max(20).optional(),
    validityMonths: z.number().int().min(1).max(1200).optional(),
  })
  .superRefine((content, issue) => {
    for (const list of ['outcomes', 'assessments'] as const) {
      const ids = content[list].map((item) => item.id);
      if (new Set(ids).size !== ids.length)
        issue.addIssue({ code: 'custom', path: [list], message: 'has an id twice' });
    }
    content.provenBy.forEach((cell, at) => {
      if (
        !content.outcomes.some((outcome) => outcome.id === cell.outcome) ||
        !content.assessments.some((one) => one.id === cell.assessment)
      ) {
        issue.addIssue({
          code: 'custom',
          path: ['provenBy', at],
          message: 'names an outcome or assessment that is not there',
        });
      }
    });
  });

/** What the schema lets through is exactly the neutral content; exactOptionalPropertyTypes apart, which Zod cannot say. */
export function parseContent(value: unknown): DesignContent {
  return withoutUndefined(designContentSchema.parse(value)) as DesignContent;
}

/** JSON has no `undefined`; a member that is absent must not be there at all, or hashes would differ. */
function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([name, member]) => [name, withoutUndefined(member)]),
  );
}

export const missingElementSchema = z.object({
  /** Name of the European element, such as `learning-outcomes`. */
  element: z.string(),
  /** Where in the content, as a JSON Pointer. */
  pointer: z.string(),
  problem: z.enum(['absent', 'not-proven', 'not-in-default-language', 'weights']),
});

const versionSchema = z.object({
  number: z.number(),
  url: z.string(),
  contentHash: z.string(),
  publishedAt: z.string(),
  languages: z.array(z.string()),
});

const tagRefSchema = z.object({ id: z.string(), name: z.string() });

export const designListItemSchema = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.record(z.string(), z.string()),
  unit: z.record(z.string(), z.string()).nullable(),
  latestVersion: z.number(),
  changedSinceVersion: z.boolean(),
  changedAt: z.string(),
  retired: z.boolean(),
  image: z.string(),
  /** The institution's own, for sorting; no part of any version. */
  tags: z.array(tagRefSchema),
});

export const designSchema = designListItemSchema.extend({
  revision: z.number(),
  unitSlug: z.string().nullable(),
  partnerUnitSlugs: z.array(z.string()),
  content: z.unknown(),
  customImage: z.boolean(),
  missing: z.array(missingElementSchema),
  omitted: z.array(z.object({ format: z.string(), element: z.string(), reason: z.string() })),
  versions: z.array(versionSchema),
});

export const newDesignSchema = z.strictObject({
  kind: z.enum(['microcredential', 'proof-of-competence', 'edubadge']),
  unit: z.string().max(80).optional(),
  title: textSchema(200),
  defaultLanguage: languageSchema.default('en'),
});

export const draftSchema = z.strictObject({
  /** The revision that the writer saw; another one since then is a conflict, not a loss. */
  revision: z.number().int().min(1),
  content: designContentSchema,
  partnerUnits: z.array(z.string().max(80)).max(20).default([]),
});

export const tagNameSchema = z.strictObject({ name: line(60).min(1) });
export const designTagsSchema = z.strictObject({ tags: z.array(z.uuid()).max(20) });
export const tagsSchema = z.object({
  tags: z.array(tagRefSchema.extend({ designs: z.number() })),
});

export const publishSchema = z.strictObject({ revision: z.number().int().min(1) });

export type DesignListItem = z.infer<typeof designListItemSchema>;
export type DesignView = z.infer<typeof designSchema>;
export type MissingElement = z.infer<typeof missingElementSchema>;
