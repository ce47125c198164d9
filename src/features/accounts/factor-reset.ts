/** A lost passkey of staff: what a colleague allowed, what its member shows for it, and the one enrolment that follows. */
import type { Tx } from '../../database/index.ts';
import { createUuid } from '../../platform/ids.ts';
import type { IdentityRow } from './accounts.store.ts';
import { listIdentities } from './accounts.store.ts';
import {
  type FactorReset,
  listOpenResets,
  lockOpenResets,
  replaceFactorReset,
  updateFactorReset,
} from './factor-resets.store.ts';
import { deletePasskeysOf, listPasskeys } from './passkeys.store.ts';
import { listDemanding, type OwnFactorDeps } from './require-own-factor.ts';
import { isFresh } from './session.ts';
import { deleteSessionsOf, type SessionRow } from './sessions.store.ts';
import { tellPerson } from './tell-person.ts';

const LIFE_MS = 24 * 60 * 60 * 1000;

/** Whether someone comes in by the provider with that issuer. Asked as the doorkeeper, who alone sees identities. */
export async function isKnownAt(tx: Tx, personId: string, issuer: string | undefined): Promise<boolean> {
  if (issuer === undefined) return false;
  return (await listIdentities(tx, personId)).some((identity) => identity.issuer === issuer);
}

/**
 * From now on, for a day, the person may make one passkey in place of those they lost. Who may allow it is asked by the
 * caller, who also writes it down.
 *
 * @returns false when it is allowed already
 */
export async function allowFactorReset(
  tx: Tx,
  at: Date,
  input: {
    readonly institutionId: string;
    readonly personId: string;
    /** Where a guest was invited at; null for those whom the institution's own provider knows. */
    readonly address: string | null;
  },
): Promise<boolean> {
  const { institutionId, personId, address } = input;
  const open = await listOpenResets(tx, personId, at);
  if (open.some((reset) => reset.institutionId === institutionId)) return false;
  await replaceFactorReset(tx, {
    ...{ id: createUuid(), institutionId, personId, address, allowedAt: at },
    expiresAt: new Date(at.getTime() + LIFE_MS),
  });
  await tellPerson(tx, at, { personId, change: 'factor-reset-allowed', institutionId });
  return true;
}

/**
 * They signed in at the institution's own provider, which asked again who they are. An identity that came to the
 * account after the reset was allowed may be somebody else's.
 */
export async function noteProvider(
  tx: Tx,
  at: Date,
  session: SessionRow,
  shown: { readonly institutionId: string; readonly identity: Pick<IdentityRow, 'linkedAt'> },
): Promise<void> {
  await note(tx, at, session, (reset) => {
    const isEarlier = shown.identity.linkedAt <= reset.allowedAt;
    return reset.address === null && reset.institutionId === shown.institutionId && isEarlier;
  });
}

/** They gave a code that was sent to this address. */
export async function noteAddress(tx: Tx, at: Date, session: SessionRow, address: string): Promise<void> {
  await note(tx, at, session, (reset) => reset.address === address);
}

async function note(
  tx: Tx,
  at: Date,
  { id, personId }: SessionRow,
  isMeant: (reset: FactorReset) => boolean,
): Promise<void> {
  const resets = await lockOpenResets(tx, personId, at);
  for (const reset of resets.filter(isMeant))
    await updateFactorReset(tx, reset.id, { provenAt: at, sessionId: id });
}

/** Shown in this session, just now. */
export function isProven({ provenAt, sessionId }: FactorReset, session: { id: string }, at: Date): boolean {
  return sessionId === session.id && isFresh(provenAt, at);
}

/**
 * Makes room for the one passkey that was allowed: what was there before opens nothing any more, and neither does any
 * other session. Every institution that asks this person for a second factor must have allowed it, for the new passkey
 * will count at each of them.
 *
 * @returns the resets that were used up; undefined when nothing was allowed, or not everything was shown
 */
export async function takeFactorReset(
  deps: OwnFactorDeps,
  tx: Tx,
  session: SessionRow,
): Promise<readonly FactorReset[] | undefined> {
  const { personId } = session;
  const now = deps.clock.now();
  const { demanding } = await listDemanding(deps, tx, personId);
  const isGiven = session.passkeyAt !== null || demanding.some((id) => session.factorBy.includes(id));
  if (isGiven || demanding.length === 0 || (await listPasskeys(tx, personId)).length === 0) return undefined;
  const proven = (await lockOpenResets(tx, personId, now)).filter((one) => isProven(one, session, now));
  if (!demanding.every((id) => proven.some(({ institutionId }) => institutionId === id))) return undefined;
  for (const { id } of proven) await updateFactorReset(tx, id, { usedAt: now });
  await deletePasskeysOf(tx, personId);
  await deleteSessionsOf(tx, personId, { allBut: session.id });
  return proven;
}
