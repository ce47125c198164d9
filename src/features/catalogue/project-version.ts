import type { Database, Tx } from '../../database/index.ts';
import {
  contentOf,
  type Design,
  findDesign,
  findVersion,
  findVersionById,
  listVersionsByIds,
  type NamedVersion,
} from '../designs/index.ts';
import { findInstitution, findIssuer, listUnits, type Unit } from '../institutions/index.ts';
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
    if (design.retiredAt) return await deleteEntry(tx, design.id);
    await project(tx, design, newest);
  });
}

async function project(tx: Tx, design: Design, version: NamedVersion): Promise<void> {
  const institution = await findInstitution(tx, version.institutionId);
  const issuer = await findIssuer(tx, { id: version.issuerId });
  if (!institution || !issuer) return;
  const content = contentOf(version);
  const units = listOffering(design, await listUnits(tx, version.institutionId));
  await saveEntry(tx, version, content, composeEntry({ version, content, institution, issuer, units }));
}

function listOffering(design: Design, units: readonly Unit[]): Unit[] {
  const ids = [...(design.unitId ? [design.unitId] : []), ...design.partnerUnitIds];
  return ids.flatMap((id) => units.find((unit) => unit.id === id) ?? []);
}
