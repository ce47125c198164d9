import type { z } from 'zod';

/** What is put together from members. */
const MADE_OF_MEMBERS: ReadonlySet<string> = new Set(['object', 'record', 'array', 'map', 'tuple']);
/** Faults of what is there that leave it what it is. */
const OF_THE_RIGHT_KIND: ReadonlySet<string> = new Set([
  'unrecognized_keys',
  'too_small',
  'too_big',
  'custom',
  'invalid_key',
  'invalid_element',
]);

/**
 * Whether words stand where words belong, and members where members do. What a person typed wrongly is of the right kind
 * all the same and is shown to them again; a form that is not ours may put anything anywhere, and a page that showed that
 * would break.
 */
export function hasShape(schema: z.ZodType, value: unknown): boolean {
  const { error } = schema.safeParse(value);
  return !error?.issues.some((issue) => isMisplaced(issue, memberAt(value, issue.path)));
}

function isMisplaced(issue: z.core.$ZodIssue, found: unknown): boolean {
  if (typeof found === 'object' && found !== null) return !OF_THE_RIGHT_KIND.has(issue.code);
  return found !== undefined && issue.code === 'invalid_type' && MADE_OF_MEMBERS.has(String(issue.expected));
}

function memberAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (found, name) =>
      typeof found === 'object' && found !== null ? (found as Record<PropertyKey, unknown>)[name] : undefined,
    value,
  );
}
