import type { Database, Tx } from '../../database/index.ts';
import { notFound } from '../../platform/problem.ts';
import {
  findInstitution,
  findIssuer,
  type Institution,
  type Issuer,
  isTest,
  listInstitutions,
  listIssuers,
  listUnits,
  logoOf,
  type Unit,
} from '../institutions/index.ts';
import { listPublicKeys, PURPOSES } from '../keys/index.ts';
import type { IssuerPage, Provider } from './catalogue.schema.ts';
import { countByIssuer, listIssuerCards } from './catalogue.store.ts';

type Deps = { readonly database: Database };

/** Who may issue here: every institution with its issuers, their DIDs and how much they offer. */
export async function listProviders(deps: Deps): Promise<Provider[]> {
  return await deps.database.asPublic(async (tx) => {
    const counts = await countByIssuer(tx);
    const providers: Provider[] = [];
    for (const institution of await listInstitutions(tx)) {
      providers.push(await presentProvider(tx, institution, counts));
    }
    return providers;
  });
}

/** One issuer of the register with its keys and its offer. */
export async function getProvider(deps: Deps, input: { issuer: string }): Promise<IssuerPage> {
  return await deps.database.asPublic(async (tx) => {
    const issuer = await findIssuer(tx, { publicId: input.issuer });
    const institution = issuer && (await findInstitution(tx, issuer.institutionId));
    if (!issuer || !institution || institution.kind === 'operator') throw notFound();
    const units = await listUnits(tx, institution.id);
    const counts = await countByIssuer(tx);
    const { issuers: _, ...provider } = await presentProvider(tx, institution, counts);
    // Whoever holds a credential of a test unit, or of one that is archived, still finds its issuer.
    const issuers = (await listIssuers(tx, institution.id)).map((one) =>
      presentIssuer(one, units, counts.get(one.publicId) ?? 0),
    );
    const item = issuers.find((one) => one.id === issuer.publicId);
    const top = issuers.find((one) => one.unit === null);
    if (!item) throw notFound();
    const keys = await listPublicKeys(tx, issuer.id);
    const unit = units.find(({ id }) => id === issuer.unitId);
    return {
      ...item,
      description: unit?.description ?? institution.description,
      unitWebsite: unit?.website ?? null,
      logo: logoOf(institution, units, issuer.unitId) ? `/issuers/${issuer.publicId}/logo.png` : null,
      onBehalfOf: presentOnBehalfOf(issuer, unit),
      test: isTest(units, issuer.unitId),
      archivedAt: (unit?.archivedAt ?? institution.archivedAt)?.toISOString() ?? null,
      provider,
      parent: top && top.id !== item.id ? { id: top.id, name: top.name } : null,
      // One that has not signed yet has made nothing that anyone could hold.
      keys: keys.flatMap(({ verificationMethod: id, purpose, activeFrom, activeUntil }) =>
        activeFrom
          ? {
              ...{ id, purpose },
              algorithm: PURPOSES[purpose],
              activeFrom: activeFrom.toISOString(),
              activeUntil: activeUntil?.toISOString() ?? null,
            }
          : [],
      ),
      offer: await listIssuerCards(tx, issuer.publicId),
    };
  });
}

async function presentProvider(
  tx: Tx,
  institution: Institution,
  counts: ReadonlyMap<string, number>,
): Promise<Provider> {
  const units = await listUnits(tx, institution.id);
  const issuers = (await listIssuers(tx, institution.id))
    .filter(({ unitId }) => !isHidden(units, unitId))
    .map((issuer) => presentIssuer(issuer, units, counts.get(issuer.publicId) ?? 0));
  return {
    slug: institution.slug,
    kind: institution.kind === 'operator' ? 'other' : institution.kind,
    name: institution.name,
    description: institution.description,
    country: institution.address.country,
    locality: institution.address.locality ?? null,
    identifiers: institution.identifiers.map(({ scheme, value }) => ({ scheme, value })),
    website: institution.website,
    email: institution.email,
    designs: sumDesigns(issuers),
    // The institution itself first, then its units.
    issuers: [...issuers.filter(({ unit }) => unit === null), ...issuers.filter(({ unit }) => unit !== null)],
  };
}

export function presentOnBehalfOf(
  issuer: Pick<Issuer, 'publicId'>,
  unit: Unit | undefined,
): IssuerPage['onBehalfOf'] {
  const other = unit?.onBehalfOf;
  if (!other) return null;
  const { name, url = null, logo } = other;
  return { name, url, logo: logo ? `/issuers/${issuer.publicId}/on-behalf-of.png` : null };
}

function isHidden(units: readonly Unit[], unitId: string | null): boolean {
  return isTest(units, unitId) || units.some(({ id, archivedAt }) => id === unitId && archivedAt !== null);
}

function sumDesigns(issuers: readonly { readonly designs: number }[]): number {
  return issuers.reduce((sum, issuer) => sum + issuer.designs, 0);
}

function presentIssuer(issuer: Issuer, units: readonly Unit[], designs: number): Provider['issuers'][number] {
  const unit = units.find((one) => one.id === issuer.unitId);
  return {
    id: issuer.publicId,
    did: issuer.did,
    url: issuer.url,
    name: issuer.name,
    unit: unit ? { slug: unit.slug, name: unit.name } : null,
    designs,
  };
}
