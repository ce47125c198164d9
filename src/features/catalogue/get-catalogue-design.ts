import type { Database, Tx } from '../../database/index.ts';
import type { DesignContent } from '../../formats/index.ts';
import { notFound } from '../../platform/problem.ts';
import {
  composeAlternative,
  contentLanguages,
  contentOf,
  type DesignVersion,
  findVersion,
  listVersions,
} from '../designs/index.ts';
import {
  findInstitution,
  findIssuer,
  findIssuerOfUnit,
  type Institution,
  type Issuer,
  isTest,
  listInstitutions,
  listUnits,
  logoOf,
} from '../institutions/index.ts';
import { type CatalogueDesign, HOURS_PER_EC } from './catalogue.schema.ts';
import { presentOnBehalfOf } from './list-providers.ts';

type Found = NonNullable<Awaited<ReturnType<typeof findVersion>>>;

/**
 * A published version with all that a reader may want to know of it; without a number the newest. Retired designs
 * keep their page: awards name it.
 */
export async function getCatalogueDesign(
  deps: { readonly database: Database },
  input: { design: string; version?: number },
): Promise<CatalogueDesign> {
  return await deps.database.asPublic(async (tx) => {
    const version = await findVersion(tx, input.design, input.version);
    if (!version) throw notFound();
    const issuer = await findIssuer(tx, { id: version.issuerId });
    if (!issuer) throw notFound();
    return await present(tx, version, issuer);
  });
}

async function present(tx: Tx, version: Found, issuer: Issuer): Promise<CatalogueDesign> {
  const content = contentOf(version);
  const versions = await listVersions(tx, version.designId);
  const path = new URL(version.url).pathname;
  return {
    id: version.designPublicId,
    version: {
      ...presentVersion(version),
      url: version.url,
      languages: contentLanguages(content),
    },
    newestVersion: Math.max(...versions.map((one) => one.number)),
    versions: versions.map(presentVersion),
    retiredAt: version.retiredAt?.toISOString() ?? null,
    content,
    workloadMinutes: countMinutes(content),
    image: {
      png: `${path}/image.png`,
      svg: `${path}/image.svg`,
      alt: composeAlternative(content, issuer.name),
      drawn: version.imageKind === 'waarmerk',
    },
    mark: { hash: Buffer.from(version.markHash).toString('hex'), inks: [...version.inks] },
    issuer: { id: issuer.publicId, did: issuer.did, url: issuer.url, name: issuer.name },
    ...(await readOwner(tx, version, issuer)),
  };
}

function presentVersion(version: DesignVersion): CatalogueDesign['versions'][number] {
  return {
    number: version.number,
    publishedAt: version.publishedAt.toISOString(),
    contentHash: Buffer.from(version.factsHash).toString('hex'),
  };
}

type Owner = Pick<CatalogueDesign, 'unit' | 'institution' | 'logo' | 'onBehalfOf' | 'test' | 'openTo'>;

async function readOwner(tx: Tx, version: Found, issuer: Issuer): Promise<Owner> {
  const institution = await findInstitution(tx, version.institutionId);
  const top = await findIssuerOfUnit(tx, version.institutionId, null);
  if (!institution || !top) throw notFound();
  const units = await listUnits(tx, version.institutionId);
  const unit = units.find((one) => one.id === version.unitId);
  return {
    logo: logoOf(institution, units, version.unitId) ? `/issuers/${issuer.publicId}/logo.png` : null,
    onBehalfOf: presentOnBehalfOf(issuer, unit),
    test: isTest(units, version.unitId),
    openTo: await readOpenTo(tx, institution),
    unit: unit ? { slug: unit.slug, name: unit.name } : null,
    institution: {
      slug: institution.slug,
      name: institution.name,
      issuer: top.publicId,
      country: institution.address.country,
      website: institution.website,
      email: institution.email,
      archivedAt: institution.archivedAt?.toISOString() ?? null,
    },
  };
}

async function readOpenTo(tx: Tx, institution: Institution): Promise<Owner['openTo']> {
  if (institution.openTo !== 'listed') return { to: institution.openTo, institutions: [] };
  const listed = (await listInstitutions(tx)).filter(({ id }) => institution.openToIds.includes(id));
  return { to: 'listed', institutions: listed.map(({ name }) => name) };
}

function countMinutes({ workload: { ects, hours } }: DesignContent): number | null {
  const counted = hours ?? (ects === undefined ? undefined : ects * HOURS_PER_EC);
  return counted === undefined ? null : Math.round(counted * 60);
}
