import type { Database } from '../../database/index.ts';
import type { Clock } from '../../platform/clock.ts';
import type { MasterKey } from '../../platform/crypto/index.ts';
import type { RelyingParty } from '../../platform/identity/index.ts';
import { SignInRefusal } from '../../platform/identity/index.ts';
import { notFound } from '../../platform/problem.ts';
import { callbackOf } from '../accounts/index.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import type { StaffProvider } from './institution.ts';
import { findInstitution, findStaffProvider, updateInstitution } from './institutions.store.ts';
import { providerSilent } from './organisation.problems.ts';
import { requirePermission } from './permissions.ts';
import type { ProviderView } from './provider.schema.ts';
import { openProvider, sealProvider } from './staff-provider.ts';

export type ProviderDeps = {
  readonly database: Database;
  readonly clock: Clock;
  readonly masterKey: MasterKey;
  readonly publicUrl: string;
  readonly relyingParty: RelyingParty;
};

export type ProviderInput = {
  readonly issuer: string;
  readonly clientId: string;
  /** Absent: the secret that is kept goes on, for the same issuer and client only. */
  readonly clientSecret?: string | undefined;
  readonly secondFactorAcr: readonly string[];
};

/** Everything but the secret, which leaves the house for its provider alone. */
export async function getProvider(deps: ProviderDeps, actor: Actor): Promise<ProviderView> {
  const staff = requirePermission(actor, 'institution.manage', 'institution');
  return await deps.database.asInstitution(staff.institutionId, async (tx) => {
    const institution = await findInstitution(tx, staff.institutionId);
    if (!institution) throw notFound();
    const kept = (await findStaffProvider(tx, institution.slug))?.provider;
    return {
      callback: callbackOf(deps.publicUrl, { id: institution.slug }),
      domains: institution.identifiers
        .filter(({ scheme }) => scheme === 'schacHomeOrganization')
        .map(({ value }) => value),
      provider: kept
        ? {
            issuer: kept.issuer,
            clientId: kept.clientId,
            secondFactorAcr: [...(kept.secondFactorAcr ?? [])],
          }
        : null,
    };
  });
}

/**
 * Where the institution's staff sign in. The provider is asked for its metadata first: one that does not answer would
 * keep everyone out. Whom it may speak for follows from the home organisations, which only the operator changes.
 *
 * @throws Problem 422 when the provider does not answer as its own issuer, or a secret is missing
 */
export async function changeProvider(deps: ProviderDeps, actor: Actor, input: ProviderInput): Promise<void> {
  const staff = requirePermission(actor, 'institution.manage', 'institution');
  const { institutionId } = staff;
  const before = await deps.database.asInstitution(institutionId, async (tx) => {
    const institution = await findInstitution(tx, institutionId);
    if (!institution) throw notFound();
    const kept = (await findStaffProvider(tx, institution.slug))?.provider;
    return { slug: institution.slug, kept: kept && openProvider(deps.masterKey, institutionId, kept) };
  });
  const provider = chooseProvider(input, before.kept);
  await requireAnswer(deps, before.slug, provider);
  await write(deps, actor, provider);
}

/** Staff then come in by a letter and a passkey, as guests do. */
export async function removeProvider(deps: ProviderDeps, actor: Actor): Promise<void> {
  requirePermission(actor, 'institution.manage', 'institution');
  await write(deps, actor, null);
}

/** A secret is given to the provider that it is of, and never sent on to another. */
function chooseProvider(
  { clientSecret, ...input }: ProviderInput,
  kept: StaffProvider | undefined,
): StaffProvider {
  const isSame = kept?.issuer === input.issuer && kept.clientId === input.clientId;
  const secret = clientSecret ?? (isSame ? kept.clientSecret : undefined);
  if (secret === undefined) throw providerSilent('/clientSecret', 'is needed for another provider');
  const { secondFactorAcr, ...provider } = input;
  return {
    ...provider,
    clientSecret: secret,
    ...(secondFactorAcr.length > 0 ? { secondFactorAcr } : {}),
  };
}

async function requireAnswer(deps: ProviderDeps, slug: string, provider: StaffProvider): Promise<void> {
  try {
    await deps.relyingParty.startSignIn({
      provider,
      returnTo: callbackOf(deps.publicUrl, { id: slug }),
    });
  } catch (error) {
    if (!(error instanceof SignInRefusal)) throw error;
    throw providerSilent('/issuer', 'does not answer as an OpenID Connect provider');
  }
}

async function write(deps: ProviderDeps, actor: Actor, provider: StaffProvider | null): Promise<void> {
  const staff = requirePermission(actor, 'institution.manage', 'institution');
  const { institutionId } = staff;
  await deps.database.asInstitution(institutionId, async (tx) => {
    await updateInstitution(tx, institutionId, {
      staffProvider: provider && JSON.stringify(sealProvider(deps.masterKey, institutionId, provider)),
    });
    await appendAuditEntry(tx, deps.clock.now(), {
      actor: staff,
      institutionId,
      action: 'institution.provider-changed',
      subject: { kind: 'institution', id: institutionId },
      detail: { issuer: provider?.issuer ?? null },
    });
  });
}
