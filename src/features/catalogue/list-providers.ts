import type { Database, Tx } from '../../database/index.ts';
import { notFound } from '../../platform/problem.ts';
import {
  findInstitution,
  findIssuer,
  type Institution,
  type Issuer,
  listInstitutions,
  listIssuers,
  listUnits,
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
    const { issuers, ...provider } = await presentProvider(tx, institution, await countByIssuer(tx));
    const item = issuers.find((one) => one.id === issuer.publicId);
    const top = issuers.find((one) => one.unit === null);
    if (!item) throw notFound();
    const keys = await listPublicKeys(tx, issuer.id);
    return {
      ...item,
      provider,
      parent: top && top.id !== item.id ? { id: top.id, name: top.name } : null,
      keys: keys.map((key) => ({
        id: key.verificationMethod,
        purpose: key.purpose,
        algorithm: PURPOSES[key.purpose],
        activeFrom: key.activeFrom.toISOString(),
        activeUntil: key.activeUntil?.toISOString() ?? null,
      })),
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
  const issuers = (await listIssuers(tx, institution.id)).map((issuer) =>
    presentIssuer(issuer, units, counts.get(issuer.publicId) ?? 0),
  );
  return {
    slug: institution.slug,
    kind: institution.kind === 'operator' ? 'other' : institution.kind,
    name: institution.name,
    country: institution.address.country,
    locality: institution.address.locality ?? null,
    identifiers: institution.identifiers.map(({ scheme, value }) => ({ scheme, value })),
    website: institution.website,
    email: institution.email,
    designs: issuers.reduce((sum, issuer) => sum + issuer.designs, 0),
    // The institution itself first, then its units.
    issuers: [...issuers.filter(({ unit }) => unit === null), ...issuers.filter(({ unit }) => unit !== null)],
  };
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
