import { isMailAddress } from '../../platform/mail/index.ts';
import { notFound } from '../../platform/problem.ts';
import { normaliseAddress } from '../accounts/index.ts';
import type { Actor } from '../audit/index.ts';
import type { InterfaceLanguage } from './institution.ts';
import { findInstitution } from './institutions.store.ts';
import { type InviteDeps, writeInvitation } from './invite-members.ts';
import { requireOperator } from './require-operator.ts';
import { invitationAddressMalformed } from './staff.problems.ts';

/**
 * The one role that is given from outside of an institution: its administrator, by whoever runs the installation
 * (`system`: from the command line). At the operator's own institution it is the operator's role.
 *
 * @throws Problem 404 for everyone else, 409 while the same invitation is open
 */
export async function inviteFirstAdministrator(
  deps: InviteDeps,
  actor: Actor,
  input: { readonly institutionId: string; readonly address: string; readonly language: InterfaceLanguage },
): Promise<void> {
  const operator =
    actor.kind === 'system' ? actor : await deps.database.asPublic((tx) => requireOperator(tx, actor));
  const address = normaliseAddress(input.address);
  if (!isMailAddress(address)) throw invitationAddressMalformed();
  await deps.database.asInstitution(input.institutionId, async (tx) => {
    const institution = await findInstitution(tx, input.institutionId);
    if (!institution) throw notFound();
    await writeInvitation(deps, tx, {
      actor: operator,
      institutionId: institution.id,
      address,
      role: institution.kind === 'operator' ? 'operator' : 'administrator',
      place: { unitId: null, designId: null },
      until: null,
      language: input.language,
    });
  });
}
