import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Tables, Tx } from '../../database/index.ts';
import type { DescribedDesign, Place, Reach } from '../institutions/index.ts';
import { type Design, type DesignVersion, placeOf } from './design.ts';

const DESIGN = [
  'id',
  'institutionId',
  'issuerId',
  'unitId',
  'publicId',
  'kind',
  'draft',
  'draftImage',
  'draftRevision',
  'partnerUnitIds',
  'markByte',
  'latestVersion',
  'changedAt',
  'retiredAt',
] as const;

function toDesign(row: Pick<Selectable<Tables['designs']>, (typeof DESIGN)[number]>): Design {
  return row as unknown as Design; // draft is content that parseContent() let through
}

export async function insertDesign(tx: Tx, row: Insertable<Tables['designs']>): Promise<void> {
  await tx.insertInto('designs').values(row).execute();
}

/** The institution's own; for staff only. */
export async function findDesign(tx: Tx, publicId: string): Promise<Design | undefined> {
  const row = await tx
    .selectFrom('designs')
    .select(DESIGN)
    .where('publicId', '=', publicId)
    .executeTakeFirst();
  return row && toDesign(row);
}

/** Locked until the transaction ends: publishing and saving of one design follow each other. */
export async function lockDesign(tx: Tx, publicId: string): Promise<Design | undefined> {
  const row = await tx
    .selectFrom('designs')
    .select(DESIGN)
    .where('publicId', '=', publicId)
    .forUpdate()
    .executeTakeFirst();
  return row && toDesign(row);
}

/** Those that the reader reaches: of their units, offered together with them, or named one by one. */
export async function listDesigns(tx: Tx, reach: Reach): Promise<Design[]> {
  const rows = await withinReach(tx, reach).select(DESIGN).orderBy('changedAt', 'desc').execute();
  return rows.map(toDesign);
}

export async function listReachedDesignIds(tx: Tx, reach: Exclude<Reach, 'everywhere'>): Promise<string[]> {
  const rows = await withinReach(tx, reach).select('id').execute();
  return rows.map(({ id }) => id);
}

function withinReach(tx: Tx, reach: Reach) {
  const designs = tx.selectFrom('designs');
  if (reach === 'everywhere') return designs;
  const ids = sql<string[]>`${[...reach]}::uuid[]`;
  return designs.where((where) =>
    where.or([
      where('unitId', '=', sql<string>`any(${ids})`),
      where('id', '=', sql<string>`any(${ids})`),
      sql<boolean>`partner_unit_ids && ${ids}`,
    ]),
  );
}

/** What other rooms call a design before it has a version: the title of its draft. */
export async function describeDesigns(
  tx: Tx,
  by: { readonly ids: readonly string[] } | { readonly publicIds: readonly string[] },
): Promise<DescribedDesign[]> {
  const [column, values] = 'ids' in by ? (['id', by.ids] as const) : (['publicId', by.publicIds] as const);
  if (values.length === 0) return [];
  const rows = await tx
    .selectFrom('designs')
    .select(DESIGN)
    .where(column, 'in', [...values])
    .execute();
  return rows
    .map(toDesign)
    .map(({ id, publicId, unitId, draft }) => ({ id, publicId, unitId, title: draft.title }));
}

