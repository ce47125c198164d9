/** The units of one's own institution, on the wire. Browser-safe. */
import { z } from 'zod';

const line = (max: number) => z.string().trim().min(1).max(max);
const text = (max: number) => z.record(z.string().regex(/^[a-z]{2,3}$/), line(max));
const someText = (max: number) => text(max).refine((value) => Object.keys(value).length > 0, 'is empty');
const web = z.url({ protocol: /^https?$/ }).max(500);

const onBehalfOf = z.object({ name: someText(200), url: web.optional() }).nullable();
const sort = z.enum(['hbo', 'mbo']).nullable();
const visibility = z.enum(['public', 'test']);

export const newUnitSchema = z.object({
  name: someText(200),
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(60)
    .optional(),
  /** Id of the unit above it. */
  parent: z.uuid().nullable().default(null),
  sort: sort.default(null),
  visibility: visibility.default('public'),
  onBehalfOf: onBehalfOf.default(null),
  issuing: z.boolean().default(true),
});

export const changeUnitSchema = z.object({
  name: someText(200),
  description: text(2000),
  website: web.nullable(),
  linkedinId: z
    .string()
    .regex(/^\d{1,20}$/, 'is the number of the page on LinkedIn')
    .nullable(),
  sort,
  visibility,
  onBehalfOf,
});

const shownText = z.record(z.string(), z.string());

export const unitSchema = z.object({
  id: z.string(),
  parent: z.string().nullable(),
  slug: z.string(),
  name: shownText,
  description: shownText,
  website: z.string().nullable(),
  linkedinId: z.string().nullable(),
  sort,
  visibility,
  /** Itself, or something above it. */
  test: z.boolean(),
  onBehalfOf: z
    .object({ name: shownText, url: z.string().nullable(), logo: z.string().nullable() })
    .nullable(),
  /** Its own; what stands above it is shown in its stead. */
  logo: z.string().nullable(),
  issuer: z.object({ id: z.string(), name: shownText, did: z.string() }).nullable(),
  archivedAt: z.string().nullable(),
  /** What the reader may do: with the unit itself, and with what is below it. */
  mayManage: z.boolean(),
  /** Move, archive, restore, delete. */
  mayPlace: z.boolean(),
});

export const unitsSchema = z.object({
  institution: z.object({ name: shownText, kind: z.string() }),
  mayAddAtTop: z.boolean(),
  units: z.array(unitSchema),
});

export type UnitView = z.output<typeof unitSchema>;
