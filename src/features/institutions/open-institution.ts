import { codeOf, constraintOf } from '../../database/index.ts';
import type { PostalAddress, Text } from '../../formats/index.ts';
import { announce } from '../../platform/jobs/index.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import { requireIdentifiers } from './change-profile.ts';
import { createInstitution } from './create-institution.ts';
import { replaceIdentifiers } from './identifiers.ts';
import type { InstitutionKind, InterfaceLanguage } from './institution.ts';
import { updateInstitution } from './institutions.store.ts';
import { asOperator } from './operator.ts';
import { slugTaken } from './organisation.problems.ts';
import type { OrganisationDeps } from './organisation-deps.ts';

export type FirstDay = {
  readonly slug: string;
  readonly kind: Exclude<InstitutionKind, 'operator'>;
  readonly name: Text;
  readonly defaultLanguage: InterfaceLanguage;
  readonly country: PostalAddress['country'];
  readonly homeOrganisation: string;
};

/** DESIGN §2: until it chooses its own. */
const FIRST_INKS = ['#131a2e', '#1540bd'];

/** What a first day needs; the rest its first administrator writes. @throws Problem 409 for a name that is taken */
export async function openInstitution(
  deps: OrganisationDeps,
  actor: Actor,
  input: FirstDay,
): Promise<{ readonly institutionId: string }> {
  const staff = await asOperator(deps, actor);
  const identifiers = { schacHomeOrganization: [input.homeOrganisation] };
  await requireIdentifiers(deps, null, identifiers);
  // Both would be reached at one address.
  if (await deps.findProvider(input.slug)) throw slugTaken(input.slug);
  const { country, homeOrganisation: _, ...institution } = input;
  try {
    const { institutionId } = await createInstitution(
      deps,
      {
        ...institution,
        address: { country },
        identifiers: replaceIdentifiers([], identifiers),
        inks: FIRST_INKS,
      },
      staff,
    );
    return { institutionId };
  } catch (error) {
    if (codeOf(error) === '23505' && constraintOf(error) === 'institutions_slug_key')
      throw slugTaken(input.slug);
    throw error;
  }
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
