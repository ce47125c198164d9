/**
 * Everything that the house holds about one person, room by room. A room that stores data of people has these three
 * functions at its door (DECISIONS 21); `person-data.test.ts` finds one that has not.
 */
import type { Tx } from '../database/index.ts';
import * as accounts from '../features/accounts/index.ts';
import * as audit from '../features/audit/index.ts';
import * as awards from '../features/awards/index.ts';
import * as credentials from '../features/credentials/index.ts';
import * as feedback from '../features/feedback/index.ts';
import * as institutions from '../features/institutions/index.ts';
import * as quality from '../features/quality/index.ts';
import * as terms from '../features/terms/index.ts';

type Door = {
  readonly exportPerson: (tx: Tx, personId: string) => Promise<Record<string, unknown>>;
  readonly erasePerson: (tx: Tx, personId: string, at: Date) => Promise<void>;
  readonly rebindPerson: (tx: Tx, from: string, to: string) => Promise<void>;
};

/** Down the ladder: what hangs on a thing goes before the thing, and the person goes last. */
export const DOORS = {
  feedback,
  credentials,
  awards,
  quality,
  terms,
  institutions,
  audit,
  accounts,
} satisfies Record<string, Door>;

export type PersonData = { readonly [Room in keyof typeof DOORS]: Record<string, unknown> };

/** All in one transaction, as the custodian of this person. */
export async function exportEverything(tx: Tx, personId: string): Promise<PersonData> {
  const data: Record<string, Record<string, unknown>> = {};
  for (const [room, door] of Object.entries(DOORS)) data[room] = await door.exportPerson(tx, personId);
  return data as PersonData; // one entry for each door
}

export async function eraseEverywhere(tx: Tx, personId: string, at: Date): Promise<void> {
  for (const door of Object.values(DOORS)) await door.erasePerson(tx, personId, at);
}

export async function rebindEverywhere(tx: Tx, from: string, to: string): Promise<void> {
  for (const door of Object.values(DOORS)) await door.rebindPerson(tx, from, to);
}
