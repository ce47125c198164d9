/** Where people can come from: one provider for learners, and one for the staff of each institution that has one. */
import type { Database } from '../database/index.ts';
import type { FindProvider, ListProviders, SignInProvider } from '../features/accounts/index.ts';
import {
  findInstitutionBySlug,
  findStaffProvider,
  listInstitutions,
} from '../features/institutions/index.ts';
import type { Text } from '../formats/index.ts';
import type { IdentityProvider } from '../platform/identity/index.ts';

/** The embedded providers sign with P-256 and tell what only institutions say of a person. */
const EMBEDDED = { scope: 'profile email eduperson', idTokenAlgorithm: 'ES256' } as const;
const ELSEWHERE = { scope: 'profile email' } as const;

export type SignInProvidersDeps = {
  readonly database: Database;
  /** The demo's own providers; others are spoken to as OpenID Connect has it. */
  readonly isEmbedded: (issuer: string) => boolean;
  /** Absent: learners sign in by e-mail alone. */
  readonly learner?: { readonly name: Text; readonly settings: IdentityProvider };
};

export function createSignInProviders(deps: SignInProvidersDeps): {
  readonly findProvider: FindProvider;
  readonly listProviders: ListProviders;
} {
  const learner: SignInProvider | undefined = deps.learner && {
    ...deps.learner,
    id: 'learner',
    institutionId: null,
  };
  const findStaff: FindProvider = (slug) =>
    deps.database.asDoorkeeper(async (tx) => {
      const found = await findStaffProvider(tx, slug);
      const institution = found && (await findInstitutionBySlug(tx, slug));
      if (!found || !institution) return undefined;
      const { institutionId, provider } = found;
      return {
        id: slug,
        name: institution.name,
        institutionId,
        settings: { ...provider, ...(deps.isEmbedded(provider.issuer) ? EMBEDDED : ELSEWHERE) },
      };
    });
  return {
    findProvider: async (id) => (id === 'learner' ? learner : findStaff(id)),
    listProviders: async () => {
      const institutions = await deps.database.asDoorkeeper(listInstitutions);
      const staff = await Promise.all(institutions.map(({ slug }) => findStaff(slug)));
      return [learner, ...staff].filter((provider) => provider !== undefined);
    },
  };
}
