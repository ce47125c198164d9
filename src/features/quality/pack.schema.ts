/**
 * Policy packs: the rules of a framework as data. A change of rules is a new version of a pack, never code. `check`
 * names a pure function of `checks/`; everything it compares with stands here.
 */
import { z } from 'zod';
import { textSchema } from '../../formats/text-schema.ts';
import { STATEMENTS } from './dossier.schema.ts';

const day = z.iso.date();
const code = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/);
/** A section of the Guide. */
export const guideCodeSchema = code;
export const DESIGN_KINDS = ['microcredential', 'proof-of-competence', 'edubadge'] as const;
export const STEPS = ['expert', 'peer', 'owner', 'committee'] as const;

export const CHECKS = [
  'element',
  'languages',
  'size',
  'hours-per-credit',
  'outcome-count',
  'outcome-verb',
  'outcome-path',
  'level-argued',
  'level-assessed',
  'outcomes-assessed',
  'assessments-linked',
  'assessment-fits-place',
  'weights',
  'essential-passed',
  'supervision-declared',
  'unsupervised-justified',
  'second-examiner',
  'workload-sums',
  'workload-basis',
  'staff-qualified',
  'title-words',
  'stacking-agreed',
  'statement',
  'complaints-route',
  'audience',
  'difference',
] as const;

/** The mandatory elements of the European approach that the designer or the institution brings. */
export const ELEMENTS = [
  'title',
  'country',
  'learning-outcomes',
  'workload',
  'level',
  'assessment',
  'participation',
  'quality-assurance',
] as const;

const severitySchema = z.enum(['must', 'should', 'advice']);
const criterionId = z
  .string()
  .max(30)
  .regex(/^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$/);

export const criterionSchema = z.strictObject({
  /** As people cite it: `NLQ-C7`, `LO-1`. Unique in a pack; one that a pack repeats replaces what it extends. */
  id: criterionId,
  text: textSchema(1000),
  /** How to meet it. */
  help: textSchema(2000).optional(),
  severity: severitySchema,
  /** `auto`: a check decides; `human`: someone weighs it; `hybrid`: the check finds what is missing, someone weighs the rest. */
  kind: z.enum(['auto', 'human', 'hybrid']),
  check: z
    .strictObject({
      name: z.enum(CHECKS),
      /** For `element`: which of the European elements. */
      element: z.enum(ELEMENTS).optional(),
      /** For `statement` and `audience`: which ones must be there. */
      statements: z.array(z.enum(STATEMENTS)).max(STATEMENTS.length).optional(),
      /** For `outcome-count`: how few; for `difference`: from which likeness on (0 to 1). */
      min: z.number().min(0).max(1000).optional(),
      /** For `outcome-count`: how many; for `hours-per-credit` and `workload-sums`: the share they may differ. */
      max: z.number().min(0).max(1000).optional(),
      /** For `title-words`, `outcome-verb`, `outcome-path`: words beside those of the tables, by language. */
      words: z.record(z.string(), z.array(z.string().max(60)).max(300)).optional(),
      /** For `staff-qualified`: which qualifications count. */
      qualifications: z.array(z.string().max(20)).max(10).optional(),
    })
    .optional(),
  /** For loads below this many ECTS credits it is a must. */
  mustBelowEcts: z.number().positive().max(1000).optional(),
  /** Section of the Guide that explains it. */
  guide: guideCodeSchema.optional(),
  /** Clauses elsewhere: `ESG 1.2`, `EU Annex II 4`. */
  mapsTo: z.array(z.string().max(100)).max(20).default([]),
});

export const sizeSchema = z.strictObject({
  institutionKinds: z.array(z.string().max(20)).max(10).optional(),
  unit: z.enum(['ects', 'hours']),
  min: z.number().min(0).max(100_000).optional(),
  max: z.number().min(0).max(100_000).optional(),
  from: day.optional(),
  until: day.optional(),
});

export const gateSchema = z.strictObject({
  step: z.enum(STEPS),
  /** Whoever decides the step before may pass it over. */
  optional: z.boolean().optional(),
  /** Days within which it is done. */
  days: z.number().int().min(1).max(365),
  quorum: z.number().int().min(2).max(30).optional(),
  rule: z.enum(['majority', 'consensus']).optional(),
  /** Published while conditions are open? */
  conditional: z.boolean().optional(),
});

export const packSchema = z.strictObject({
  id: code,
  version: z
    .string()
    .max(20)
    .regex(/^\d{4}(-\d{2})?(\.\d+)?$|^\d+$/),
  name: textSchema(200),
  summary: textSchema(1000),
  jurisdiction: z.string().max(10),
  /** Kinds of institutions that may choose it; empty: all. */
  institutionKinds: z.array(z.string().max(20)).max(10).default([]),
  designKinds: z.array(z.enum(DESIGN_KINDS)).min(1).max(DESIGN_KINDS.length),
  /** In force on these days, both inclusive. */
  validFrom: day,
  validUntil: day.optional(),
  /** `eu-minimum@2022`, or `eu-minimum` for the version in force: its criteria hold too, unless repeated here. */
  extends: z.array(z.string().max(100)).max(5).default([]),
  /** How heavily criteria of the packs that it extends weigh here. */
  severities: z
    .record(criterionId, severitySchema)
    .refine((one) => Object.keys(one).length <= 200, 'has too many members')
    .default({}),
  sources: z
    .array(
      z.strictObject({
        title: z.string().max(300),
        url: z.string().max(500).optional(),
        clause: z.string().max(200).optional(),
      }),
    )
    .max(20),
  limits: z.strictObject({
    /** Each that fits the institution and the day counts; one must hold the load. None: any load will do. */
    sizes: z.array(sizeSchema).max(10).default([]),
    hoursPerEcts: z.number().positive().max(100).default(28),
    /** Whom it may be awarded to. Empty: anyone. */
    audiences: z
      .array(
        z.strictObject({
          code,
          name: textSchema(200),
          /** Values of eduPersonAffiliation that show it without being asked. */
          affiliations: z.array(z.string().max(40)).max(10).default([]),
        }),
      )
      .max(20)
      .default([]),
  }),
  criteria: z.array(criterionSchema).max(100),
  /** In this order; none: the maker publishes once no must is open. The last one decides. */
  gates: z.array(gateSchema).max(4),
  review: z.strictObject({
    firstMonths: z.number().int().min(1).max(120),
    months: z.number().int().min(1).max(120),
    /** Days before the due day on which it is announced. */
    warnDays: z.number().int().min(0).max(365),
    /** Days after the due day on which awarding stops. */
    graceDays: z.number().int().min(0).max(365),
    /** What calls a review before its day. What is not here calls none. */
    triggers: z
      .strictObject({
        /** So many complaints within so many months, since the last review. */
        complaints: z
          .strictObject({
            count: z.number().int().min(1).max(1000),
            months: z.number().int().min(1).max(120),
          })
          .optional(),
        /** The share of answers that are low, in a group of five or more. */
        feedback: z.strictObject({ lowShare: z.number().gt(0).max(1) }).optional(),
        /** A qualification of the team ends before the delivery does. */
        staff: z.boolean().optional(),
        /** Another version of these rules, or of what they extend, came into force. */
        rules: z.boolean().optional(),
      })
      .optional(),
  }),
  appeal: z.strictObject({ days: z.number().int().min(1).max(365), body: textSchema(200) }).optional(),
});
export type PolicyPack = z.infer<typeof packSchema>;
export type DesignKind = (typeof DESIGN_KINDS)[number];
export type Criterion = z.infer<typeof criterionSchema>;
export type CheckName = (typeof CHECKS)[number];
