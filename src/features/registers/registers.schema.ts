/** Registers of issuers on the wire. Browser-safe. */
import { z } from 'zod';
import { countries } from '../../formats/countries.ts';

const line = z.string().trim().min(1).max(300);
const day = z.iso.date();

export const openRegisterSchema = z.object({
  name: line,
  /** Where the list is published; told to whoever verifies. */
  sourceUrl: z
    .url({ protocol: /^https$/ })
    .max(2_000)
    .nullable(),
});

/** Code units of a register file: the largest public list is some three million. */
export const MAX_FILE = 8_000_000;

export const importSchema = z.object({
  /** Comma-separated values with a heading; semicolons and tabs are understood too. */
  file: z.string().max(MAX_FILE),
});
export const importedSchema = z.object({
  entries: z.number(),
  faults: z.array(
    z.object({
      line: z.number(),
      fault: z.enum(['no-name', 'no-way-to-recognise', 'malformed-day', 'days-reversed']),
    }),
  ),
});

export const enterIssuerSchema = z
  .object({
    name: line,
    country: z.enum(countries as [string, ...string[]]).nullable(),
    issuerId: line.regex(
      /^(did:[a-z0-9]+:\S+|https:\/\/\S+)$/,
      'is a DID, or an address that begins with https://',
    ),
    identifier: line.nullable(),
    accreditedFrom: day.nullable(),
    accreditedUntil: day.nullable(),
    scope: line.nullable(),
  })
  .refine(
    ({ accreditedFrom, accreditedUntil }) =>
      accreditedFrom === null || accreditedUntil === null || accreditedFrom <= accreditedUntil,
    { path: ['accreditedUntil'], message: 'is before the first day' },
  );

export const registerSchema = z.object({
  id: z.string(),
  name: z.string(),
  sourceUrl: z.string().nullable(),
  importedAt: z.string().nullable(),
  entries: z.number(),
});
export const registersSchema = z.object({ registers: z.array(registerSchema) });

export const entrySchema = z.object({
  id: z.string(),
  name: z.string(),
  country: z.string().nullable(),
  issuerId: z.string().nullable(),
  host: z.string().nullable(),
  identifier: z.string().nullable(),
  accreditedFrom: z.string().nullable(),
  accreditedUntil: z.string().nullable(),
  scope: z.string().nullable(),
});
export const registerDetailSchema = registerSchema.extend({ found: z.array(entrySchema) });

export type RegisterView = z.output<typeof registerSchema>;
export type EntryView = z.output<typeof entrySchema>;
