import type { Database } from '../../database/index.ts';
import { findPerson, listIdentities } from './accounts.store.ts';
import { listVouchingIssuers } from './change-person.ts';
import type { ListProviders } from './provider.ts';

export type ClaimantName = { readonly name: string; readonly source: 'institution' | 'holder' };

/**
 * What a person is called, and who vouches for it: an institution, when its own provider says this very name;
 * otherwise the person. A learner's provider hands on what its holder typed, so it vouches for nothing.
 */
export async function findClaimantName(
  deps: { readonly database: Database; readonly listProviders: ListProviders },
  personId: string,
): Promise<ClaimantName | undefined> {
  // Asked before: a transaction that waits for a second connection could wait for itself.
  const vouching = await listVouchingIssuers(deps);
  return await deps.database.asPerson(personId, async (tx) => {
    const person = await findPerson(tx, personId);
    if (!person) return undefined;
    const identities = await listIdentities(tx, personId);
    const isVouched = identities.some(
      ({ issuer, name }) => vouching.includes(issuer) && name === person.name,
    );
    return { name: person.name, source: isVouched ? 'institution' : 'holder' };
  });
}
