import { codeOf, constraintOf, type Tx } from '../../database/index.ts';
import type { PostalAddress, Text } from '../../formats/index.ts';
import { createUuid } from '../../platform/ids.ts';
import { announce } from '../../platform/jobs/index.ts';
import { isMailAddress } from '../../platform/mail/index.ts';
import { normaliseAddress } from '../accounts/index.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { requireIdentifiers } from './change-profile.ts';
import { writeInstitution } from './create-institution.ts';
import { replaceIdentifiers } from './identifiers.ts';
import type { InstitutionKind, InterfaceLanguage } from './institution.ts';
import { updateInstitution } from './institutions.store.ts';
import { type InviteDeps, writeInvitation } from './invite-members.ts';
import { asOperator } from './operator.ts';
import { slugTaken } from './organisation.problems.ts';
import type { OrganisationDeps } from './organisation-deps.ts';
import type { StaffActor } from './permissions.ts';
import { invitationAddressMalformed } from './staff.problems.ts';

export type FirstDay = {
  readonly slug: string;
  readonly kind: Exclude<InstitutionKind, 'operator'>;
  readonly name: Text;
  readonly defaultLanguage: InterfaceLanguage;
  readonly country: PostalAddress['country'];
  readonly homeOrganisation: string;
  /** The address of its first administrator. */
  readonly administrator: string;
};

export type OpenDeps = OrganisationDeps & Pick<InviteDeps, 'keyedDigest'>;

/** DESIGN §2: until it chooses its own. */
const FIRST_INKS = ['#131a2e', '#1540bd'];

/**
 * What a first day needs, with a letter to its first administrator, who writes the rest.
 *
 * @throws Problem 409 for a name that is taken
 */
export async function openInstitution(
  deps: OpenDeps,
  actor: Actor,
  input: FirstDay,
): Promise<{ readonly institutionId: string }> {
  const operator = await asOperator(deps, actor);
  await requireFree(deps, input);
  const institutionId = createUuid();
  await asOpened(deps, institutionId, input, (tx) =>
    writeFirstDay(deps, tx, { ...input, institutionId, operator }),
  );
  return { institutionId };
}

/** Asked before the transaction, for each of these looks across all institutions. @throws Problem 409, 422 */
export async function requireFree(deps: OpenDeps, { slug, homeOrganisation }: FirstDay): Promise<void> {
  await requireIdentifiers(deps, null, { schacHomeOrganization: [homeOrganisation] });
  // Both would be reached at one address.
  if (await deps.findProvider(slug)) throw slugTaken(slug);
}

/** One transaction of an institution that is not there yet. @throws Problem 409 when another took its name meanwhile */
export async function asOpened(
  { database }: Pick<OpenDeps, 'database'>,
  institutionId: string,
  { slug }: FirstDay,
  work: (tx: Tx) => Promise<void>,
): Promise<void> {
  try {
    await database.asInstitution(institutionId, work);
  } catch (error) {
    if (codeOf(error) === '23505' && constraintOf(error) === 'institutions_slug_key') throw slugTaken(slug);
    throw error;
  }
}

export async function writeFirstDay(
  deps: OpenDeps,
  tx: Tx,
  input: FirstDay & { readonly institutionId: string; readonly operator: StaffActor },
): Promise<void> {
  const { institutionId, operator, administrator, country, homeOrganisation, ...institution } = input;
  const address = normaliseAddress(administrator);
  if (!isMailAddress(address)) throw invitationAddressMalformed();
  const identifiers = replaceIdentifiers([], { schacHomeOrganization: [homeOrganisation] });
  await writeInstitution(
    deps,
    tx,
    { ...institution, id: institutionId, address: { country }, identifiers, inks: FIRST_INKS },
    operator,
  );
  await writeInvitation(deps, tx, {
    actor: operator,
    institutionId,
    address,
    role: 'administrator',
    place: { unitId: null, designId: null },
    until: null,
    language: institution.defaultLanguage,
  });
}

/** Nobody acts for it and nothing is awarded; what it awarded goes on verifying. And back. */
export async function archiveInstitution(
  deps: OrganisationDeps,
  actor: Actor,
  input: { readonly institutionId: string; readonly archived: boolean },
): Promise<void> {
  const staff = await asOperator(deps, actor);
  const { institutionId, archived } = input;
  await deps.database.asInstitution(institutionId, async (tx) => {
    const now = deps.clock.now();
    await updateInstitution(tx, institutionId, { archivedAt: archived ? now : null });
    await appendAuditEntry(tx, now, {
      actor: staff,
      institutionId,
      action: archived ? 'institution.archived' : 'institution.restored',
      subject: { kind: 'institution', id: institutionId },
    });
    await announce(tx, now, { institutionId, topic: 'offer-changed', payload: {} });
  });
}
