import type { Database } from '../../database/index.ts';
import { announce } from '../../platform/jobs/index.ts';
import { notFound } from '../../platform/problem.ts';
import { requireFreshProof } from '../accounts/index.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { findIssuer } from '../institutions/index.ts';
import type { KeysDeps } from './create-key.ts';
import { keepDidDocument } from './keep-did-document.ts';
import { keyAlreadyCompromised, keyCompromisedInFuture } from './keys.problems.ts';
import { listStoredKeys, lockKeys, markCompromised } from './keys.store.ts';
import { requireKeeper, takeOver } from './rotate-key.ts';
import { type CompromiseReason, stateOf } from './signing-key.ts';

export type CompromiseInput = {
  readonly institutionId: string;
  readonly kid: string;
  /** From when on others may have been able to sign with it. */
  readonly at: Date;
  readonly reason: CompromiseReason;
};

/**
 * The key signs nothing more, at once; the next one takes over. What it signed counts only where something else than
 * the file says that it was there before: here, in the list of what was signed (DECISIONS 23).
 *
 * Told again, it may turn out to have happened earlier, never later: a later instant would make a thief's work good.
 *
 * @throws Problem 403 without a fresh proof, 404 for a key that is not there, 422 for an instant that cannot be
 */
export async function compromiseKey(
  deps: KeysDeps & { readonly database: Database },
  actor: Actor,
  input: CompromiseInput,
): Promise<void> {
  const { institutionId, kid, reason } = input;
  const keeper = requireKeeper(actor, institutionId);
  if (keeper.kind !== 'system') requireFreshProof(deps, keeper);
  // Instants on the wire are whole seconds; a moment too early doubts a second's work, one too late believes a thief.
  const at = new Date(Math.floor(input.at.getTime() / 1000) * 1000);
  await deps.database.asWorker(institutionId, async (tx) => {
    const named = (await listStoredKeys(tx, { institutionId })).find((key) => key.kid === kid);
    const issuer = named && (await findIssuer(tx, { id: named.issuerId }));
    if (!named || !issuer) throw notFound();
    const { purpose } = named;
    const keys = await lockKeys(tx, issuer.id, purpose);
    const key = keys.find((one) => one.id === named.id);
    const now = deps.clock.now();
    if (!key) throw notFound();
    if (at > now) throw keyCompromisedInFuture();
    if (key.compromisedAt && key.compromisedAt <= at) throw keyAlreadyCompromised();
    const wasActive = stateOf(key) === 'active';
    const next = wasActive ? await takeOver(deps, tx, { issuer, purpose, keys, now }) : undefined;
    await markCompromised(tx, key.id, { compromisedAt: at, compromiseReason: reason });
    await keepDidDocument(deps, tx, issuer);
    await appendAuditEntry(tx, now, {
      ...{ actor: keeper, institutionId },
      action: 'key.compromised',
      subject: { kind: 'issuer', id: issuer.id },
      detail: { purpose, kid, reason, at: at.toISOString(), next: next?.kid ?? null },
    });
    await announce(tx, now, {
      institutionId,
      topic: 'key-compromised',
      payload: { issuerId: issuer.id, kid, purpose },
    });
  });
}
