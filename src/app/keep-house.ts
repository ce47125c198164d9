/**
 * Once a day: what is kept no longer goes, so do programs that nobody answers for, and keys follow their calendar. Run
 * twice it does nothing twice.
 */
import { removeExpiredAccess } from '../features/accounts/index.ts';
import { forgetOldLists } from '../features/awards/index.ts';
import {
  listInstitutions,
  removeExpiredInvitations,
  removeExpiredTokens,
  withdrawUnansweredClients,
} from '../features/institutions/index.ts';
import { keepKeys } from '../features/keys/index.ts';
import type { Deps } from './deps.ts';
import { keptSince } from './retention.ts';

export async function keepHouse(
  deps: Pick<Deps, 'database' | 'clock' | 'keyStores' | 'keyPolicy'>,
): Promise<void> {
  const now = deps.clock.now();
  await removeExpiredAccess(deps, { now, codesBefore: keptSince('codes', now) });
  await removeExpiredTokens(deps, { now });
  for (const { id: institutionId } of await deps.database.asPublic(listInstitutions)) {
    await withdrawUnansweredClients(deps, { institutionId });
    await removeExpiredInvitations(deps, { institutionId, before: keptSince('invitations', now) });
    await forgetOldLists(deps, { institutionId, before: keptSince('references', now) });
  }
  await keepKeys(deps);
}
