import type { Database, Tx } from '../../database/index.ts';
import type { Clock } from '../../platform/clock.ts';
import { maskAddress } from '../../platform/mail/index.ts';
import { notFound } from '../../platform/problem.ts';
import { listAddresses } from '../accounts/index.ts';
import type { Actor } from '../audit/index.ts';
import { findInstitution } from './institutions.store.ts';
import { hashInvitationToken, stateOfInvitation } from './invitation.ts';
import { findInvitation, type Invitation } from './invitations.store.ts';
import { type DescribeDesigns, permissionsOfRole, presentPlace } from './role-place.ts';
import { listRoles } from './roles.store.ts';
import type { ShownInvitation } from './staff.schema.ts';
import { listUnits } from './units.store.ts';

export type GetInvitationDeps = {
  readonly database: Database;
  readonly clock: Clock;
  readonly describeDesigns: DescribeDesigns;
};

/**
 * What the bearer of a letter's link sees: who asks them for what. A letter may be forwarded, so the link shows no more
 * of the address than its owner needs, and accepts nothing.
 */
export async function getInvitation(
  deps: GetInvitationDeps,
  actor: Actor,
  token: string,
): Promise<ShownInvitation> {
  const found = await deps.database.asDoorkeeper(async (tx) => {
    const invitation = await findInvitation(tx, { tokenHash: hashInvitationToken(token) });
    return (
      invitation && {
        invitation,
        proven: actor.kind === 'person' ? await listAddresses(tx, actor.personId) : [],
      }
    );
  });
  if (!found) throw notFound();
  const { invitation, proven } = found;
  const isOwn = proven.includes(invitation.address);
  const isOpen = stateOfInvitation(invitation, deps.clock.now()) === 'pending';
  const view = await deps.database.asInstitution(invitation.institutionId, (tx) =>
    present(deps, tx, invitation),
  );
  return {
    ...view,
    address: isOwn ? invitation.address : maskAddress(invitation.address),
    answerable: sayAnswerable(actor, isOpen, isOwn),
  };
}

function sayAnswerable(actor: Actor, isOpen: boolean, isOwn: boolean): ShownInvitation['answerable'] {
  if (!isOpen) return 'over';
  if (actor.kind !== 'person') return 'sign-in';
  return isOwn ? 'yes' : 'prove-address';
}

async function present(
  deps: GetInvitationDeps,
  tx: Tx,
  invitation: Invitation,
): Promise<Omit<ShownInvitation, 'address' | 'answerable'>> {
  const institution = await findInstitution(tx, invitation.institutionId);
  if (!institution) throw notFound();
  const own = await listRoles(tx, institution.id);
  const units = await listUnits(tx, institution.id);
  const designs = await deps.describeDesigns(tx, { ids: invitation.designId ? [invitation.designId] : [] });
  return {
    institution: { slug: institution.slug, name: { ...institution.name } },
    role: invitation.role,
    roleName: own.find(({ slug }) => slug === invitation.role)?.name ?? null,
    ...presentPlace(invitation, units, designs),
    permissions: [...(permissionsOfRole(invitation.role, own) ?? [])],
    until: invitation.roleUntil?.toISOString() ?? null,
    expiresAt: invitation.expiresAt.toISOString(),
  };
}
