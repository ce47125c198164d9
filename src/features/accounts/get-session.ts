import type { Tx } from '../../database/index.ts';
import type { Actor } from '../audit/index.ts';
import type { SessionView } from './accounts.schema.ts';
import { findPerson, listAddresses } from './accounts.store.ts';
import type { SessionActorDeps } from './find-session-actor.ts';
import type { FindInstitution, NamesOf } from './provider.ts';

export type GetSessionDeps = SessionActorDeps & {
  readonly findInstitution: FindInstitution;
  readonly namesOf: NamesOf;
};

const NOBODY: SessionView = {
  person: null,
  memberships: [],
  institution: null,
  secondFactorNeeded: null,
  ownProviderNeeded: null,
  viewingUntil: null,
};

export function getSession(deps: GetSessionDeps, actor: Actor): Promise<SessionView> {
  if (actor.kind !== 'person') return Promise.resolve(NOBODY);
  return deps.database.asPerson(actor.personId, async (tx) => {
    const person = await findPerson(tx, actor.personId);
    if (!person) return NOBODY;
    const memberships = await listInstitutionsOf(deps, tx, actor.personId);
    const { id, name, language } = person;
    const slugOf = (wanted: string | undefined) =>
      memberships.find((one) => one.institutionId === wanted)?.slug ?? null;
    const { withheld } = actor;
    return {
      person: { id, name, language, addresses: await listAddresses(tx, id) },
      memberships: memberships.map(({ slug, name, roles, permissions }) => ({
        slug,
        name,
        roles,
        permissions,
      })),
      institution: slugOf(actor.institutionId),
      secondFactorNeeded: withheld?.reason === 'second-factor' ? slugOf(withheld.institutionId) : null,
      ownProviderNeeded: withheld?.reason === 'own-provider' ? slugOf(withheld.institutionId) : null,
      viewingUntil: actor.viewedBy?.until.toISOString() ?? null,
    };
  });
}

export type InstitutionOfPerson = SessionView['memberships'][number] & { readonly institutionId: string };

/** One per institution, with all roles that the person has there. */
export async function listInstitutionsOf(
  deps: GetSessionDeps,
  tx: Tx,
  personId: string,
): Promise<InstitutionOfPerson[]> {
  const found: InstitutionOfPerson[] = [];
  for (const { institutionId, roles, permissions } of await deps.listRights(tx, personId, deps.clock.now())) {
    const institution = await deps.findInstitution(tx, institutionId);
    if (!institution) continue;
    const { slug, name } = institution;
    found.push({ institutionId, slug, name, roles: [...roles], permissions: deps.namesOf(permissions) });
  }
  return found.sort((left, right) => (left.slug < right.slug ? -1 : 1));
}
