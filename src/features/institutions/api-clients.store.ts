import { type Expression, expressionBuilder, type Insertable, type SqlBool, type Updateable } from 'kysely';
import type { Tables, Tx } from '../../database/index.ts';

export type ApiClient = {
  readonly id: string;
  readonly institutionId: string;
  readonly secretHash: Buffer;
  /** The secret before, and until when it is good too. */
  readonly formerHash: Buffer | null;
  readonly formerUntil: Date | null;
  readonly scopes: readonly string[];
  readonly demo: boolean;
};

export async function insertApiClient(tx: Tx, row: Insertable<Tables['apiClients']>): Promise<void> {
  await tx.insertInto('apiClients').values(row).execute();
}

/** Only while its institution stands, and whoever made it has a role there. */
export function findApiClient(tx: Tx, clientId: string, at: Date): Promise<ApiClient | undefined> {
  return tx
    .selectFrom('apiClients')
    .innerJoin('institutions', 'institutions.id', 'apiClients.institutionId')
    .select([
      'apiClients.id',
      'apiClients.institutionId',
      'apiClients.secretHash',
      'apiClients.formerHash',
      'apiClients.formerUntil',
      'apiClients.scopes',
      'apiClients.demo',
    ])
    .where('apiClients.clientId', '=', clientId)
    .where('apiClients.revokedAt', 'is', null)
    .where('institutions.archivedAt', 'is', null)
    .where(isAnsweredFor(at))
    .executeTakeFirst();
}

export async function insertApiToken(tx: Tx, row: Insertable<Tables['apiTokens']>): Promise<void> {
  await tx.insertInto('apiTokens').values(row).execute();
}

export async function markClientUsed(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('apiClients').set({ lastUsedAt: at }).where('id', '=', id).execute();
}

export async function deleteExpiredTokens(tx: Tx, clientId: string, at: Date): Promise<void> {
  await tx.deleteFrom('apiTokens').where('clientId', '=', clientId).where('expiresAt', '<=', at).execute();
}

/** Only while the client itself stands, its institution, and whoever made it has a role there. */
export function findApiToken(
  tx: Tx,
  tokenHash: Buffer,
  at: Date,
): Promise<
  { clientId: string; institutionId: string; scopes: string[]; requestsPerMinute: number } | undefined
> {
  return tx
    .selectFrom('apiTokens')
    .innerJoin('apiClients', 'apiClients.id', 'apiTokens.clientId')
    .innerJoin('institutions', 'institutions.id', 'apiTokens.institutionId')
    .select([
      'apiTokens.clientId',
      'apiTokens.institutionId',
      'apiTokens.scopes',
      'apiClients.requestsPerMinute',
    ])
    .where('apiTokens.tokenHash', '=', tokenHash)
    .where('apiTokens.expiresAt', '>', at)
    .where('apiClients.revokedAt', 'is', null)
    .where('institutions.archivedAt', 'is', null)
    .where(isAnsweredFor(at))
    .executeTakeFirst();
}

/** By the software itself, or by someone whose role at the institution is not over. */
function isAnsweredFor(at: Date): Expression<SqlBool> {
  const client = expressionBuilder<Tables, 'apiClients'>();
  const roles = client
    .selectFrom('members')
    .select('members.id')
    .whereRef('members.personId', '=', 'apiClients.createdBy')
    .whereRef('members.institutionId', '=', 'apiClients.institutionId')
    .where((member) =>
      member.or([member('members.validUntil', 'is', null), member('members.validUntil', '>', at)]),
    );
  return client.or([client('apiClients.createdBy', 'is', null), client.exists(roles)]);
}

/** @returns the ids of those that ended because nobody answers for them any more */
export async function revokeUnansweredClients(tx: Tx, institutionId: string, at: Date): Promise<string[]> {
  const rows = await tx
    .updateTable('apiClients')
    .set({ revokedAt: at, formerHash: null, formerUntil: null })
    .where('institutionId', '=', institutionId)
    .where('revokedAt', 'is', null)
    .where((client) => client.not(isAnsweredFor(at)))
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

export async function findClientMaker(tx: Tx, id: string): Promise<string | null> {
  const row = await tx.selectFrom('apiClients').select('createdBy').where('id', '=', id).executeTakeFirst();
  return row?.createdBy ?? null;
}

/** Programs that a person made and that still run. */
export async function listClientsMadeBy(tx: Tx, personId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('apiClients')
    .select('id')
    .where('createdBy', '=', personId)
    .where('revokedAt', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}

export async function handClientOver(tx: Tx, id: string, to: string): Promise<void> {
  await tx.updateTable('apiClients').set({ createdBy: to }).where('id', '=', id).execute();
}

/** Those too that were withdrawn: the list says who made them. */
export async function moveClients(tx: Tx, from: string, to: string): Promise<void> {
  await tx.updateTable('apiClients').set({ createdBy: to }).where('createdBy', '=', from).execute();
}

/** Its tokens open nothing from then on: `findApiToken` asks for a client that stands. */
export async function revokeClient(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('apiClients').set({ revokedAt: at }).where('id', '=', id).execute();
}

export type ClientListItem = {
  readonly id: string;
  readonly clientId: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly demo: boolean;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly rotatedAt: Date | null;
  readonly formerUntil: Date | null;
  readonly requestsPerMinute: number;
  /** As the members of the institution are called; null: by the software itself, or by someone who left. */
  readonly createdBy: string | null;
};

export async function listApiClients(tx: Tx, institutionId: string): Promise<ClientListItem[]> {
  return await tx
    .selectFrom('apiClients')
    .select((column) => [
      ...(['id', 'clientId', 'name', 'scopes', 'demo', 'createdAt', 'lastUsedAt', 'revokedAt'] as const),
      ...(['rotatedAt', 'formerUntil', 'requestsPerMinute'] as const),
      column
        .selectFrom('members')
        .select('members.name')
        .whereRef('members.personId', '=', 'apiClients.createdBy')
        .whereRef('members.institutionId', '=', 'apiClients.institutionId')
        .limit(1)
        .as('createdBy'),
    ])
    .where('institutionId', '=', institutionId)
    .orderBy('revokedAt', (order) => order.desc().nullsFirst())
    .orderBy('createdAt', 'desc')
    .execute();
}

export type LockedClient = {
  readonly secretHash: Buffer;
  readonly scopes: readonly string[];
  readonly revokedAt: Date | null;
};

/** Two who change the same program follow each other. */
export function lockApiClient(tx: Tx, id: string): Promise<LockedClient | undefined> {
  return tx
    .selectFrom('apiClients')
    .select(['secretHash', 'scopes', 'revokedAt'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function updateApiClient(
  tx: Tx,
  id: string,
  change: Updateable<Tables['apiClients']>,
): Promise<void> {
  await tx.updateTable('apiClients').set(change).where('id', '=', id).execute();
}

export async function deleteTokens(tx: Tx, clientId: string): Promise<void> {
  await tx.deleteFrom('apiTokens').where('clientId', '=', clientId).execute();
}

export async function deleteAllExpiredTokens(tx: Tx, at: Date): Promise<void> {
  await tx.deleteFrom('apiTokens').where('expiresAt', '<=', at).execute();
}

/** Also those that were withdrawn: what they did stands in the trail. */
export function nameApiClients(tx: Tx, institutionId: string): Promise<{ id: string; name: string }[]> {
  return tx
    .selectFrom('apiClients')
    .select(['id', 'name'])
    .where('institutionId', '=', institutionId)
    .execute();
}
