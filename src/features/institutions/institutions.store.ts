import type { Insertable, Selectable } from 'kysely';
import type { Tables, Tx } from '../../database/index.ts';
import type { Institution, Issuer, StaffProvider } from './institution.ts';

const INSTITUTION = [
  'id',
  'slug',
  'kind',
  'name',
  'defaultLanguage',
  'timeZone',
  'address',
  'identifiers',
  'email',
  'website',
  'linkedinId',
  'inks',
  'demo',
] as const;

/** Shapes of jsonb columns are those that this store wrote; PostgreSQL hands them back as they were. */
function toInstitution(
  row: Pick<Selectable<Tables['institutions']>, (typeof INSTITUTION)[number]>,
): Institution {
  return row as unknown as Institution;
}

export async function insertInstitution(tx: Tx, row: Insertable<Tables['institutions']>): Promise<void> {
  await tx.insertInto('institutions').values(row).execute();
}

export async function findInstitution(tx: Tx, id: string): Promise<Institution | undefined> {
  const row = await tx.selectFrom('institutions').select(INSTITUTION).where('id', '=', id).executeTakeFirst();
  return row && toInstitution(row);
}

export async function findInstitutionBySlug(tx: Tx, slug: string): Promise<Institution | undefined> {
  const row = await tx
    .selectFrom('institutions')
    .select(INSTITUTION)
    .where('slug', '=', slug)
    .executeTakeFirst();
  return row && toInstitution(row);
}

export async function listInstitutions(tx: Tx): Promise<Institution[]> {
  const rows = await tx
    .selectFrom('institutions')
    .select(INSTITUTION)
    .where('kind', '<>', 'operator')
    .orderBy('slug')
    .execute();
  return rows.map(toInstitution);
}

export async function findOperator(tx: Tx): Promise<Institution | undefined> {
  const row = await tx
    .selectFrom('institutions')
    .select(INSTITUTION)
    .where('kind', '=', 'operator')
    .executeTakeFirst();
  return row && toInstitution(row);
}

export async function findStaffProvider(
  tx: Tx,
  slug: string,
): Promise<{ institutionId: string; provider: StaffProvider } | undefined> {
  const row = await tx
    .selectFrom('institutions')
    .select(['id', 'staffProvider'])
    .where('slug', '=', slug)
    .executeTakeFirst();
  return row?.staffProvider
    ? { institutionId: row.id, provider: row.staffProvider as StaffProvider }
    : undefined;
}

export async function insertIssuer(tx: Tx, row: Insertable<Tables['issuers']>): Promise<void> {
  await tx.insertInto('issuers').values(row).execute();
}

const ISSUER = ['id', 'institutionId', 'unitId', 'publicId', 'did', 'url', 'name'] as const;

function toIssuer(row: Pick<Selectable<Tables['issuers']>, (typeof ISSUER)[number]>): Issuer {
  return row as unknown as Issuer; // name is the Text that insertIssuer wrote
}

export async function findIssuer(
  tx: Tx,
  by: { id: string } | { publicId: string } | { did: string } | { url: string },
): Promise<Issuer | undefined> {
  const [[column, value]] = Object.entries(by) as [['id' | 'publicId' | 'did' | 'url', string]]; // one of the four
  const row = await tx.selectFrom('issuers').select(ISSUER).where(column, '=', value).executeTakeFirst();
  return row && toIssuer(row);
}

export async function findIssuerOfUnit(
  tx: Tx,
  institutionId: string,
  unitId: string | null,
): Promise<Issuer | undefined> {
  const row = await tx
    .selectFrom('issuers')
    .select(ISSUER)
    .where('institutionId', '=', institutionId)
    .where('unitId', 'is not distinct from', unitId)
    .executeTakeFirst();
  return row && toIssuer(row);
}

export async function listIssuers(tx: Tx, institutionId: string): Promise<Issuer[]> {
  const rows = await tx
    .selectFrom('issuers')
    .select(ISSUER)
    .where('institutionId', '=', institutionId)
    .orderBy('id')
    .execute();
  return rows.map(toIssuer);
}

export async function nameInstitutions(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, Institution['name']>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('institutions')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name as Institution['name']])); // as toInstitution()
}
