/** Programs, from the day they are made to the day they are withdrawn. A secret is shown once and kept hashed. */
import type { Tx } from '../../database/index.ts';
import { createPublicId, createSecret } from '../../platform/crypto/index.ts';
import { createUuid } from '../../platform/ids.ts';
import { notAllowed, notFound } from '../../platform/problem.ts';
import { type Actor, appendAuditEntry } from '../audit/index.ts';
import {
  type ClientListItem,
  deleteTokens,
  findClientMaker,
  insertApiClient,
  type LockedClient,
  listApiClients,
  lockApiClient,
  updateApiClient,
} from './api-clients.store.ts';
import { digest } from './api-clients.ts';
import { findInstitution } from './institutions.store.ts';
import { clientWithdrawn } from './organisation.problems.ts';
import type { OrganisationDeps } from './organisation-deps.ts';
import { type Permission, requirePermission, type StaffActor } from './permissions.ts';

type Deps = Pick<OrganisationDeps, 'database' | 'clock'>;

export type OpenedClient = { readonly id: string; readonly clientId: string; readonly secret: string };

export const LONGEST_OVERLAP_HOURS = 7 * 24;

export async function listClients(deps: Deps, actor: Actor): Promise<ClientListItem[]> {
  const staff = requirePermission(actor, 'clients.manage', 'institution');
  return await deps.database.asInstitution(staff.institutionId, (tx) =>
    listApiClients(tx, staff.institutionId),
  );
}

/** @throws Problem 403 for a scope that its maker does not hold in the whole institution */
export async function openClient(
  deps: Deps,
  actor: Actor,
  input: {
    readonly name: string;
    readonly scopes: readonly Permission[];
    readonly requestsPerMinute: number;
  },
): Promise<OpenedClient> {
  const staff = requirePermission(actor, 'clients.manage', 'institution');
  requireScopes(staff, input.scopes);
  const secret = createSecret();
  return await deps.database.asInstitution(staff.institutionId, async (tx) => {
    const institution = await findInstitution(tx, staff.institutionId);
    if (!institution) throw notFound();
    const id = createUuid();
    const clientId = `${institution.slug}-${createPublicId()}`;
    await insertApiClient(tx, {
      id,
      institutionId: institution.id,
      clientId,
      secretHash: digest(secret),
      name: input.name,
      scopes: [...input.scopes],
      requestsPerMinute: input.requestsPerMinute,
      createdBy: await findMaker(tx, staff),
      createdAt: deps.clock.now(),
    });
    await record(deps, tx, staff, id, 'client.created', { scopes: input.scopes });
    return { id, clientId, secret };
  });
}

/**
 * A new secret; the one before is good for so many hours more. With none, what was signed in with it ends too.
 *
 * @throws Problem 403 for a program that may do more than whoever would be shown its secret
 */
export async function rotateSecret(
  deps: Deps,
  actor: Actor,
  input: { readonly id: string; readonly overlapHours: number },
): Promise<{ readonly secret: string }> {
  const secret = createSecret();
  await withClient(deps, actor, input.id, async (tx, staff, client) => {
    requireScopes(staff, client.scopes);
    const now = deps.clock.now();
    const overlapMs = input.overlapHours * 3_600_000;
    await updateApiClient(tx, input.id, {
      secretHash: digest(secret),
      rotatedAt: now,
      formerHash: overlapMs > 0 ? client.secretHash : null,
      formerUntil: overlapMs > 0 ? new Date(now.getTime() + overlapMs) : null,
    });
    if (overlapMs === 0) await deleteTokens(tx, input.id);
    await record(deps, tx, staff, input.id, 'client.secret-rotated', { overlapHours: input.overlapHours });
  });
  return { secret };
}

/** The secret before ends at once, and every token: which of the two opened it is not kept. */
export async function endFormerSecret(
  deps: Deps,
  actor: Actor,
  input: { readonly id: string },
): Promise<void> {
  await withClient(deps, actor, input.id, async (tx, staff) => {
    await updateApiClient(tx, input.id, { formerHash: null, formerUntil: null });
    await deleteTokens(tx, input.id);
    await record(deps, tx, staff, input.id, 'client.former-secret-ended', {});
  });
}

export async function limitClient(
  deps: Deps,
  actor: Actor,
  input: { readonly id: string; readonly requestsPerMinute: number },
): Promise<void> {
  const { id, requestsPerMinute } = input;
  await withClient(deps, actor, id, async (tx, staff) => {
    await updateApiClient(tx, id, { requestsPerMinute });
    await record(deps, tx, staff, id, 'client.limited', { requestsPerMinute });
  });
}

/** Nothing opens with it from now on; its tokens end in the same instant. */
export async function withdrawClient(
  deps: Deps,
  actor: Actor,
  input: { readonly id: string },
): Promise<void> {
  await withClient(deps, actor, input.id, async (tx, staff) => {
    await updateApiClient(tx, input.id, {
      revokedAt: deps.clock.now(),
      formerHash: null,
      formerUntil: null,
    });
    await deleteTokens(tx, input.id);
    await record(deps, tx, staff, input.id, 'client.withdrawn', {});
  });
}

/** Who answers for a program that a program made is who answers for that one. */
async function findMaker(tx: Tx, staff: StaffActor): Promise<string | null> {
  return staff.kind === 'person' ? staff.personId : await findClientMaker(tx, staff.clientId);
}

/** Whoever has the secret of a program has what it may do: in the whole institution. */
function requireScopes(staff: StaffActor, scopes: readonly string[]): void {
  const excessive = scopes.find((scope) => !staff.permissions.has(scope));
  if (excessive) throw notAllowed(excessive);
}

async function withClient(
  deps: Deps,
  actor: Actor,
  id: string,
  change: (tx: Tx, staff: StaffActor, client: LockedClient) => Promise<void>,
): Promise<void> {
  const staff = requirePermission(actor, 'clients.manage', 'institution');
  await deps.database.asInstitution(staff.institutionId, async (tx) => {
    const client = await lockApiClient(tx, id);
    if (!client) throw notFound();
    if (client.revokedAt) throw clientWithdrawn();
    await change(tx, staff, client);
  });
}

async function record(
  deps: Deps,
  tx: Tx,
  actor: StaffActor,
  id: string,
  action: string,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> {
  await appendAuditEntry(tx, deps.clock.now(), {
    actor,
    institutionId: actor.institutionId,
    action,
    subject: { kind: 'client', id },
    detail,
  });
}
