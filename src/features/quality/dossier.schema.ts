/**
 * What a design is judged by and a credential does not carry: the making of the outcomes, the hours, the people, the
 * grounds. Everything may still be empty; what must be there is for the policy pack to say.
 */
import { z } from 'zod';
import { textSchema } from '../../formats/text-schema.ts';
import { hasConcept } from '../../formats/vocabularies.ts';

const localId = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,19}$/);
const day = z.iso.date();
const webAddress = z.url({ protocol: /^https?$/ }).max(2000);
const text = (max = 4000) => textSchema(max).optional();

/** Revised taxonomy of Bloom (Anderson and Krathwohl, 2001), lowest first. */
export const COGNITIVE_LEVELS = ['remember', 'understand', 'apply', 'analyse', 'evaluate', 'create'] as const;

/** What someone was awarded, or stands in a register with, to teach or examine. */
export const QUALIFICATIONS = ['utq', 'sutq', 'bdb', 'bke', 'ske', 'pdg', 'other'] as const;

/** Statements that a human weighs. Each is a slot that a criterion asks for. */
export const STATEMENTS = [
  'validity',
  'reliability',
  'transparency',
  'independence',
  'target-group',
  'prior-knowledge',
  'admission',
  'portfolio',
  'need',
  'difference',
  'prior-learning',
  'accessibility',
  'feedback',
  'complaints',
  'privacy',
  'stacking',
] as const;
export type StatementName = (typeof STATEMENTS)[number];

const teacherSchema = z.strictObject({
  id: localId,
  name: z.string().trim().min(1).max(200),
  /** An account of ours, when they have one. */
  personId: z.uuid().optional(),
  role: z.enum(['teacher', 'examiner', 'teacher-and-examiner']),
  qualification: z
    .strictObject({
      kind: z.enum(QUALIFICATIONS),
      /** `register`: it stands in a register; `credential`: it can be verified; `equivalence`: the institution decided. */
      evidence: z.enum(['register', 'credential', 'equivalence']),
      reference: z.string().trim().max(300),
      validFrom: day,
      /** Inclusive; absent: it does not expire. An equivalence always ends. */
      validUntil: day.optional(),
    })
    .optional(),
});

export const dossierSchema = z.strictObject({
  /** By the id of the outcome. */
  outcomes: z
    .record(
      localId,
      z.strictObject({
        verb: text(80),
        object: text(500),
        context: text(500),
        cognitive: z.enum(COGNITIVE_LEVELS).optional(),
        eqf: z.number().int().min(1).max(8).optional(),
        levelArgument: text(1500),
        /** It may not be made up for by another one. */
        essential: z.boolean().optional(),
      }),
    )
    .default({}),
  /** By the id of the assessment. */
  assessments: z
    .record(
      localId,
      z.strictObject({
        place: z.enum(['on-site', 'online', 'workplace']).optional(),
        mustPass: z.boolean().optional(),
        secondExaminer: z.boolean().optional(),
        resit: text(1000),
        /** Why nobody watches where nobody does. */
        unsupervisedJustification: text(1500),
      }),
    )
    .default({}),
  workload: z
    .strictObject({
      basis: text(1000),
      activities: z
        .array(
          z.strictObject({
            id: localId,
            label: textSchema(200),
            /** Code of the EU list `learning-activity`. */
            type: z.string().refine((code) => hasConcept('learningActivity', code), 'is not in the list'),
            hours: z.number().min(0).max(10_000).multipleOf(0.01),
            contact: z.boolean().default(false),
          }),
        )
        .max(60)
        .default([]),
    })
    .default({ activities: [] }),
  levelArgument: text(),
  /** Whom it is for, in the words of the policy pack: codes of its audiences. */
  audiences: z.array(z.string().max(40)).max(20).default([]),
  statements: z
    .partialRecord(z.enum(STATEMENTS), z.strictObject({ text: textSchema(4000), url: webAddress.optional() }))
    .default({}),
  team: z.array(teacherSchema).max(60).default([]),
  /** The days between which it is taught: qualifications must hold on both. */
  delivery: z.strictObject({ from: day, until: day }).optional(),
  /** The receiving body's word, when it counts towards something larger. */
  stacksInto: z
    .array(z.strictObject({ name: textSchema(300), body: textSchema(300), url: webAddress.optional() }))
    .max(10)
    .default([]),
});
export type Dossier = z.infer<typeof dossierSchema>;

export const emptyDossier: Dossier = dossierSchema.parse({});
