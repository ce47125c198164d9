/** Programs of an institution: OAuth 2.0 client credentials (RFC 6749 §4.4), opaque tokens kept hashed. */
import type { Database, Tx } from '../../database/index.ts';
import type { Clock } from '../../platform/clock.ts';
import { createSecret, equalsInConstantTime, hashSecret } from '../../platform/crypto/index.ts';
import { createUuid } from '../../platform/ids.ts';
import { appendAuditEntry, type ClientActor, system } from '../audit/index.ts';
import {
  deleteExpiredTokens,
  findApiClient,
  findApiToken,
  insertApiClient,
  insertApiToken,
  markClientUsed,
} from './api-clients.store.ts';
import { isPermission, type Permission } from './permissions.ts';

type ClientDeps = { readonly database: Database; readonly clock: Clock; readonly demo: boolean };

const TOKEN_SECONDS = 600;

export type NewApiClient = {
  readonly institutionId: string;
  readonly clientId: string;
  readonly secret: string;
  readonly name: string;
  readonly scopes: readonly Permission[];
  readonly demo?: boolean;
  readonly requestsPerMinute?: number;
};

export async function createApiClient(deps: ClientDeps, input: NewApiClient): Promise<void> {
  await deps.database.asInstitution(input.institutionId, (tx) =>
    insertApiClient(tx, {
      id: createUuid(),
      institutionId: input.institutionId,
      clientId: input.clientId,
      secretHash: digest(input.secret),
      name: input.name,
      scopes: [...input.scopes],
      demo: input.demo ?? false,
      ...(input.requestsPerMinute ? { requestsPerMinute: input.requestsPerMinute } : {}),
      createdAt: deps.clock.now(),
    }),
  );
}

export type TokenAnswer =
  | {
      readonly outcome: 'granted';
      readonly token: string;
      readonly expiresIn: number;
      readonly scopes: readonly string[];
    }
  | { readonly outcome: 'invalid_client' | 'invalid_scope' };

/** Demo clients have a published secret, so they are refused where the demo is off. */
export function grantToken(
  deps: ClientDeps,
  input: { clientId: string; secret: string; scopes?: readonly string[] },
): Promise<TokenAnswer> {
  return deps.database.asDoorkeeper(async (tx) => {
    const client = await findApiClient(tx, input.clientId, deps.clock.now());
    const given = digest(input.secret).toString('hex');
    const isFormerGood = client?.formerUntil && client.formerUntil > deps.clock.now();
    // Both are compared in any case, so that an unknown client takes as long as a wrong secret.
    const isPresent = equalsInConstantTime(given, client?.secretHash.toString('hex') ?? '');
    const isFormer = equalsInConstantTime(given, client?.formerHash?.toString('hex') ?? '');
    const fits = isPresent || (isFormer && isFormerGood);
    if (!client || (client.demo && !deps.demo)) return { outcome: 'invalid_client' };
    if (!fits) {
      await recordToken(tx, deps.clock.now(), client, 'token.refused');
      return { outcome: 'invalid_client' };
    }
    const scopes = input.scopes ?? client.scopes;
    if (scopes.some((scope) => !client.scopes.includes(scope))) return { outcome: 'invalid_scope' };
    const now = deps.clock.now();
    const token = createSecret();
    await deleteExpiredTokens(tx, client.id, now);
    await insertApiToken(tx, {
      tokenHash: digest(token),
      institutionId: client.institutionId,
      clientId: client.id,
      scopes: [...scopes],
      expiresAt: new Date(now.getTime() + TOKEN_SECONDS * 1000),
    });
    await markClientUsed(tx, client.id, now);
    await recordToken(tx, now, client, 'token.granted');
    return { outcome: 'granted', token, expiresIn: TOKEN_SECONDS, scopes };
  });
}

/** The actor behind a bearer token and how often it may ask; undefined when it is unknown, expired or revoked. */
export async function findClientActor(
  deps: ClientDeps,
  token: string,
): Promise<{ readonly actor: ClientActor; readonly requestsPerMinute: number } | undefined> {
  const found = await deps.database.asDoorkeeper((tx) => findApiToken(tx, digest(token), deps.clock.now()));
  if (!found) return undefined;
  return {
    actor: {
      kind: 'client',
      clientId: found.clientId,
      institutionId: found.institutionId,
      permissions: new Set(found.scopes.filter(isPermission)),
    },
    requestsPerMinute: found.requestsPerMinute,
  };
}

async function recordToken(
  tx: Tx,
  at: Date,
  client: { readonly id: string; readonly institutionId: string },
  action: 'token.granted' | 'token.refused',
): Promise<void> {
  const { id, institutionId } = client;
  const asker = { kind: 'client', clientId: id, institutionId, permissions: new Set<string>() } as const;
  await appendAuditEntry(tx, at, {
    // With a wrong secret anyone may have asked.
    actor: action === 'token.granted' ? asker : system,
    institutionId,
    action,
    subject: { kind: 'client', id },
  });
}

export function digest(secret: string): Buffer {
  return Buffer.from(hashSecret(secret), 'hex');
}
