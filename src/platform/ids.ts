/** Internal identifiers: a kind and a UUIDv7, never in a URL that strangers see (DECISIONS 5). */
import { uuidv7 } from 'uuidv7';

/** `award_0199…`: two kinds cannot be mistaken for each other, neither by the compiler nor in a log line. */
export type Id<Kind extends string> = `${Kind}_${string}`;

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export function createId<const Kind extends string>(kind: Kind): Id<Kind> {
  return `${kind}_${uuidv7()}`;
}

export function isId<const Kind extends string>(kind: Kind, text: string): text is Id<Kind> {
  return text.startsWith(`${kind}_`) && UUID_V7.test(text.slice(kind.length + 1));
}

/** Ascending in time: what a table keys on when it needs no kind. */
export function createUuid(): string {
  return uuidv7();
}
