import type { Tx } from '../../database/index.ts';
import { findPerson, listAddresses } from './accounts.store.ts';

/** How to address a person in a letter or a file of theirs. */
export type Reader = {
  readonly name: string;
  readonly language: 'en' | 'nl';
  readonly addresses: readonly string[];
};

export async function readReader(tx: Tx, personId: string): Promise<Reader | undefined> {
  const person = await findPerson(tx, personId);
  if (!person) return undefined;
  return { name: person.name, language: person.language, addresses: await listAddresses(tx, personId) };
}
