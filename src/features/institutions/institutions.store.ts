import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Tables, Tx } from '../../database/index.ts';
import type { Institution, Issuer, StaffProvider } from './institution.ts';
import type { KeptProvider } from './staff-provider.ts';

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
  'description',
  'gradingTable',
  'logo',
  'senderName',
  'replyTo',
  'formalBasis',
  'informalBasis',
  'features',
  'openTo',
  'openToIds',
  'archivedAt',
  'createdAt',
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

/** Without the operator's own and without those that are archived. */
export async function listInstitutions(tx: Tx): Promise<Institution[]> {
  return (await listAllInstitutions(tx)).filter((institution) => institution.archivedAt === null);
}

export async function listAllInstitutions(tx: Tx): Promise<Institution[]> {
  const rows = await tx
    .selectFrom('institutions')
    .select(INSTITUTION)
    .where('kind', '<>', 'operator')
    .orderBy('slug')
    .execute();
  return rows.map(toInstitution);
}

export async function updateInstitution(
  tx: Tx,
  id: string,
  change: Updateable<Tables['institutions']>,
): Promise<void> {
  await tx.updateTable('institutions').set(change).where('id', '=', id).execute();
}

/** Which of these are archived, so that nobody acts for them. */
export async function listArchived(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .selectFrom('institutions')
    .select('id')
    .where('id', 'in', [...ids])
    .where('archivedAt', 'is not', null)
    .execute();
  return new Set(rows.map(({ id }) => id));
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
): Promise<{ institutionId: string; provider: KeptProvider } | undefined> {
  const row = await tx
    .selectFrom('institutions')
    .select(['id', 'staffProvider'])
    .where('slug', '=', slug)
    .executeTakeFirst();
  return row?.staffProvider
    ? { institutionId: row.id, provider: row.staffProvider as KeptProvider }
    : undefined;
}

/** What it asks of those who act for it, and who its own provider is. */
export async function findStaffRule(
  tx: Tx,
  institutionId: string,
): Promise<{ secondFactor: 'required' | 'off'; issuer: string | undefined } | undefined> {
  const row = await tx
    .selectFrom('institutions')
    .select(['secondFactor', 'staffProvider'])
    .where('id', '=', institutionId)
    .executeTakeFirst();
  return (
    row && {
      secondFactor: row.secondFactor,
      issuer: (row.staffProvider as StaffProvider | null)?.issuer, // written from this shape
    }
  );
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
