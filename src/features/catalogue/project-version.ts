import type { Database, Tx } from '../../database/index.ts';
import {
  contentOf,
  type Design,
  findDesign,
  findVersion,
  findVersionById,
  listDesigns,
  listVersionsByIds,
  type NamedVersion,
} from '../designs/index.ts';
import {
  findInstitution,
  findIssuer,
  type Institution,
  isTest,
  listUnits,
  type Unit,
} from '../institutions/index.ts';
import { deleteEntry, lockEntry, saveEntry } from './catalogue.store.ts';
import { composeEntry } from './catalogue-entry.ts';

/**
 * The published version appears in the catalogue. Whichever version was announced, the newest is shown, so that
 * announcements may arrive twice or in another order.
 */
export async function projectVersion(
  deps: { readonly database: Database },
  institutionId: string,
  input: { versionId: string },
): Promise<void> {
  await deps.database.asWorker(institutionId, async (tx) => {
    const announced = await findVersionById(tx, input.versionId);
    if (!announced) return;
    await lockEntry(tx, announced.designId);
    const [named] = await listVersionsByIds(tx, [announced.id]);
    const design = named && (await findDesign(tx, named.designPublicId));
    const newest = named && (await findVersion(tx, named.designPublicId));
    if (!design || !newest) return;
    await project(tx, design, newest);
  });
}

/** What the institution offers now, after something changed that all of its cards say or that hides them. */
export async function projectOffer(
  deps: { readonly database: Database },
  institutionId: string,
): Promise<void> {
  const designs = await deps.database.asWorker(institutionId, (tx) => listDesigns(tx, 'everywhere'));
  // One at a time, each under its own lock: publishing goes on meanwhile.
  for (const { id, publicId, latestVersion } of designs) {
    if (latestVersion === 0) continue;
    await deps.database.asWorker(institutionId, async (tx) => {
      await lockEntry(tx, id);
      const design = await findDesign(tx, publicId);
      const newest = await findVersion(tx, publicId);
      if (design && newest) await project(tx, design, newest);
    });
  }
}

async function project(tx: Tx, design: Design, version: NamedVersion): Promise<void> {
  const institution = await findInstitution(tx, version.institutionId);
  const issuer = await findIssuer(tx, { id: version.issuerId });
  if (!institution || !issuer) return;
  const all = await listUnits(tx, version.institutionId);
  if (!isListed(design, institution, all)) return await deleteEntry(tx, design.id);
  const content = contentOf(version);
  const units = listOffering(design, all);
  await saveEntry(tx, version, content, composeEntry({ version, content, institution, issuer, units }));
}

/** What is offered no longer, what is a test, and what is not to be listed keep their pages: awards name them. */
function isListed(design: Design, institution: Institution, units: readonly Unit[]): boolean {
  const listing = institution.archivedAt === null && institution.features.includes('catalogue');
  return design.retiredAt === null && listing && !isTest(units, design.unitId);
}

function listOffering(design: Design, units: readonly Unit[]): Unit[] {
  const ids = [...(design.unitId ? [design.unitId] : []), ...design.partnerUnitIds];
  return ids.flatMap((id) => units.find((unit) => unit.id === id) ?? []);
}
