import { type Insertable, type Selectable, sql } from 'kysely';
import type { Tables, Tx } from '../../database/index.ts';

export type Membership = {
  readonly institutionId: string;
  readonly role: string;
  readonly unitId: string | null;
  readonly designId: string | null;
};

export async function insertMember(tx: Tx, row: Insertable<Tables['members']>): Promise<void> {
  await tx
    .insertInto('members')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** What a person may do where, at this instant. */
export function listMemberships(tx: Tx, personId: string, at: Date): Promise<Membership[]> {
  return tx
    .selectFrom('members')
    .select(['institutionId', 'role', 'unitId', 'designId'])
    .where('personId', '=', personId)
    .where((where) => where.or([where('validUntil', 'is', null), where('validUntil', '>', at)]))
    .execute();
}

/** The permissions of institutions' own roles, by `institutionId slug`. */
export async function listRolePermissions(
  tx: Tx,
  institutionIds: readonly string[],
  slugs: readonly string[],
): Promise<Map<string, string[]>> {
  if (slugs.length === 0) return new Map();
  const rows = await tx
    .selectFrom('roles')
    .select(['institutionId', 'slug', 'permissions'])
    .where('institutionId', 'in', [...institutionIds])
    .where('slug', 'in', [...slugs])
    .execute();
  return new Map(rows.map((row) => [`${row.institutionId} ${row.slug}`, row.permissions]));
}

/** Fills in who a member is, once their own institution's provider has said so. */
export async function recogniseMember(
  tx: Tx,
  input: { institutionId: string; identifiers: readonly string[]; personId: string },
): Promise<void> {
  if (input.identifiers.length === 0) return;
  await tx
    .updateTable('members')
    .set({ personId: input.personId })
    .where('institutionId', '=', input.institutionId)
    .where('identifier', 'in', [...input.identifiers])
    .where('personId', 'is', null)
    .execute();
}

export type Member = Pick<
  Selectable<Tables['members']>,
  'id' | 'institutionId' | 'unitId' | 'designId' | 'personId' | 'identifier' | 'name' | 'role' | 'validUntil'
>;

const MEMBER = [
  'id',
  'institutionId',
  'unitId',
  'designId',
  'personId',
  'identifier',
  'name',
  'role',
  'validUntil',
] as const;

export function listMembers(tx: Tx, institutionId: string): Promise<Member[]> {
  return tx
    .selectFrom('members')
    .select(MEMBER)
    .where('institutionId', '=', institutionId)
    .orderBy('name')
    .orderBy('role')
    .execute();
}

export function findMember(tx: Tx, id: string): Promise<Member | undefined> {
  return tx.selectFrom('members').select(MEMBER).where('id', '=', id).executeTakeFirst();
}

export async function updateMember(tx: Tx, id: string, change: { validUntil: Date | null }): Promise<void> {
  await tx.updateTable('members').set(change).where('id', '=', id).execute();
}

export async function deleteMember(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('members').where('id', '=', id).execute();
}

/** Changes of who may do what follow one another within an institution, so that two cannot both be the last. */
export async function lockMembers(tx: Tx, institutionId: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${institutionId}, 727276))`.execute(tx);
}

/** A role at the same place is kept once, with the later end. */
export async function moveMembers(tx: Tx, from: string, to: string): Promise<void> {
  const places = ['id', 'institutionId', 'role', 'unitId', 'designId', 'validUntil'] as const;
  const held = await tx.selectFrom('members').select(places).where('personId', '=', to).execute();
  const coming = await tx.selectFrom('members').select(places).where('personId', '=', from).execute();
  const endOf = (member: { validUntil: Date | null }) =>
    member.validUntil?.getTime() ?? Number.POSITIVE_INFINITY;
  for (const member of coming) {
    const same = held.find(
      (one) =>
        one.institutionId === member.institutionId &&
        one.role === member.role &&
        one.unitId === member.unitId &&
        one.designId === member.designId,
    );
    const goes = same && (endOf(same) >= endOf(member) ? member : same);
    if (goes) await tx.deleteFrom('members').where('id', '=', goes.id).execute();
  }
  await tx.updateTable('members').set({ personId: to }).where('personId', '=', from).execute();
  await tx.updateTable('invitations').set({ personId: to }).where('personId', '=', from).execute();
}

export function listMembersOf(tx: Tx, personId: string): Promise<Selectable<Tables['members']>[]> {
  return tx.selectFrom('members').selectAll().where('personId', '=', personId).orderBy('createdAt').execute();
}

export async function deleteMembersOf(tx: Tx, personId: string): Promise<void> {
  await tx.deleteFrom('members').where('personId', '=', personId).execute();
}
