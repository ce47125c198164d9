import type { Tx } from '../../database/index.ts';
import { createUuid } from '../../platform/ids.ts';
import { appendAuditEntry, type PersonActor } from '../audit/index.ts';
import { identityTaken } from './accounts.problems.ts';
import {
  addAddress,
  findIdentity,
  insertIdentity,
  insertPerson,
  listAddressRows,
  lockName,
  refreshIdentity,
} from './accounts.store.ts';
import type { StatedIdentity } from './identity.ts';
import { tellPerson } from './tell-person.ts';

export type Entrance = {
  readonly stated: StatedIdentity;
  /** `learner`, the slug of an institution, or `email`. */
  readonly provider: string;
  /** Whose account the identity is to be linked to; absent: whoever it belongs to, or someone new. */
  readonly linkTo?: string;
  readonly language: 'en' | 'nl';
};

/**
 * Whose account this identity opens. The key is the issuer and the subject: an address that two identities share
 * says nothing about whether they are one person (reliability: account-link takeover), so it never joins them.
 *
 * @throws Problem 409 when the identity is to be linked and belongs to someone else
 */
export async function enterAccount(tx: Tx, at: Date, entrance: Entrance): Promise<string> {
  const { stated, linkTo, provider } = entrance;
  await lockName(tx, `${stated.issuer} ${stated.subject}`);
  const known = await findIdentity(tx, stated);
  if (known && linkTo !== undefined && known.personId !== linkTo) throw identityTaken();
  const personId = known?.personId ?? linkTo ?? (await createPerson(tx, at, entrance));
  const said = {
    name: stated.name ?? null,
    identifiers: [...stated.identifiers],
    addresses: [...stated.addresses],
    assurance: [...(stated.assurance ?? [])],
    affiliationUntil: stated.affiliationUntil ?? null,
    lastUsedAt: at,
  };
  if (known) await refreshIdentity(tx, known.id, said);
  if (!known) await linkIdentity(tx, at, { ...entrance, personId, said });
  // An address that it said before is there, or its reader removed it: neither is news.
  const fresh = stated.addresses.filter((address) => !known?.addresses.includes(address));
  for (const address of fresh) await proveAddress(tx, at, { personId, address, provider, stated });
  return personId;
}

async function createPerson(tx: Tx, at: Date, { stated, language, provider }: Entrance): Promise<string> {
  const id = createUuid();
  await insertPerson(tx, { id, name: stated.name ?? stated.subject, language, createdAt: at });
  await record(tx, at, id, 'account.created', { kind: 'person', id }, provider);
  return id;
}

async function linkIdentity(
  tx: Tx,
  at: Date,
  input: Entrance & {
    readonly personId: string;
    readonly said: Parameters<typeof refreshIdentity>[2];
  },
): Promise<void> {
  const id = createUuid();
  const { issuer, subject } = input.stated;
  await insertIdentity(tx, { id, personId: input.personId, issuer, subject, linkedAt: at, ...input.said });
  await record(tx, at, input.personId, 'identity.linked', { kind: 'identity', id }, input.provider);
  if (input.linkTo) await tellPerson(tx, at, { personId: input.personId, change: 'identity-linked' });
}

export async function proveAddress(
  tx: Tx,
  at: Date,
  input: {
    readonly personId: string;
    readonly address: string;
    readonly provider: string;
    readonly stated: Pick<StatedIdentity, 'issuer'>;
  },
): Promise<void> {
  const { personId, address, provider } = input;
  const id = createUuid();
  const row = { id, personId, address, verifiedAt: at, verifiedBy: input.stated.issuer };
  if (!(await addAddress(tx, row))) return;
  const others = (await listAddressRows(tx, personId)).length - 1;
  if (others > 0) await tellPerson(tx, at, { personId, change: 'address-added', except: id });
  await record(tx, at, personId, 'address.added', { kind: 'person', id: personId }, provider);
}

/** Which provider, and never a name or an address: the entry outlives an erasure (DECISIONS 21). */
async function record(
  tx: Tx,
  at: Date,
  personId: string,
  action: string,
  subject: { readonly kind: string; readonly id: string },
  provider: string,
): Promise<void> {
  const actor: PersonActor = { kind: 'person', personId, permissions: new Set() };
  await appendAuditEntry(tx, at, {
    actor,
    institutionId: null,
    action,
    subject,
    personId,
    detail: { provider },
  });
}
