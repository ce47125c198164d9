/** Feedback on the wire. Browser-safe. */
import { z } from 'zod';

/** `claim` and `later`: of whoever earned it; `employer`: of whoever read a credential; `peer`: of a colleague. */
export const KINDS = ['claim', 'later', 'employer', 'peer'] as const;
export type Kind = (typeof KINDS)[number];
export const MOMENTS = ['claim', 'later'] as const satisfies readonly Kind[];
export type Moment = (typeof MOMENTS)[number];

export const COMPLAINT_KINDS = ['content', 'assessment', 'organisation', 'information', 'other'] as const;

/** What is asked, in this order: the highest answer to each; the lowest is 1. */
export const SCALES = {
  /** Of each learning outcome: "I can do this now", "I use it at work". */
  outcome: { can: 4, use: 3 },
  learner: { workload: 3, recommend: 3 },
  employer: { useful: 3, recognisable: 3, again: 3 },
  /** A rubric: not yet, nearly, sound, an example to others. */
  peer: { outcomes: 4, assessment: 4, level: 4, load: 4 },
} as const;

const MAX_ANSWERS = 100;
const words = (max: number) => z.string().trim().max(max);
const text = z.record(z.string(), z.string());
const day = z.iso.date();

/** By question; which ones there are and how far each goes is for `questions.ts` to say. */
const answersSchema = z
  .record(z.string().max(40), z.number().int().min(1).max(4))
  .refine((answers) => Object.keys(answers).length <= MAX_ANSWERS, 'has too many answers');
export type Answers = z.infer<typeof answersSchema>;

export const givingSchema = z.strictObject({ answers: answersSchema, text: words(2000).default('') });

export const remarkSchema = givingSchema.extend({
  organisation: words(200).default(''),
  /** A field that people do not see: what fills it in is a program, and is thanked like anyone. */
  website: words(500).default(''),
});

export const figureSchema = z.object({
  question: z.string(),
  /** Of a whole number of fives. */
  n: z.number(),
  /** How many gave each answer, the lowest first. */
  counts: z.array(z.number()),
});
export type Figure = z.infer<typeof figureSchema>;

export const figuresSchema = z.object({
  kind: z.enum(KINDS),
  n: z.number(),
  figures: z.array(figureSchema),
  countedOn: z.string(),
});
export type FiguresView = z.infer<typeof figuresSchema>;

const outcomeSchema = z.object({ id: z.string(), text });

/** What a holder is asked, and what they said. */
export const ownFeedbackSchema = z.object({
  award: z.string(),
  title: text,
  issuer: text,
  design: z.object({ id: z.string(), version: z.number() }),
  outcomes: z.array(outcomeSchema),
  /** What they are asked today; null: it can be read and withdrawn only. */
  moment: z.enum(MOMENTS),
  laterFrom: z.string(),
  given: z.array(
    z.object({
      moment: z.enum(MOMENTS),
      answers: answersSchema,
      text: z.string(),
      givenOn: z.string(),
      /** The last day on which it can be changed. */
      changeUntil: z.string(),
      mayChange: z.boolean(),
    }),
  ),
});
export type OwnFeedback = z.infer<typeof ownFeedbackSchema>;

export const replyInputSchema = z.strictObject({
  said: z.strictObject({ en: words(1000).default(''), nl: words(1000).default('') }),
  did: z.strictObject({ en: words(1000).default(''), nl: words(1000).default('') }),
});

export const replySchema = z.object({ id: z.string(), said: text, did: text, on: z.string() });
export type ReplyView = z.infer<typeof replySchema>;

export const complaintInputSchema = z.strictObject({
  kind: z.enum(COMPLAINT_KINDS),
  receivedOn: day,
  note: words(2000).default(''),
});

export const complaintSchema = z.object({
  id: z.string(),
  kind: z.enum(COMPLAINT_KINDS),
  receivedOn: z.string(),
  note: z.string(),
});

/** What a holder was not asked in vain: awards whose moment came lately and that were not spoken of. */
export const askedSchema = z.object({ asked: z.array(z.object({ award: z.string(), title: text })) });

/** What anyone reads of a version. */
export const shownFeedbackSchema = z.object({
  outcomes: z.array(outcomeSchema),
  groups: z.array(figuresSchema),
  replies: z.array(replySchema),
});
export type ShownFeedback = z.infer<typeof shownFeedbackSchema>;

/** What staff read at a design, of the version that is offered. */
export const designFeedbackSchema = shownFeedbackSchema.extend({
  version: z.number().nullable(),
  /** Null: not for the one who asks. */
  texts: z.array(z.object({ kind: z.enum(KINDS), text: z.string() })).nullable(),
  complaints: z.array(complaintSchema),
  /** What a colleague said of it: their own reading, to be changed. */
  ownReading: z.object({ answers: answersSchema, text: z.string() }).nullable(),
  may: z.array(z.enum(['reply', 'complain', 'read'])),
});
export type DesignFeedback = z.infer<typeof designFeedbackSchema>;
