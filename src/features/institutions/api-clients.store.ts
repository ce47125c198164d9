import type { Insertable } from 'kysely';
import type { Tables, Tx } from '../../database/index.ts';

export type ApiClient = {
  readonly id: string;
  readonly institutionId: string;
  readonly secretHash: Buffer;
  readonly scopes: readonly string[];
  readonly demo: boolean;
};

export async function insertApiClient(tx: Tx, row: Insertable<Tables['apiClients']>): Promise<void> {
  await tx.insertInto('apiClients').values(row).execute();
}

export function findApiClient(tx: Tx, clientId: string): Promise<ApiClient | undefined> {
  return tx
    .selectFrom('apiClients')
    .select(['id', 'institutionId', 'secretHash', 'scopes', 'demo'])
    .where('clientId', '=', clientId)
    .where('revokedAt', 'is', null)
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

/** Only while the client itself stands. */
export function findApiToken(
  tx: Tx,
  tokenHash: Buffer,
  at: Date,
): Promise<{ clientId: string; institutionId: string; scopes: string[] } | undefined> {
  return tx
    .selectFrom('apiTokens')
    .innerJoin('apiClients', 'apiClients.id', 'apiTokens.clientId')
    .select(['apiTokens.clientId', 'apiTokens.institutionId', 'apiTokens.scopes'])
    .where('apiTokens.tokenHash', '=', tokenHash)
    .where('apiTokens.expiresAt', '>', at)
    .where('apiClients.revokedAt', 'is', null)
    .executeTakeFirst();
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

/** Its tokens open nothing from then on: `findApiToken` asks for a client that stands. */
export async function revokeClient(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('apiClients').set({ revokedAt: at }).where('id', '=', id).execute();
}

export async function deleteAllExpiredTokens(tx: Tx, at: Date): Promise<void> {
  await tx.deleteFrom('apiTokens').where('expiresAt', '<=', at).execute();
}

/** Also those that were withdrawn: what they did stands in the trail. */
export function listApiClients(tx: Tx, institutionId: string): Promise<{ id: string; name: string }[]> {
  return tx
    .selectFrom('apiClients')
    .select(['id', 'name'])
    .where('institutionId', '=', institutionId)
    .execute();
}
