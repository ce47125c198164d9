import type { Tx } from '../../database/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import { announce } from '../../platform/jobs/index.ts';
import { notFound } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import {
  findInstitution,
  listUnits,
  requireKind,
  requirePermission,
  requireStanding,
} from '../institutions/index.ts';
import type { DesignDeps } from './create-design.ts';
import { type Design, type DesignVersion, findMissingElements, placeOf } from './design.ts';
import { designRetired, draftChanged, elementsMissing } from './designs.problems.ts';
import { insertVersion, listVersions, lockDesign, updateDesign } from './designs.store.ts';
import { digestContent, type FreezeDeps, type Frozen, freezeVersion, readContent } from './freeze-version.ts';
import { readProposal } from './proposals.store.ts';

export type PublishDeps = DesignDeps & FreezeDeps;

export type Published = { readonly design: string; readonly version: number; readonly url: string };

/**
 * Freezes the draft as the next version. Pressed twice, or by two people at once, it gives one version: the
 * second finds the content already published.
 *
 * @throws Problem 422 that names each missing element, 409 when the draft is not the one that was seen
 */
export async function publishDesign(
  deps: PublishDeps,
  actor: Actor,
  input: { design: string; revision: number },
): Promise<Published> {
  const staff = requirePermission(actor, 'designs.publish', 'anywhere');
  return await deps.database.asInstitution(staff.institutionId, async (tx) => {
    const design = await lockDesign(tx, input.design);
    if (!design) throw notFound();
    requirePermission(actor, 'designs.publish', placeOf(design));
    if (design.retiredAt) throw designRetired();
    if (design.draftRevision !== input.revision) throw draftChanged();
    const institution = await findInstitution(tx, design.institutionId);
    if (!institution) throw notFound();
    requireKind(institution, design.kind);
    requireStanding(await listUnits(tx, design.institutionId), design.unitId);
    const now = deps.clock.now();
    const content = await readContent(tx, design, dayIn(institution.timeZone, now));
    const missing = findMissingElements(content);
    if (missing.length > 0) throw elementsMissing(missing);
    const [latest] = await listVersions(tx, design.id);
    if (latest && isSame(latest, digestContent(content).factsHash, design)) return present(design, latest);
    // What was approved is what is published: the bytes that were frozen when they were handed in.
    const proposalId = await deps.judgement.mayPublish(tx, design, content);
    const frozen =
      proposalId === null
        ? await freezeVersion(deps, tx, { design, institution, content, at: now })
        : await readProposal(tx, proposalId);
    const version = await keepVersion(tx, design, frozen, now);
    await deps.judgement.recordPublication(tx, { actor: staff, design, versionId: version.id, at: now });
    await appendAuditEntry(tx, version.publishedAt, {
      actor: staff,
      institutionId: staff.institutionId,
      action: 'design.published',
      subject: { kind: 'design', id: design.id },
      detail: { version: version.number, hash: Buffer.from(version.factsHash).toString('hex') },
    });
    await announce(tx, version.publishedAt, {
      institutionId: design.institutionId,
      topic: 'version-published',
      payload: { versionId: version.id },
    });
    return present(design, version);
  });
}

function isSame(latest: DesignVersion, factsHash: Buffer, design: Design): boolean {
  const image =
    design.draftImage === null ? latest.imageKind === 'waarmerk' : latest.imageKey === design.draftImage;
  return image && factsHash.equals(latest.factsHash);
}

async function keepVersion(tx: Tx, design: Design, frozen: Frozen, at: Date): Promise<DesignVersion> {
  const version = { ...frozen.version, publishedAt: at };
  const { number, ...row } = version;
  await insertVersion(
    tx,
    {
      ...row,
      n: number,
      factsHash: Buffer.from(version.factsHash),
      markHash: Buffer.from(version.markHash),
      inks: [...version.inks],
    },
    frozen.documents.map((document) => ({
      ...document,
      versionId: version.id,
      institutionId: version.institutionId,
    })),
  );
  await updateDesign(tx, design.id, { latestVersion: number, ...frozen.mark, changedAt: at });
  return version;
}

function present(design: Design, version: DesignVersion): Published {
  return { design: design.publicId, version: version.number, url: version.url };
}
