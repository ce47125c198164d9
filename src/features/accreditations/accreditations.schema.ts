/** External quality assurance on the wire. Browser-safe. */
import { z } from 'zod';
import { hasConcept } from '../../formats/vocabularies.ts';

const line = (max: number) => z.string().trim().min(1).max(max);
const day = z.iso.date();
const text = z
  .record(z.string().regex(/^[a-z]{2,3}$/), line(300))
  .refine((value) => Object.keys(value).length > 0, 'is empty')
  .refine((value) => Object.keys(value).length <= 24, 'has too many languages');
const concept = (list: 'accreditation' | 'iscedF') =>
  z
    .string()
    .max(20)
    .refine((code) => hasConcept(list, code), `is not in the list "${list}"`);

export const accreditationInputSchema = z
  .strictObject({
    type: concept('accreditation'),
    title: text,
    agency: line(200),
    register: line(100),
    number: line(100).nullable(),
    /** The report, or its page in the register. */
    url: z.url({ protocol: /^https?$/ }).max(2_000),
    decision: z.enum(['positive', 'conditional']),
    validFrom: day,
    validUntil: day.nullable(),
    /** Slug; with all units below it. */
    unit: z.string().max(80).nullable(),
    eqf: z.array(z.number().int().min(1).max(8)).max(8),
    fields: z.array(concept('iscedF')).max(40),
    /** The decision that this one follows upon. */
    renews: z.uuid().nullable(),
  })
  .refine(({ validFrom, validUntil }) => validUntil === null || validFrom <= validUntil, {
    path: ['validUntil'],
    message: 'is before the first day',
  });
export type AccreditationInput = z.output<typeof accreditationInputSchema>;

export const withdrawalSchema = z.strictObject({ on: day });

const shownText = z.record(z.string(), z.string());

/** `ending`: in force, and the end is near. */
export const STANDINGS = ['in-force', 'ending', 'expired', 'not-yet', 'withdrawn', 'renewed'] as const;

export const accreditationSchema = z.object({
  id: z.string(),
  publicId: z.string(),
  type: z.string(),
  title: shownText,
  agency: z.string(),
  register: z.string(),
  number: z.string().nullable(),
  url: z.string(),
  decision: z.enum(['positive', 'conditional']),
  validFrom: z.string(),
  validUntil: z.string().nullable(),
  unit: z.object({ slug: z.string(), name: shownText }).nullable(),
  eqf: z.array(z.number()),
  fields: z.array(z.string()),
  /** Id of the decision before, and of the one after. */
  renews: z.string().nullable(),
  renewedBy: z.string().nullable(),
  withdrawnOn: z.string().nullable(),
  standing: z.enum(STANDINGS),
});
export type AccreditationView = z.output<typeof accreditationSchema>;

/** What a register of the operator says of the institution's own number. */
export const candidateSchema = z.object({
  id: z.string(),
  register: z.string(),
  registerUrl: z.string().nullable(),
  name: z.string(),
  identifier: z.string().nullable(),
  validFrom: z.string().nullable(),
  validUntil: z.string().nullable(),
  scope: z.string().nullable(),
});
export type Candidate = z.output<typeof candidateSchema>;

export const accreditationsSchema = z.object({
  accreditations: z.array(accreditationSchema),
  candidates: z.array(candidateSchema),
});

export const accreditationDetailSchema = accreditationSchema.extend({
  history: z.array(
    z.object({
      revision: z.number(),
      act: z.enum(['recorded', 'changed', 'withdrawn']),
      at: z.string(),
      validFrom: z.string(),
      validUntil: z.string().nullable(),
      agency: z.string(),
      register: z.string(),
      number: z.string().nullable(),
    }),
  ),
});

/** What anyone may see: expired ones too. */
export const shownAccreditationSchema = accreditationSchema.omit({ id: true, renews: true });
export const shownAccreditationsSchema = z.object({
  today: z.string(),
  accreditations: z.array(shownAccreditationSchema),
});
export type ShownAccreditation = z.output<typeof shownAccreditationSchema>;
