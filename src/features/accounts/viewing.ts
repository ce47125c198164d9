/** Seeing the pages as someone else does. Only `institutions` knows who may: whoever runs the installation. */
import type { Tx } from '../../database/index.ts';
import type { PersonActor } from '../audit/index.ts';
import type { ListRights } from './provider.ts';
import type { SessionRow } from './sessions.store.ts';

const LONGEST_MS = 30 * 60 * 1000;

/** The permission that the session's own person must still hold for every request of it. */
const PERMISSION = 'platform.manage';

export function endOfViewing(from: Date): Date {
  return new Date(from.getTime() + LONGEST_MS);
}

/**
 * Whom a session looks as; undefined when it looks as nobody else, or may no longer. The viewed one's session and
 * proofs are not the viewer's, so nothing that asks for a fresh proof opens.
 */
export async function findViewed(
  deps: { readonly listRights: ListRights },
  tx: Tx,
  now: Date,
  session: SessionRow,
): Promise<PersonActor | undefined> {
  const { viewedPersonId, viewedInstitutionId, viewedUntil } = session;
  if (viewedPersonId === null || viewedUntil === null || viewedUntil <= now) return undefined;
  const own = await deps.listRights(tx, session.personId, now);
  const mayView = own.some(
    (held) => held.institutionId === session.institutionId && held.permissions.has(PERMISSION),
  );
  if (!mayView) return undefined;
  const viewed: PersonActor = {
    kind: 'person',
    personId: viewedPersonId,
    permissions: new Set(),
    viewedBy: { personId: session.personId, sessionId: session.id, until: viewedUntil },
  };
  if (viewedInstitutionId === null) return viewed;
  const rights = (await deps.listRights(tx, viewedPersonId, now)).find(
    (held) => held.institutionId === viewedInstitutionId,
  );
  return rights ? { ...viewed, institutionId: viewedInstitutionId, permissions: rights.permissions } : viewed;
}
