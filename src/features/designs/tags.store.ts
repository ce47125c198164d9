import { type Insertable, sql } from 'kysely';
import type { Tables, Tx } from '../../database/index.ts';

export type Tag = { readonly id: string; readonly name: string };

/** Those that are in use, by name. An archived tag is shown nowhere any more. */
export function listTags(tx: Tx, institutionId: string): Promise<Tag[]> {
  return tx
    .selectFrom('designTags')
    .select(['id', 'name'])
    .where('institutionId', '=', institutionId)
    .where('archivedAt', 'is', null)
    .orderBy(sql`lower(name)`)
    .execute();
}

/** Locked until the transaction ends, so that it is not archived while it is put on a design. */
export function lockTags(tx: Tx, institutionId: string): Promise<Tag[]> {
  return tx
    .selectFrom('designTags')
    .select(['id', 'name'])
    .where('institutionId', '=', institutionId)
    .where('archivedAt', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
}

export async function insertTag(tx: Tx, row: Insertable<Tables['designTags']>): Promise<'made' | 'taken'> {
  const { numInsertedOrUpdatedRows: made } = await tx
    .insertInto('designTags')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return made === 1n ? 'made' : 'taken';
}

export async function updateTag(
  tx: Tx,
  id: string,
  change: { readonly name: string } | { readonly archivedAt: Date },
): Promise<void> {
  await tx.updateTable('designTags').set(change).where('id', '=', id).execute();
}

export async function listTagsOfDesigns(tx: Tx, designIds: readonly string[]): Promise<Map<string, Tag[]>> {
  const rows = await tx
    .selectFrom('taggedDesigns')
    .innerJoin('designTags', 'designTags.id', 'taggedDesigns.tagId')
    .select(['taggedDesigns.designId', 'designTags.id', 'designTags.name'])
    .where('taggedDesigns.designId', '=', sql<string>`any(${[...designIds]}::uuid[])`)
    .where('designTags.archivedAt', 'is', null)
    .orderBy(sql`lower(design_tags.name)`)
    .execute();
  const tags = new Map<string, Tag[]>();
  for (const { designId, id, name } of rows)
    tags.set(designId, [...(tags.get(designId) ?? []), { id, name }]);
  return tags;
}

/** Ids of the designs with a tag that is in use. */
export async function listTaggedDesignIds(tx: Tx, tagId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('taggedDesigns')
    .innerJoin('designTags', 'designTags.id', 'taggedDesigns.tagId')
    .select('taggedDesigns.designId')
    .where('taggedDesigns.tagId', '=', tagId)
    .where('designTags.archivedAt', 'is', null)
    .execute();
  return rows.map(({ designId }) => designId);
}

export async function replaceTags(
  tx: Tx,
  design: { readonly id: string; readonly institutionId: string },
  tagIds: readonly string[],
): Promise<void> {
  await tx.deleteFrom('taggedDesigns').where('designId', '=', design.id).execute();
  if (tagIds.length === 0) return;
  await tx
    .insertInto('taggedDesigns')
    .values(tagIds.map((tagId) => ({ institutionId: design.institutionId, designId: design.id, tagId })))
    .execute();
}
