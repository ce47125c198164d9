/** A schema's verdict in the words of the contract. */
import type { z } from 'zod';
import type { Conformance, JsonObject } from './format.ts';

const MAX_FAULTS = 20;

export function conform(schema: z.ZodType, document: JsonObject): Conformance {
  const parsed = schema.safeParse(document);
  if (parsed.success) return { conforms: true };
  const faults = parsed.error.issues.slice(0, MAX_FAULTS);
  return {
    conforms: false,
    faults: faults.map((issue) => ({
      path: issue.path.map((part) => `/${String(part)}`).join(''),
      message: issue.message,
    })),
  };
}
