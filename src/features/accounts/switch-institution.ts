import { signInNeeded } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { notAMember, ownProviderNeeded } from './accounts.problems.ts';
import { hashToken } from './browser-cookies.ts';
import { findMissing } from './find-session-actor.ts';
import { type GetSessionDeps, listInstitutionsOf } from './get-session.ts';
import { findSession, setInstitution } from './sessions.store.ts';

/**
 * From now on they act for another institution, or with `slug: null` for themselves: one at a time, so that a
 * teacher who is also a learner sees the one thing or the other (DECISIONS 25).
 *
 * @throws Problem 403 where they have no role, whether or not there is such an institution, and where they have not
 * come through its own provider
 */
export async function switchInstitution(
  deps: GetSessionDeps,
  actor: Actor,
  input: { readonly slug: string | null; readonly sessionToken: string | undefined },
): Promise<void> {
  const { slug, sessionToken } = input;
  if (actor.kind !== 'person' || !sessionToken) throw signInNeeded();
  await deps.database.asDoorkeeper(async (tx) => {
    const memberships = slug === null ? [] : await listInstitutionsOf(deps, tx, actor.personId);
    const chosen = memberships.find((membership) => membership.slug === slug);
    if (slug !== null && !chosen) throw notAMember();
    const session = await findSession(tx, hashToken(sessionToken), deps.clock.now());
    if (!session) throw signInNeeded();
    // A second factor may still be given in this session; coming through the own provider is another sign-in.
    if (chosen && (await findMissing(deps, tx, session, chosen.institutionId)) === 'own-provider')
      throw ownProviderNeeded();
    await setInstitution(tx, hashToken(sessionToken), chosen?.institutionId ?? null);
    await appendAuditEntry(tx, deps.clock.now(), {
      actor,
      institutionId: chosen?.institutionId ?? null,
      action: 'session.switched',
      subject: { kind: 'person', id: actor.personId },
      personId: actor.personId,
    });
  });
}
