/** A draft becomes bytes: the neutral facts, the mark and the composed definitions of each language (DECISIONS 13). */
import { createHash } from 'node:crypto';
import type { Tx } from '../../database/index.ts';
import {
  type Accreditation,
  canonicalizeJson,
  type DesignContent,
  type Json,
  type Text,
  type VersionFacts,
} from '../../formats/index.ts';
import type { Day } from '../../platform/calendar.ts';
import { createUuid } from '../../platform/ids.ts';
import type { Storage } from '../../platform/storage/index.ts';
import { listInForce } from '../accreditations/index.ts';
import { type Institution, listUnits } from '../institutions/index.ts';
import { contentLanguages, type Design, type DesignVersion } from './design.ts';
import { listMarkKeys, listVersions } from './designs.store.ts';
import { composeVersionFacts } from './get-version-facts.ts';
import { chooseMark, drawMarkPng, type Mark } from './mark.ts';

export type FreezeDeps = {
  readonly publicUrl: string;
  readonly storage: Storage;
  /** The Achievement and BadgeClass of a version, per language: frozen with it. */
  readonly composeDefinitions: (
    version: VersionFacts,
    languages: readonly string[],
  ) => readonly FrozenDocument[];
};

export type FrozenDocument = {
  readonly format: 'achievement' | 'badge-class';
  readonly language: string;
  readonly bytes: string;
};

export type Frozen = {
  readonly version: DesignVersion;
  readonly documents: readonly FrozenDocument[];
  readonly mark: { readonly markByte: number; readonly markKey: string };
};

/**
 * The draft as a version of this day would say it. Partner units stand in the draft by id; the version names them and
 * keeps the names of that day, as it keeps what vouched for it from outside.
 */
export async function readContent(tx: Tx, design: Design, on: Day): Promise<DesignContent> {
  const { partners: _partners, accreditations: _accreditations, ...content } = design.draft;
  const accreditations = await listAccreditations(tx, design, on);
  return {
    ...content,
    ...(accreditations.length === 0 ? {} : { accreditations }),
    ...(design.partnerUnitIds.length === 0 ? {} : { partners: await namePartners(tx, design) }),
  };
}

async function namePartners(tx: Tx, { institutionId, partnerUnitIds }: Design): Promise<Text[]> {
  const units = await listUnits(tx, institutionId);
  return units.filter(({ id }) => partnerUnitIds.includes(id)).map(({ name }) => name);
}

async function listAccreditations(tx: Tx, design: Design, on: Day): Promise<Accreditation[]> {
  const { institutionId, unitId, draft } = design;
  return await listInForce(tx, { institutionId, unitId, eqf: draft.level.eqf, field: draft.iscedF, on });
}

/**
 * The draft with what vouched for it when `frozen` was frozen. What an outside body decided since is no edit: what was
 * approved is still what was drawn up.
 */
export function digestAsFrozen(content: DesignContent, frozen: DesignContent): Buffer {
  const { accreditations: _, ...own } = content;
  const { accreditations } = frozen;
  return digestContent(accreditations ? { ...own, accreditations } : own).factsHash;
}

export function digestContent(content: DesignContent): { facts: string; factsHash: Buffer } {
  const facts = new TextDecoder().decode(canonicalizeJson(content as unknown as Json)); // content is JSON throughout
  return { facts, factsHash: createHash('sha256').update(facts).digest() };
}

/** Nothing is stored but the picture: the caller keeps it as a proposal or as a version. */
export async function freezeVersion(
  deps: FreezeDeps,
  tx: Tx,
  input: {
    readonly design: Design;
    readonly institution: Institution;
    readonly content: DesignContent;
    readonly at: Date;
  },
): Promise<Frozen> {
  const { design, institution, content } = input;
  const { facts, factsHash } = digestContent(content);
  const number = design.latestVersion + 1;
  const first = (await listVersions(tx, design.id)).at(-1);
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
    facts,
    factsHash,
    ...(await keepImage(deps.storage, design, mark, institution.inks)),
    markHash: mark.hash,
    inks: institution.inks,
    publishedAt: input.at,
  };
  return {
    version,
    documents: deps.composeDefinitions(await composeVersionFacts(tx, version), contentLanguages(content)),
    mark: { markByte: mark.byte, markKey: mark.key },
  };
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
