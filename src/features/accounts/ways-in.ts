/** By what a person can come in, and what would be left when one of them goes. */
import type { Tx } from '../../database/index.ts';
import { lastWayIn } from './accounts.problems.ts';
import { listIdentities } from './accounts.store.ts';
import { EMAIL_ISSUER } from './identity.ts';
import { listPasskeys } from './passkeys.store.ts';
import type { ListProviders } from './provider.ts';

/** Asked before a transaction: one that waits for a second connection could wait for itself. */
export async function listKnownIssuers(deps: {
  readonly listProviders: ListProviders;
}): Promise<Set<string>> {
  const providers = await deps.listProviders();
  return new Set([EMAIL_ISSUER, ...providers.map(({ settings }) => settings.issuer)]);
}

/**
 * An identity of a provider that is gone opens nothing, so it does not count.
 *
 * @throws Problem 409 when nothing would be left
 */
export async function requireAnotherWayIn(
  tx: Tx,
  personId: string,
  issuers: ReadonlySet<string>,
  without: (way: { readonly id: string; readonly issuer?: string; readonly subject?: string }) => boolean,
): Promise<void> {
  const identities = (await listIdentities(tx, personId)).filter(({ issuer }) => issuers.has(issuer));
  const ways = [...identities, ...(await listPasskeys(tx, personId))];
  if (ways.every(without)) throw lastWayIn();
}

/** Ways that end with a job or a study are those of institutions. */
export async function listStayingIssuers(deps: {
  readonly listProviders: ListProviders;
}): Promise<Set<string>> {
  const learners = (await deps.listProviders()).filter(({ institutionId }) => institutionId === null);
  return new Set([EMAIL_ISSUER, ...learners.map(({ settings }) => settings.issuer)]);
}
