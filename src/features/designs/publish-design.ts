import { createHash } from 'node:crypto';
import type { Tx } from '../../database/index.ts';
import { canonicalizeJson, type DesignContent, type Json, type VersionFacts } from '../../formats/index.ts';
import { createUuid } from '../../platform/ids.ts';
import { announce } from '../../platform/jobs/index.ts';
import { notFound } from '../../platform/problem.ts';
import type { Storage } from '../../platform/storage/index.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import {
  findInstitution,
  type Institution,
  listUnits,
  requireKind,
  requirePermission,
  requireStanding,
} from '../institutions/index.ts';
import type { DesignDeps } from './create-design.ts';
import { contentLanguages, type Design, type DesignVersion, placeOf } from './design.ts';
import { designRetired, draftChanged, elementsMissing } from './designs.problems.ts';
import type { MissingElement } from './designs.schema.ts';
import { insertVersion, listMarkKeys, listVersions, lockDesign, updateDesign } from './designs.store.ts';
import { composeVersionFacts } from './get-version-facts.ts';
import { chooseMark, drawMarkPng, type Mark } from './mark.ts';

export type PublishDeps = DesignDeps & {
  readonly publicUrl: string;
  readonly storage: Storage;
  /** Port: what must be true before a version may be published. Empty: it may (DECISIONS 29). */
  readonly mayPublish: (content: DesignContent) => readonly MissingElement[];
  /** The Achievement and BadgeClass of a version, per language: frozen with it (DECISIONS 13). */
  readonly composeDefinitions: (
    version: VersionFacts,
    languages: readonly string[],
  ) => readonly { format: 'achievement' | 'badge-class'; language: string; bytes: string }[];
};

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
    const content = await readContent(tx, design);
    const missing = deps.mayPublish(content);
    if (missing.length > 0) throw elementsMissing(missing);

    const versions = await listVersions(tx, design.id);
    const facts = new TextDecoder().decode(canonicalizeJson(content as unknown as Json)); // content is JSON throughout
    const factsHash = createHash('sha256').update(facts).digest();
    const latest = versions[0];
    if (latest && isSame(latest, factsHash, design)) return present(design, latest);
    const version = await freeze(deps, tx, { design, institution, content, facts, factsHash, versions });
    await appendAuditEntry(tx, version.publishedAt, {
      actor: staff,
      institutionId: staff.institutionId,
      action: 'design.published',
      subject: { kind: 'design', id: design.id },
      detail: { version: version.number, hash: factsHash.toString('hex') },
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

/** Partner units stand in the draft by id; the version names them, and keeps the names of that day. */
async function readContent(tx: Tx, design: Design): Promise<DesignContent> {
  const { partners: _, ...content } = design.draft;
  if (design.partnerUnitIds.length === 0) return content;
  const units = await listUnits(tx, design.institutionId);
  return {
    ...content,
    partners: units.filter((unit) => design.partnerUnitIds.includes(unit.id)).map((unit) => unit.name),
  };
}

type Frozen = {
  readonly design: Design;
  readonly institution: Institution;
  readonly content: DesignContent;
  readonly facts: string;
  readonly factsHash: Buffer;
  readonly versions: readonly DesignVersion[];
};

async function freeze(deps: PublishDeps, tx: Tx, frozen: Frozen): Promise<DesignVersion> {
  const { design, institution, content, factsHash } = frozen;
  const now = deps.clock.now();
  const number = design.latestVersion + 1;
  const first = frozen.versions.at(-1);
  const mark = chooseMark({
    root: first?.factsHash ?? factsHash,
    version: factsHash,
    inks: institution.inks,
    knownByte: design.markByte,
    taken: await listMarkKeys(tx, institution.id, design.id),
  });
  const version: DesignVersion = {
    id: createUuid(),
    institutionId: institution.id,
    designId: design.id,
    issuerId: design.issuerId,
    number,
    url: `${deps.publicUrl}/designs/${design.publicId}/versions/${number}`,
    facts: frozen.facts,
    factsHash,
    ...(await keepImage(deps.storage, design, mark, institution.inks)),
    markHash: mark.hash,
    inks: institution.inks,
    publishedAt: now,
  };
  const definitions = deps.composeDefinitions(
    await composeVersionFacts(tx, version),
    contentLanguages(content),
  );
  const { number: n, ...row } = version;
  await insertVersion(
    tx,
    { ...row, n, factsHash, markHash: Buffer.from(mark.hash), inks: [...version.inks] },
    definitions.map((definition) => ({
      ...definition,
      versionId: version.id,
      institutionId: institution.id,
    })),
  );
  await updateDesign(tx, design.id, {
    latestVersion: number,
    markByte: mark.byte,
    markKey: mark.key,
    changedAt: now,
  });
  return version;
}

async function keepImage(
  storage: Storage,
  design: Design,
  mark: Mark,
  inks: readonly string[],
): Promise<{ imageKey: string; imageKind: DesignVersion['imageKind'] }> {
  if (design.draftImage !== null) return { imageKey: design.draftImage, imageKind: 'png' };
  const { key } = await storage.put(await drawMarkPng(mark.hash, inks), 'image/png');
  return { imageKey: key, imageKind: 'waarmerk' };
}

function present(design: Design, version: DesignVersion): Published {
  return { design: design.publicId, version: version.number, url: version.url };
}
