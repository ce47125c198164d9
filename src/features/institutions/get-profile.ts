import { notFound } from '../../platform/problem.ts';
import type { Actor } from '../audit/index.ts';
import { listLocked, SCHEME_NAMES, valuesOf } from './identifiers.ts';
import type { Institution, Issuer } from './institution.ts';
import { findInstitution, findIssuerOfUnit, findStaffRule, listInstitutions } from './institutions.store.ts';
import type { OrganisationDeps } from './organisation-deps.ts';
import { requirePermission } from './permissions.ts';
import type { Profile } from './profile.schema.ts';

/** The whole of what can be changed about one's own institution, and what cannot. */
export async function getProfile(deps: OrganisationDeps, actor: Actor): Promise<Profile> {
  const staff = requirePermission(actor, 'designs.read', 'anywhere');
  const others = await deps.database.asPublic(listInstitutions);
  return await deps.database.asInstitution(staff.institutionId, async (tx) => {
    const institution = await findInstitution(tx, staff.institutionId);
    const issuer = await findIssuerOfUnit(tx, staff.institutionId, null);
    const rule = await findStaffRule(tx, staff.institutionId);
    if (!institution || !issuer || !rule) throw notFound();
    const { awards } = await deps.countWork(tx, institution.id);
    return presentProfile(institution, issuer, {
      awarded: awards > 0,
      secondFactor: rule.secondFactor,
      others: others.filter(({ id }) => id !== institution.id),
    });
  });
}

export function presentProfile(
  institution: Institution,
  issuer: Issuer,
  known: {
    readonly awarded: boolean;
    readonly secondFactor: Profile['secondFactor'];
    readonly others: readonly Institution[];
  },
): Profile {
  const { slug, kind, name, description, website, email, gradingTable, linkedinId, timeZone } = institution;
  const { senderName, replyTo, defaultLanguage, formalBasis, informalBasis, openTo } = institution;
  const { country, region, locality, postalCode, street } = institution.address;
  const address = { country, region, locality, postalCode, street };
  return {
    ...{ slug, kind, name, description, website, email, gradingTable, linkedinId, timeZone, address },
    ...{ senderName, replyTo, defaultLanguage, formalBasis, informalBasis, openTo },
    identifiers: Object.fromEntries(SCHEME_NAMES.map((one) => [one, valuesOf(institution.identifiers, one)])),
    locked: listLocked(institution.identifiers, known.awarded),
    inks: [...institution.inks],
    logo: institution.logo ? `/issuers/${issuer.publicId}/logo.png?v=${institution.logo.slice(0, 8)}` : null,
    features: [...institution.features],
    openToInstitutions: known.others
      .filter(({ id }) => institution.openToIds.includes(id))
      .map((other) => other.slug),
    secondFactor: known.secondFactor,
    others: known.others.map((other) => ({ slug: other.slug, name: other.name })),
    signs: { name: issuer.name, did: issuer.did, url: issuer.url },
    archivedAt: institution.archivedAt?.toISOString() ?? null,
  };
}
