/** Quality on the wire. */
import { z } from 'zod';
import { CHANGE_CLASSES } from './change-class.ts';
import { dossierSchema } from './dossier.schema.ts';
import { causeSchema } from './evidence.schema.ts';
import { PLAIN_ACTS } from './plain-acts.ts';
import { VERDICTS } from './verdict.ts';

const line = (max: number) => z.string().trim().max(max);
const text = z.record(z.string(), z.string());

export const dossierInputSchema = z.strictObject({
  /** The revision that the writer saw; 0: nothing was written yet. */
  revision: z.number().int().min(0),
  dossier: dossierSchema,
});

export const moveSchema = z.strictObject({ act: z.enum(PLAIN_ACTS), reason: line(4000).default('') });

const verdictSchema = z.strictObject({
  criterion: line(40),
  verdict: z.enum(VERDICTS),
  reason: line(2000).default(''),
});
const verdicts = z.array(verdictSchema).max(100).default([]);

export const opinionSchema = z.strictObject({
  step: z.enum(['expert', 'peer', 'owner']),
  outcome: z.enum(['forward', 'changes']),
  summary: line(4000).min(1),
  verdicts,
  peer: z.boolean().default(false),
});

export const voteSchema = z.strictObject({
  vote: z.enum(['for', 'against', 'abstain', 'recused']),
  reason: line(2000).default(''),
});

export const decisionSchema = z.strictObject({
  outcome: z.enum(['approved', 'approved-conditional', 'changes-requested', 'rejected']),
  summary: line(4000).min(1),
  verdicts,
  conditions: z
    .array(z.strictObject({ text: line(1000).min(1), owner: line(200).min(1), due: z.iso.date() }))
    .max(20)
    .default([]),
});

export const conditionMetSchema = z.strictObject({
  /** What shows that it is met. */
  shown: line(2000).min(1),
});

export const settlementSchema = z.strictObject({ upheld: z.boolean(), summary: line(4000).min(1) });

export const commentSchema = z.strictObject({
  pointer: z.string().regex(/^\/[^\s]{0,300}$/, 'is not a JSON Pointer'),
  criterion: line(40).optional(),
  text: line(2000).min(1),
});

