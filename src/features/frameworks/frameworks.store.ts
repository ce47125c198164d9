import { type Insertable, sql } from 'kysely';
import { insertMany, type Tables, type Tx } from '../../database/index.ts';
import type { NewItem } from './framework.ts';
import type { Term } from './search-words.ts';

const FRAMEWORK = [
  ...(['id', 'institutionId', 'name', 'publisher', 'version', 'licence'] as const),
  ...(['url', 'offered', 'importedAt'] as const),
] as const;
const ITEM = ['id', 'url', 'code', 'kind', 'name', 'description'] as const;

export type Framework = Awaited<ReturnType<typeof listFrameworks>>[number];

/** The institution's own and those that the operator offers, by name, with how many items each has. */
export async function listFrameworks(tx: Tx) {
  return await tx
    .selectFrom('frameworks')
    .select(FRAMEWORK)
    .select((row) =>
      row
        .selectFrom('frameworkItems')
        .select(sql<number>`count(*)::integer`.as('n'))
        .whereRef('frameworkItems.frameworkId', '=', 'frameworks.id')
        .where('goneAt', 'is', null)
        .$asScalar()
        .$notNull()
        .as('items'),
    )
    .orderBy(sql`lower(name)`)
    .execute();
}

/** Locked: files that are brought in follow each other. */
export async function lockFramework(tx: Tx, of: { readonly id: string; readonly institutionId: string }) {
  return await tx
    .selectFrom('frameworks')
    .select(FRAMEWORK)
    .where('id', '=', of.id)
    .where('institutionId', '=', of.institutionId)
    .forUpdate()
    .executeTakeFirst();
}

export async function insertFramework(tx: Tx, row: Insertable<Tables['frameworks']>): Promise<void> {
  await tx.insertInto('frameworks').values(row).execute();
}

export async function updateFramework(
  tx: Tx,
  id: string,
  change: { readonly importedAt: Date; readonly version?: string | null },
): Promise<void> {
  await tx.updateTable('frameworks').set(change).where('id', '=', id).execute();
}

/** With its items; what drafts and versions say of them stays as it is. */
export async function deleteFramework(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('frameworks').where('id', '=', id).execute();
}

export async function listItems(tx: Tx, frameworkId: string): Promise<NewItem[]> {
  return await tx
    .selectFrom('frameworkItems')
    .select(['url', 'code', 'kind', 'name', 'description', 'otherNames'])
    .where('frameworkId', '=', frameworkId)
    .where('goneAt', 'is', null)
    .execute();
}

/** All of them leave, in one statement; `putItems` brings back those that are still there. */
export async function markGone(tx: Tx, frameworkId: string, at: Date): Promise<void> {
  await tx
    .updateTable('frameworkItems')
    .set({ goneAt: at })
    .where('frameworkId', '=', frameworkId)
    .where('goneAt', 'is', null)
    .execute();
}

export async function putItems(tx: Tx, rows: readonly Insertable<Tables['frameworkItems']>[]): Promise<void> {
  await insertMany(tx, 'frameworkItems', rows, {
    json: ['name', 'description'],
    after: sql`ON CONFLICT (framework_id, url) DO UPDATE SET code = excluded.code, kind = excluded.kind,
      name = excluded.name, description = excluded.description, other_names = excluded.other_names, gone_at = NULL`,
  });
}

/** Those that left last are remembered, and no more of them than `max`. @returns how many are */
export async function forgetGone(tx: Tx, frameworkId: string, max: number): Promise<number> {
  const gone = tx
    .selectFrom('frameworkItems')
    .where('frameworkId', '=', frameworkId)
    .where('goneAt', 'is not', null);
  const beyond = gone.select('id').orderBy('goneAt', 'desc').orderBy('id').offset(max);
  await tx.deleteFrom('frameworkItems').where('id', 'in', beyond).execute();
  const { n } = await gone.select(sql<number>`count(*)::integer`.as('n')).executeTakeFirstOrThrow();
  return n;
}

export type Found = Awaited<ReturnType<typeof searchItems>>[number];

export type ItemQuery = {
  readonly text: string;
  readonly terms: readonly Term[];
  readonly frameworkId?: string | undefined;
  readonly limit: number;
};

/** The best first: by code, then by how much of what was asked stands in the name, then in the rest. */
export async function searchItems(tx: Tx, { text, terms, frameworkId, limit }: ItemQuery) {
  const asked = composeQuery(terms);
  const prefix = `${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  const byCode = sql<boolean>`coalesce(lower(code) LIKE ${prefix}, false)`;
  return await tx
    .selectFrom('frameworkItems')
    .select([...ITEM, 'frameworkId'])
    .where('goneAt', 'is', null)
    .where(sql<boolean>`(words @@ ${asked} OR ${byCode})`)
    .$if(frameworkId !== undefined, (query) => query.where('frameworkId', '=', frameworkId ?? ''))
    .orderBy(byCode, 'desc')
    .orderBy(sql`ts_rank(words, ${asked})`, 'desc')
    .orderBy(sql`length(name::text)`)
    .orderBy('url')
    .limit(limit)
    .execute();
}

/** Each word as it stands and as either language bends it, begun or whole; a phrase in its order. */
function composeQuery(terms: readonly Term[]) {
  const parts = terms.map(({ words, without }) => {
    const [first = '', ...others] = words;
    const part =
      others.length > 0
        ? sql`phraseto_tsquery('simple', ${words.join(' ')})`
        : sql`(to_tsquery('simple', ${`${first}:*`}) || to_tsquery('english', ${`${first}:*`})
            || to_tsquery('dutch', ${`${first}:*`}))`;
    return without ? sql`!! ${part}` : part;
  });
  return parts.length === 0 ? sql`''::tsquery` : sql`(${sql.join(parts, sql` && `)})`;
}

export async function listPage(tx: Tx, frameworkId: string, page: { offset: number; limit: number }) {
  return await tx
    .selectFrom('frameworkItems')
    .select(ITEM)
    .where('frameworkId', '=', frameworkId)
    .where('goneAt', 'is', null)
    .orderBy('code')
    .orderBy(sql`coalesce(name ->> 'en', name ->> 'nl', url)`)
    .orderBy('url')
    .offset(page.offset)
    .limit(page.limit)
    .execute();
}

/** Items with these addresses, also those that are gone. */
export async function findByUrls(tx: Tx, urls: readonly string[]) {
  return await tx
    .selectFrom('frameworkItems')
    .innerJoin('frameworks', 'frameworks.id', 'frameworkItems.frameworkId')
    .select(['frameworkItems.url', 'frameworkItems.goneAt', 'frameworks.id', 'frameworks.name'])
    .where('frameworkItems.url', '=', sql<string>`any(${[...urls]}::text[])`)
    .execute();
}
