import type { Database, Tx } from '../../database/index.ts';
import type { OrganisationIdentifier, PostalAddress, Text } from '../../formats/index.ts';
import type { Clock } from '../../platform/clock.ts';
import type { MasterKey } from '../../platform/crypto/index.ts';
import { createUuid } from '../../platform/ids.ts';
import {
  appendAuditEntry,
  type ClientActor,
  type PersonActor,
  type SystemActor,
  system,
} from '../audit/index.ts';
import { type CreateIssuerDeps, createIssuer } from './create-issuer.ts';
import type { InstitutionKind, InterfaceLanguage, Issuer, StaffProvider } from './institution.ts';
import { insertInstitution } from './institutions.store.ts';
import { sealProvider } from './staff-provider.ts';

export type CreateInstitutionDeps = CreateIssuerDeps & {
  readonly database: Database;
  readonly clock: Clock;
  readonly masterKey: MasterKey;
};

export type NewInstitution = {
  readonly slug: string;
  readonly kind: InstitutionKind;
  readonly name: Text;
  readonly defaultLanguage: InterfaceLanguage;
  readonly timeZone?: string;
  readonly address: PostalAddress;
  readonly identifiers?: readonly OrganisationIdentifier[];
  readonly email?: string;
  readonly website?: string;
  readonly linkedinId?: string;
  readonly inks: readonly string[];
  readonly staffProvider?: StaffProvider;
  readonly demo?: boolean;
};

/** A tenant with its own issuer and that issuer's keys: all of it, or nothing. */
export async function createInstitution(
  deps: CreateInstitutionDeps,
  input: NewInstitution,
  actor: PersonActor | ClientActor | SystemActor = system,
): Promise<{ institutionId: string; issuer: Issuer }> {
  const institutionId = createUuid();
  const issuer = await deps.database.asInstitution(institutionId, (tx) =>
    writeInstitution(deps, tx, { ...input, id: institutionId }, actor),
  );
  return { institutionId, issuer };
}

/** The same, with whatever else is written in that transaction. */
export async function writeInstitution(
  deps: Omit<CreateInstitutionDeps, 'database'>,
  tx: Tx,
  input: NewInstitution & { readonly id: string },
  actor: PersonActor | ClientActor | SystemActor,
): Promise<Issuer> {
  await insertRow(deps, tx, input);
  await appendAuditEntry(tx, deps.clock.now(), {
    actor,
    institutionId: input.id,
    action: 'institution.created',
    subject: { kind: 'institution', id: input.id },
  });
  return await createIssuer(deps, tx, {
    institutionId: input.id,
    unitId: null,
    name: input.name,
    operator: input.kind === 'operator',
    demo: input.demo ?? false,
  });
}

function insertRow(
  deps: Omit<CreateInstitutionDeps, 'database'>,
  tx: Tx,
  input: NewInstitution & { readonly id: string },
): Promise<void> {
  return insertInstitution(tx, {
    id: input.id,
    slug: input.slug,
    kind: input.kind,
    name: JSON.stringify(input.name),
    defaultLanguage: input.defaultLanguage,
    timeZone: input.timeZone ?? 'Europe/Amsterdam',
    address: JSON.stringify(input.address),
    identifiers: JSON.stringify(input.identifiers ?? []),
    email: input.email ?? null,
    website: input.website ?? null,
    linkedinId: input.linkedinId ?? null,
    inks: [...input.inks],
    staffProvider: input.staffProvider
      ? JSON.stringify(sealProvider(deps.masterKey, input.id, input.staffProvider))
      : null,
    demo: input.demo ?? false,
    createdAt: deps.clock.now(),
  });
}
