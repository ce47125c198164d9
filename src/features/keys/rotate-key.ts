import type { Database, Tx } from '../../database/index.ts';
import { notFound } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { requirePermission } from '../institutions/index.ts';
import { createKey, type KeyOwner, type KeysDeps } from './create-key.ts';
import { keepDidDocument } from './keep-did-document.ts';
import { activateKey, lockKeys, type OpenableKey, retireKey } from './keys.store.ts';
import { type KeyPurpose, ripeAt, stateOf } from './signing-key.ts';

export type RotateDeps = KeysDeps & { readonly database: Database };

export type RotateInput = {
  readonly issuer: KeyOwner;
  readonly purpose: KeyPurpose;
  /**
   * `announced`: the next key is published first, and signs once those who keep the DID document for a while know it.
   * `at-once`: it signs now, and such a reader may not find it for that long.
   */
  readonly when: 'announced' | 'at-once';
};

export type Rotation =
  | { readonly state: 'active'; readonly kid: string }
  | { readonly state: 'pre-published'; readonly kid: string; readonly from: Date };

/** Somebody who may change the keys of an institution; the software itself is asked for nothing. */
export type KeyKeeper = Exclude<Actor, { kind: 'anonymous' }>;

/** A new key signs, now or soon; the old one stays in the DID document and signs nothing more. */
export async function rotateKey(deps: RotateDeps, actor: Actor, input: RotateInput): Promise<Rotation> {
  const keeper = requireKeeper(actor, input.issuer.institutionId);
  return await deps.database.asWorker(input.issuer.institutionId, (tx) => moveOn(deps, tx, keeper, input));
}

/** @throws Problem 401, 403, 404 for whoever may not manage that institution */
export function requireKeeper(actor: Actor, institutionId: string): KeyKeeper {
  if (actor.kind === 'system') return actor;
  const staff = requirePermission(actor, 'institution.manage', 'institution');
  if (staff.institutionId !== institutionId) throw notFound();
  return staff;
}

/** One step of a key's life: the next key is published, or takes over. In a transaction of the worker. */
export async function moveOn(
  deps: KeysDeps,
  tx: Tx,
  actor: KeyKeeper,
  { issuer, purpose, when }: RotateInput,
): Promise<Rotation> {
  const keys = await lockKeys(tx, issuer.id, purpose);
  // Told after the lock: whatever was being signed has ended, so none of it is later than this.
  const now = deps.clock.now();
  const waiting = keys.find((key) => stateOf(key) === 'pre-published');
  const isRipe = waiting !== undefined && ripeAt(waiting, deps.keyPolicy) <= now;
  const tell = async (action: string, detail: Record<string, unknown>) => {
    await keepDidDocument(deps, tx, issuer);
    await appendAuditEntry(tx, now, {
      ...{ actor, action, detail: { purpose, ...detail } },
      institutionId: issuer.institutionId,
      subject: { kind: 'issuer', id: issuer.id },
    });
  };
  if (when === 'announced' && !isRipe) {
    if (waiting) return { state: 'pre-published', kid: waiting.kid, from: ripeAt(waiting, deps.keyPolicy) };
    const { kid } = requireMade(await createKey(deps, tx, issuer, { purpose, activeFrom: null }));
    await tell('key.published', { kid });
    return { state: 'pre-published', kid, from: new Date(now.getTime() + deps.keyPolicy.leadMs) };
  }
  const { kid, retired } = await takeOver(deps, tx, { issuer, purpose, keys, now });
  await tell('key.rotated', { kid, retired });
  return { state: 'active', kid };
}

/**
 * The key that waits signs from now on, or one that is made now; the old one signs nothing more.
 */
export async function takeOver(
  deps: KeysDeps,
  tx: Tx,
  slot: {
    readonly issuer: KeyOwner;
    readonly purpose: KeyPurpose;
    /** Locked. */
    readonly keys: readonly OpenableKey[];
    readonly now: Date;
  },
): Promise<{ readonly kid: string; readonly retired: string | null }> {
  const { issuer, purpose, keys, now } = slot;
  const old = keys.find((key) => stateOf(key) === 'active');
  const waiting = keys.find((key) => stateOf(key) === 'pre-published');
  if (old) await retireKey(tx, old.id, now);
  if (waiting) await activateKey(tx, waiting.id, now);
  const { kid } = waiting ?? requireMade(await createKey(deps, tx, issuer, { purpose, activeFrom: now }));
  return { kid, retired: old?.kid ?? null };
}

/** The slot is locked, so there is no other. */
function requireMade<Made>(made: Made | undefined): Made {
  if (!made) throw new Error('a key came in between, though the keys were locked');
  return made;
}
