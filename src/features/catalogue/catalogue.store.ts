import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../database/index.ts';
import type { DesignContent } from '../../formats/index.ts';
import type { DesignVersion } from '../designs/index.ts';
import {
  type Card,
  type CatalogueQuery,
  type FacetName,
  HOURS_PER_EC,
  LOADS,
  NO_LEVEL,
  type Sort,
} from './catalogue.schema.ts';
import type { CatalogueEntry } from './catalogue-entry.ts';
import { composePatterns } from './search-words.ts';

/**
 * Whoever writes an entry of this design waits for whoever is writing it, and reads the design afterwards: the last
 * to write has seen the design as it stands.
 */
export async function lockEntry(tx: Tx, designId: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`catalogue ${designId}`}, 0))`.execute(tx);
}

export async function saveEntry(
  tx: Tx,
  version: DesignVersion,
  content: DesignContent,
  { card, providers, searchText }: CatalogueEntry,
): Promise<void> {
  const row = {
    institutionId: version.institutionId,
    versionId: version.id,
    publicId: card.shown.id,
    kind: card.shown.kind,
    unitSlugs: [...providers],
    contentLanguages: card.shown.contentLanguages,
    instructionLanguages: card.shown.instructionLanguages,
    participation: card.shown.participation,
    assessmentTypes: card.shown.assessmentTypes,
    eqf: card.shown.eqf,
    ects: card.shown.ects,
    hours: card.shown.hours,
    title: JSON.stringify(content.title),
    card: JSON.stringify(card),
    searchText,
    publishedAt: version.publishedAt,
  };
  await tx
    .insertInto('catalogueEntries')
    .values({ designId: version.designId, ...row })
    .onConflict((conflict) => conflict.column('designId').doUpdateSet(row))
    .execute();
}

export async function deleteEntry(tx: Tx, designId: string): Promise<void> {
  await tx.deleteFrom('catalogueEntries').where('designId', '=', designId).execute();
}

export async function listIssuerCards(tx: Tx, issuerPublicId: string): Promise<Card[]> {
  const { rows } = await sql<{ shown: Card }>`
    SELECT card->'shown' AS shown FROM catalogue_entries WHERE card->'shown'->>'issuer' = ${issuerPublicId}
    ORDER BY published_at DESC, design_id`.execute(tx);
  return rows.map((row) => row.shown);
}

/** Number of designs on offer by the public id of their issuer. */
export async function countByIssuer(tx: Tx): Promise<Map<string, number>> {
  const { rows } = await sql<{ issuer: string; count: number }>`
    SELECT card->'shown'->>'issuer' AS issuer, count(*)::integer AS count FROM catalogue_entries GROUP BY 1`.execute(
    tx,
  );
  return new Map(rows.map((row) => [row.issuer, row.count]));
}

type Filter = Omit<CatalogueQuery, 'page' | 'sort' | 'lang'>;

/** The size in EC, or the hours counted as EC; null where neither is stated. */
const SIZE = sql`coalesce(ects, hours / ${sql.lit(HOURS_PER_EC)})`;
const LOAD = sql`CASE WHEN ${SIZE} IS NULL THEN NULL ${sql.join(
  LOADS.map(({ value, upTo }) => sql`WHEN ${SIZE} <= ${sql.lit(upTo)} THEN ${sql.lit(value)}`),
  sql` `,
)} ELSE 'more' END`;
const LEVEL = sql`coalesce(eqf::text, ${sql.lit(NO_LEVEL)})`;

/** For every facet: does an entry meet what is chosen in it? Nothing chosen: every entry does. */
function meets(filter: Filter): Readonly<Record<FacetName, RawBuilder<unknown>>> {
  const one = (chosen: readonly string[], value: RawBuilder<unknown>) =>
    chosen.length === 0 ? sql`true` : sql`coalesce(${value} = ANY (${[...chosen]}::text[]), false)`;
  const some = (chosen: readonly string[], values: RawBuilder<unknown>) =>
    chosen.length === 0 ? sql`true` : sql`${values} && ${[...chosen]}::text[]`;
  return {
    kind: one(filter.kind, sql`kind`),
    load: one(filter.load, LOAD),
    level: one(filter.level, LEVEL),
    language: some(filter.language, sql`instruction_languages`),
    form: some(filter.form, sql`participation`),
    assessment: some(filter.assessment, sql`assessment_types`),
    provider: some(filter.provider, sql`unit_slugs`),
  };
}

function meetsText(filter: Filter): RawBuilder<unknown> {
  return sql`search_text LIKE ALL (${composePatterns(filter.q)}::text[])`;
}

const ORDER: Readonly<Record<Sort, (lang: string) => RawBuilder<unknown>>> = {
  newest: () => sql`published_at DESC`,
  title: (lang) => sql`card->'order'->>${lang}`,
  load: () => sql`${SIZE} NULLS LAST`,
};

export async function findCards(
  tx: Tx,
  query: CatalogueQuery,
  size: number,
): Promise<{ total: number; cards: Card[] }> {
  const where = sql.join([meetsText(query), ...Object.values(meets(query))], sql` AND `);
  const counted = await sql<{ total: number }>`
    SELECT count(*)::integer AS total FROM catalogue_entries WHERE ${where}`.execute(tx);
  const { rows } = await sql<{ shown: Card }>`
    SELECT card->'shown' AS shown FROM catalogue_entries WHERE ${where}
    ORDER BY ${ORDER[query.sort](query.lang)}, design_id
    LIMIT ${size} OFFSET ${(query.page - 1) * size}`.execute(tx);
  return { total: counted.rows[0]?.total ?? 0, cards: rows.map((row) => row.shown) };
}

export type FacetCount = {
  readonly facet: FacetName;
  readonly value: string;
  readonly count: number;
  readonly total: number;
  readonly name: Readonly<Record<string, string>> | null;
};

/** One pass: an entry counts for a value when it meets the text and what is chosen in every *other* facet. */
export async function countFacets(tx: Tx, filter: Filter): Promise<FacetCount[]> {
  const met = Object.entries(meets(filter)).map(
    ([facet, condition]) => sql`(f.facet = ${sql.lit(facet)} OR ${condition})`,
  );
  const { rows } = await sql<FacetCount>`
    SELECT f.facet, f.value, count(*)::integer AS total,
      count(*) FILTER (WHERE ${sql.join([meetsText(filter), ...met], sql` AND `)})::integer AS count,
      (array_agg(card->'names'->f.value))[1] AS name
    FROM catalogue_entries CROSS JOIN LATERAL (
      SELECT 'kind' AS facet, kind AS value
      UNION ALL SELECT 'load', ${LOAD}
      UNION ALL SELECT 'level', ${LEVEL}
      UNION ALL SELECT 'language', unnest(instruction_languages)
      UNION ALL SELECT 'form', unnest(participation)
      UNION ALL SELECT 'assessment', unnest(assessment_types)
      UNION ALL SELECT 'provider', unnest(unit_slugs)
    ) f
    WHERE f.value IS NOT NULL
    GROUP BY f.facet, f.value`.execute(tx);
  return rows;
}
