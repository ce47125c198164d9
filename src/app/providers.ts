/** Where people can sign in: the learners' provider, and one for each institution that has its own. */

import type { Database } from '../database/index.ts';
import type { SignInProvider } from '../features/accounts/index.ts';
import {
  findInstitutionBySlug,
  findStaffProvider,
  listInstitutions,
  openProvider,
} from '../features/institutions/index.ts';
import { BadConfiguration, type Config } from '../platform/config.ts';
import type { MasterKey } from '../platform/crypto/index.ts';
import { demoClient, LEARNER_TENANT } from './demo/provider.ts';

type ProviderDeps = {
  readonly database: Database;
  readonly publicUrl: string;
  readonly demo: boolean;
  readonly masterKey: MasterKey;
  readonly keyedDigest: (purpose: string, text: string) => Buffer;
  readonly learnerProvider: Config['learnerProvider'];
  readonly otherProviders: Config['otherProviders'];
};

/** The embedded provider signs with ES256 and tells what institutions say of people in a scope of its own. */
const EMBEDDED = { idTokenAlgorithm: 'ES256', scope: 'profile email eduperson' } as const;

export function composeProviders(deps: ProviderDeps) {
  const others = new Map(deps.otherProviders.map((written) => [written.id, otherProvider(written)]));
  const findProvider = async (id: string): Promise<SignInProvider | undefined> =>
    id === 'learner' ? learnerProvider(deps) : (others.get(id) ?? (await staffProvider(deps, id)));
  const listProviders = async (): Promise<readonly SignInProvider[]> => {
    const institutions = await deps.database.asPublic(listInstitutions);
    const found = await Promise.all(
      ['learner', ...others.keys(), ...institutions.map((institution) => institution.slug), 'operator'].map(
        findProvider,
      ),
    );
    return found.filter((provider) => provider !== undefined);
  };
  return { findProvider, listProviders };
}

function learnerProvider(deps: ProviderDeps): SignInProvider | undefined {
  if (deps.learnerProvider) {
    const { name, ...settings } = deps.learnerProvider;
    return { id: 'learner', name: { en: name, nl: name }, settings, institutionId: null, scopes: null };
  }
  if (!deps.demo) return undefined;
  return {
    id: 'learner',
    name: { en: 'eduID (demo)', nl: 'eduID (demo)' },
    settings: { ...demoClient(deps, LEARNER_TENANT), ...EMBEDDED },
    institutionId: null,
    scopes: null,
  };
}

/** It knows people, not their places at institutions: only addresses that it verified are taken from it. */
export function otherProvider({
  id,
  name,
  scopes,
  ...settings
}: Config['otherProviders'][number]): SignInProvider {
  return {
    ...{ id, name, institutionId: null, scopes: null, addressesOnly: true },
    settings: { ...settings, scope: scopes.join(' ') },
  };
}

/**
 * A provider of learners must not hide an institution's own: both would stand at one address.
 *
 * @throws BadConfiguration
 */
export async function requireOwnNames(
  deps: Pick<ProviderDeps, 'database' | 'otherProviders'>,
): Promise<void> {
  const faults = await deps.database.asPublic(async (tx) => {
    const taken: string[] = [];
    for (const { id } of deps.otherProviders)
      if (await findInstitutionBySlug(tx, id))
        taken.push(
          `LEARNER_PROVIDERS: "${id}" is the name of an institution in addresses; choose another id`,
        );
    return taken;
  });
  if (faults.length > 0) throw new BadConfiguration(faults);
}

/** The doorkeeper reads the institution's own settings; strangers see its name only. */
async function staffProvider(deps: ProviderDeps, slug: string): Promise<SignInProvider | undefined> {
  return await deps.database.asDoorkeeper(async (tx) => {
    const found = await findStaffProvider(tx, slug);
    const institution = await findInstitutionBySlug(tx, slug);
    if (!found || !institution || institution.archivedAt) return undefined;
    const isEmbedded = found.provider.issuer.startsWith(`${deps.publicUrl}/idp/`);
    if (isEmbedded && !deps.demo) return undefined;
    return {
      id: slug,
      name: institution.name,
      settings: {
        ...openProvider(deps.masterKey, found.institutionId, found.provider),
        ...(isEmbedded ? EMBEDDED : {}),
      },
      institutionId: found.institutionId,
      ...(found.provider.secondFactorAcr ? { secondFactorAcr: found.provider.secondFactorAcr } : {}),
      scopes: institution.identifiers
        .filter(({ scheme }) => scheme === 'schacHomeOrganization')
        .map(({ value }) => value.toLowerCase()),
    };
  });
}