export const findingSchema = z.object({
  criterion: z.string(),
  severity: z.enum(['must', 'should', 'advice']),
  pointer: z.string(),
  reason: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

const personSchema = z.object({ id: z.string(), name: z.string() });

const conditionSchema = z.object({
  text: z.string(),
  owner: z.string(),
  due: z.string(),
  metOn: z.string().optional(),
});

export const decisionViewSchema = z.object({
  outcome: z.enum(['approved', 'approved-conditional']),
  body: z.enum(['expert', 'committee']),
  pack: z.string(),
  url: z.string(),
  at: z.string(),
});

/** What anyone may know of the approval of a published version. */
export const shownApprovalSchema = z.object({
  approval: z
    .object({
      outcome: z.enum(['approved', 'approved-conditional']),
      body: z.enum(['expert', 'committee']),
      by: text,
      at: z.string(),
      pack: z.object({ ref: z.string(), name: text, url: z.string() }),
      /** The signed statement. */
      url: z.string(),
    })
    .nullable(),
  /** Published before there was a way to approve it. */
  unjudged: z.boolean(),
  state: z.string().nullable(),
  reviewDue: z.string().nullable(),
});
export type ShownApproval = z.infer<typeof shownApprovalSchema>;

export const qualitySchema = z.object({
  state: z.string(),
  round: z.number(),
  /** Which version it becomes. */
  cycle: z.number(),
  since: z.string(),
  target: z.string().nullable(),
  reviewDue: z.string().nullable(),
  stopsOn: z.string().nullable(),
  pack: z.object({
    ref: z.string(),
    name: text,
    gates: z.array(
      z.object({
        step: z.string(),
        days: z.number(),
        optional: z.boolean(),
        quorum: z.number().optional(),
        rule: z.string().optional(),
      }),
    ),
    criteria: z.array(
      z.object({
        id: z.string(),
        text,
        help: text.optional(),
        severity: z.enum(['must', 'should', 'advice']),
        kind: z.enum(['auto', 'human', 'hybrid']),
        guide: z.string().optional(),
      }),
    ),
    audiences: z.array(z.object({ code: z.string(), name: text })),
  }),
  /** The gates that this version passes: without those that its expert passed over, or a smaller change skips. */
  route: z.array(z.string()),
  /** Where the institution's Guide stands, and what it has sections about; null: there is none. */
  guide: z.object({ address: z.string(), sections: z.array(z.string()) }).nullable(),
  dossier: z.unknown(),
  dossierRevision: z.number(),
  findings: z.array(findingSchema),
  similar: z.array(z.object({ title: z.string(), likeness: z.number(), url: z.string() })),
  makers: z.array(personSchema),
  expert: personSchema.nullable(),
  /** Whether the draft still says what was handed in. */
  changedSince: z.boolean(),
  events: z.array(
    z.object({
      act: z.string(),
      from: z.string(),
      to: z.string(),
      round: z.number(),
      at: z.string(),
      by: personSchema.nullable(),
      /** Of a review that was called: why. */
      causes: z.array(causeSchema),
      /** Of a renewal: the digest of what it rests on. */
      evidence: z.string().nullable(),
    }),
  ),
  opinions: z.array(
    z.object({
      step: z.string(),
      round: z.number(),
      outcome: z.string(),
      summary: z.string(),
      verdicts: z.array(z.object({ criterion: z.string(), verdict: z.string(), reason: z.string() })),
      at: z.string(),
      by: personSchema,
    }),
  ),
  votes: z.array(z.object({ by: personSchema, vote: z.string(), reason: z.string(), at: z.string() })),
  comments: z.array(
    z.object({
      id: z.string(),
      pointer: z.string(),
      criterion: z.string().nullable(),
      text: z.string(),
      at: z.string(),
      by: personSchema,
      resolved: z.boolean(),
    }),
  ),
  decision: decisionViewSchema.nullable(),
  /** What the approval that stands asks for; of the version that is offered, too, while another is under way. */
  conditions: z.array(conditionSchema),
  /** What the draft changes of the version that is offered, and which way that must go. */
  change: z
    .object({
      class: z.enum(CHANGE_CLASSES),
      fields: z.array(z.object({ pointer: z.string(), class: z.enum(CHANGE_CLASSES) })),
    })
    .nullable(),
  /** Of the version that is offered now, when another is under way. */
  offered: z
    .object({
      version: z.number(),
      state: z.string(),
      reviewDue: z.string().nullable(),
      stopsOn: z.string().nullable(),
    })
    .nullable(),
  /** What the one who asks may do now. */
  may: z.array(z.string()),
});
export type QualityView = z.infer<typeof qualitySchema>;

export const boardSchema = z.object({
  items: z.array(
    z.object({
      design: z.string(),
      title: text,
      kind: z.string(),
      unit: text.nullable(),
      unitSlug: z.string().nullable(),
      cycle: z.number(),
      state: z.string(),
      since: z.string(),
      days: z.number(),
      target: z.string().nullable(),
      late: z.boolean(),
      reviewDue: z.string().nullable(),
      makers: z.array(personSchema),
      expert: personSchema.nullable(),
      pack: z.string(),
      /** Why its review was called, while it is due or runs. */
      causes: z.array(causeSchema),
    }),
  ),
});

/** Versions and reviews of a published design, newest first, as anyone reads them. */
export const publicChangesSchema = z.object({
  changes: z.array(
    z.object({
      kind: z.enum(['version', 'review']),
      on: z.string(),
      version: z.number(),
      /** Of a version after the first. */
      class: z.enum(CHANGE_CLASSES).nullable(),
      /** Which members of the content changed. */
      parts: z.array(z.string()),
      /** As the review set it. */
      nextReview: z.string().nullable(),
    }),
  ),
  nextReview: z.string().nullable(),
});
export type PublicChanges = z.infer<typeof publicChangesSchema>;

export const meetingInputSchema = z.strictObject({ day: z.iso.date(), place: line(200).min(1) });
export const agendaInputSchema = z.strictObject({ design: z.string().max(40) });
export const openingSchema = z.strictObject({ present: z.array(z.uuid()).max(60) });
export const closingSchema = z.strictObject({ minutes: line(20_000).default('') });

const meetingItemSchema = z.object({
  id: z.string(),
  day: z.string(),
  place: z.string(),
  state: z.enum(['planned', 'open', 'closed']),
  items: z.number(),
});
export const meetingsSchema = z.object({
  meetings: z.array(meetingItemSchema),
  /** What waits for the committee and stands on no agenda. */
  waiting: z.array(z.object({ design: z.string(), title: text, since: z.string() })),
});

export const meetingSchema = meetingItemSchema.extend({
  minutes: z.string(),
  present: z.array(personSchema),
  /** Who may vote, with the seat they hold. */
  members: z.array(z.object({ id: z.string(), name: z.string(), seat: z.string() })),
  agenda: z.array(
    z.object({
      design: z.string(),
      title: text,
      kind: z.string(),
      state: z.string(),
      round: z.number(),
      pack: z.string(),
      /** How many must vote who have not recused themselves, and how it is carried. */
      quorum: z.number(),
      rule: z.enum(['majority', 'consensus']),
      makers: z.array(personSchema),
      advice: z.array(
        z.object({ step: z.string(), by: personSchema, outcome: z.string(), summary: z.string() }),
      ),
      votes: z.array(z.object({ by: personSchema, vote: z.string(), reason: z.string() })),
      decision: z
        .object({
          outcome: z.string(),
          summary: z.string(),
          at: z.string(),
          by: personSchema,
          /** Whatever was not simply met. */
          reasons: z.array(z.object({ criterion: z.string(), verdict: z.string(), reason: z.string() })),
          conditions: z.array(conditionSchema),
        })
        .nullable(),
    }),
  ),
});
export type MeetingView = z.infer<typeof meetingSchema>;
export type BoardView = z.infer<typeof boardSchema>;
