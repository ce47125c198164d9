import type { Database, Tx } from '../../database/index.ts';
import type { Clock } from '../../platform/clock.ts';
import { signInNeeded } from '../../platform/problem.ts';
import type { Actor, PersonActor } from '../audit/index.ts';
import type { AccountView, WaysInView } from './account.schema.ts';
import { findPerson, type IdentityRow, listAddressRows, listIdentities } from './accounts.store.ts';
import { isProven } from './factor-reset.ts';
import { listOpenResets } from './factor-resets.store.ts';
import { EMAIL_ISSUER } from './identity.ts';
import { listNameChanges } from './name-changes.store.ts';
import { isPartyId } from './passkey.ts';
import { listPasskeys } from './passkeys.store.ts';
import type { ListProviders, SignInProvider } from './provider.ts';
import { isFresh } from './session.ts';
import { listSessions } from './sessions.store.ts';

export type GetAccountDeps = {
  readonly database: Database;
  readonly clock: Clock;
  readonly publicUrl: string;
  readonly listProviders: ListProviders;
};

/** What the reader is called, who vouches for it, what they were called before, and where letters reach them. */
export async function getAccount(deps: GetAccountDeps, actor: Actor): Promise<AccountView> {
  const { personId } = requirePersonActor(actor);
  const providers = await deps.listProviders();
  return await deps.database.asPerson(personId, async (tx) => {
    const person = await findPerson(tx, personId);
    if (!person) throw signInNeeded();
    const identities = await listIdentities(tx, personId);
    const stated = identities.map((identity) => presentIdentity(identity, providers));
    const addresses = await listAddressRows(tx, personId);
    return {
      name: person.name,
      isFresh: isFresh((actor as PersonActor).sessionProvenAt, deps.clock.now()), // checked above
      vouchers: stated.filter(({ kind, name }) => kind === 'institution' && name === person.name),
      statedNames: stated.filter(({ kind, name }) => kind !== 'email' && name !== null),
      history: (await listNameChanges(tx, personId)).map(({ oldName, newName, source, at }) => ({
        ...{ oldName, newName, source },
        at: at.toISOString(),
      })),
      addresses: addresses.map(({ id, address, isPrimary, verifiedAt }, at) => ({
        id,
        address,
        primary: isPrimary || (at === 0 && !addresses.some((one) => one.isPrimary)),
        verifiedAt: verifiedAt.toISOString(),
        opensAccount: identities.some((one) => one.issuer === EMAIL_ISSUER && one.subject === address),
      })),
    };
  });
}

/** By what the reader can sign in, and where they are signed in now. */
export async function getWaysIn(deps: GetAccountDeps, actor: Actor): Promise<WaysInView> {
  const person = requirePersonActor(actor);
  const { personId } = person;
  const providers = await deps.listProviders();
  const now = deps.clock.now();
  return await deps.database.asPerson(personId, async (tx) => {
    const identities = await listIdentities(tx, personId);
    const passkeys = await listPasskeys(tx, personId);
    return {
      isFresh: isFresh(person.sessionProvenAt, now),
      passkeysWork: isPartyId(new URL(deps.publicUrl).hostname),
      identities: identities.map((identity) => presentIdentity(identity, providers)),
      passkeys: passkeys.map(({ id, name, backedUp, createdAt, lastUsedAt }) => ({
        ...{ id, name, backedUp },
        createdAt: createdAt.toISOString(),
        lastUsedAt: lastUsedAt?.toISOString() ?? null,
      })),
      others: providers
        .filter(({ settings }) => !identities.some(({ issuer }) => issuer === settings.issuer))
        .map(({ id, name, institutionId }) => ({
          ...{ id, name },
          kind: institutionId === null ? ('learner' as const) : ('institution' as const),
          start: `/auth/start/${id}?link=1`,
        })),
      resets: await presentResets(tx, person, providers, now),
      sessions: await presentSessions(tx, person, providers, now),
    };
  });
}

export function requirePersonActor(actor: Actor): PersonActor {
  if (actor.kind !== 'person') throw signInNeeded();
  return actor;
}

async function presentResets(
  tx: Tx,
  { personId, sessionId }: PersonActor,
  providers: readonly SignInProvider[],
  now: Date,
): Promise<WaysInView['resets']> {
  const resets = await listOpenResets(tx, personId, now);
  return resets.map((reset) => {
    const { address, institutionId, expiresAt } = reset;
    const provider = providers.find((one) => one.institutionId === institutionId);
    return {
      institution: { ...provider?.name },
      until: expiresAt.toISOString(),
      shown: sessionId !== undefined && isProven(reset, { id: sessionId }, now),
      address,
      prove: address === null && provider ? `/auth/start/${provider.id}?prove=1` : null,
    };
  });
}

async function presentSessions(
  tx: Tx,
  person: PersonActor,
  providers: readonly SignInProvider[],
  now: Date,
): Promise<WaysInView['sessions']> {
  const sessions = await listSessions(tx, person.personId, now);
  return sessions.map((session) => ({
    id: session.id,
    way: session.provider,
    wayName: providers.find(({ id }) => id === session.provider)?.name ?? null,
    since: session.createdAt.toISOString(),
    seenAt: session.seenAt.toISOString(),
    current: session.id === person.sessionId,
  }));
}

function presentIdentity(
  identity: IdentityRow,
  providers: readonly SignInProvider[],
): WaysInView['identities'][number] {
  const provider = providers.find(({ settings }) => settings.issuer === identity.issuer);
  const isEmail = identity.issuer === EMAIL_ISSUER;
  return {
    id: identity.id,
    kind: isEmail ? 'email' : !provider ? 'gone' : provider.institutionId ? 'institution' : 'learner',
    provider: provider?.name ?? null,
    prove: provider ? `/auth/start/${provider.id}?prove=1` : null,
    label: isEmail ? identity.subject : provider ? null : new URL(identity.issuer).host,
    name: isEmail ? null : identity.name,
    assurance: identity.assurance,
    linkedAt: identity.linkedAt.toISOString(),
    lastUsedAt: identity.lastUsedAt.toISOString(),
    until: identity.affiliationUntil?.toISOString() ?? null,
  };
}