/** Where a permission must be held for what is of this design: its awards and batches. */
export async function findPlaceOfDesign(tx: Tx, id: string): Promise<Place | undefined> {
  const row = await tx
    .selectFrom('designs')
    .select(['id', 'unitId', 'partnerUnitIds'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row && placeOf(row);
}

export async function updateDesign(tx: Tx, id: string, change: Updateable<Tables['designs']>): Promise<void> {
  await tx.updateTable('designs').set(change).where('id', '=', id).execute();
}

/** Which marks the institution already shows, so that neighbours differ. */
export async function listMarkKeys(
  tx: Tx,
  institutionId: string,
  exceptDesign: string,
): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('designs')
    .select('markKey')
    .where('institutionId', '=', institutionId)
    .where('id', '<>', exceptDesign)
    .where('markKey', 'is not', null)
    .execute();
  return new Set(rows.flatMap((row) => row.markKey ?? []));
}

const VERSION = [
  'id',
  'institutionId',
  'designId',
  'issuerId',
  'n as number',
  'url',
  'facts',
  'factsHash',
  'imageKey',
  'imageKind',
  'markHash',
  'inks',
  'publishedAt',
] as const;

export async function insertVersion(
  tx: Tx,
  row: Insertable<Tables['designVersions']>,
  documents: readonly Insertable<Tables['designDocuments']>[],
): Promise<void> {
  await tx.insertInto('designVersions').values(row).execute();
  await tx
    .insertInto('designDocuments')
    .values([...documents])
    .execute();
}

export function listVersions(tx: Tx, designId: string): Promise<DesignVersion[]> {
  return tx
    .selectFrom('designVersions')
    .select(VERSION)
    .where('designId', '=', designId)
    .orderBy('n', 'desc')
    .execute();
}

/** Addresses of everything that an issuer ever published. */
export async function listVersionUrls(tx: Tx, issuerId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('designVersions')
    .select('url')
    .where('issuerId', '=', issuerId)
    .orderBy('url')
    .execute();
  return rows.map(({ url }) => url);
}

export function findVersionById(tx: Tx, id: string): Promise<DesignVersion | undefined> {
  return tx.selectFrom('designVersions').select(VERSION).where('id', '=', id).executeTakeFirst();
}

export function findVersionByUrl(tx: Tx, url: string): Promise<DesignVersion | undefined> {
  return tx.selectFrom('designVersions').select(VERSION).where('url', '=', url).executeTakeFirst();
}

/** With the public id of the design, by which people and programs know it. */
export type NamedVersion = DesignVersion & { readonly designPublicId: string };

export function listVersionsByIds(tx: Tx, ids: readonly string[]): Promise<NamedVersion[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('designVersions')
    .innerJoin('designs', 'designs.id', 'designVersions.designId')
    .select(VERSION.map((column) => `designVersions.${column}` as const))
    .select('designs.publicId as designPublicId')
    .where('designVersions.id', 'in', [...ids])
    .execute();
}

/** The newest of each design that is offered, as far as the context sees. */
export function listNewestVersions(tx: Tx): Promise<DesignVersion[]> {
  return tx
    .selectFrom('designVersions')
    .innerJoin('designs', 'designs.id', 'designVersions.designId')
    .select(VERSION.map((column) => `designVersions.${column}` as const))
    .whereRef('designVersions.n', '=', 'designs.latestVersion')
    .where('designs.retiredAt', 'is', null)
    .execute();
}

/** Without `number`: the newest. */
export function findVersion(
  tx: Tx,
  designPublicId: string,
  number?: number,
): Promise<
  (DesignVersion & { designPublicId: string; retiredAt: Date | null; unitId: string | null }) | undefined
> {
  let query = tx
    .selectFrom('designVersions')
    .innerJoin('designs', 'designs.id', 'designVersions.designId')
    .select(VERSION.map((column) => `designVersions.${column}` as const))
    .select(['designs.publicId as designPublicId', 'designs.retiredAt', 'designs.unitId'])
    .where('designs.publicId', '=', designPublicId);
  if (number !== undefined) query = query.where('designVersions.n', '=', number);
  return query.orderBy('designVersions.n', 'desc').limit(1).executeTakeFirst();
}

export async function findFrozenDocument(
  tx: Tx,
  versionId: string,
  format: 'achievement' | 'badge-class',
  language: string,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('designDocuments')
    .select('bytes')
    .where('versionId', '=', versionId)
    .where('format', '=', format)
    .where('language', '=', language)
    .executeTakeFirst();
  return row?.bytes;
}

export async function countDesigns(tx: Tx, institutionId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('designs')
    .select((query) => query.fn.countAll<string>().as('count'))
    .where('institutionId', '=', institutionId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Of one unit: published and not retired. */
export async function countOffered(tx: Tx, unitId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('designs')
    .select((query) => query.fn.countAll<string>().as('count'))
    .where('unitId', '=', unitId)
    .where('latestVersion', '>', 0)
    .where('retiredAt', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}
