/** Everyone who could come to an address, each with what they bring along. */
import { startSession } from '../../src/features/accounts/start-session.ts';
import { type PersonActor, system } from '../../src/features/audit/index.ts';
import {
  createUnit,
  INSTITUTION_PERMISSIONS,
  permissionsOf,
  ROLES,
  type Role,
} from '../../src/features/institutions/index.ts';
import { insertMember } from '../../src/features/institutions/members.store.ts';
import { createUuid } from '../../src/platform/ids.ts';
import type { openServer } from '../support/server.ts';
import type { World } from '../support/world.ts';

export type Somebody = {
  readonly name: string;
  readonly kind: 'anonymous' | 'person' | 'program';
  readonly headers: Readonly<Record<string, string>>;
  readonly permissions: ReadonlySet<string>;
  /** Where their permissions hold, seen from a thing of Groningen's faculty of philosophy. */
  readonly place: 'institution' | 'beside' | 'elsewhere';
};

export type Cast = {
  /** Signs everyone in again whom an address has signed out. */
  readonly renew: () => Promise<void>;
  readonly everyone: readonly Somebody[];
  readonly holder: PersonActor;
  readonly holderAddresses: readonly string[];
  readonly holderSession: string;
};

const DAY_MS = 24 * 60 * 60 * 1000;

export async function castEveryone(
  world: World,
  server: Awaited<ReturnType<typeof openServer>>,
): Promise<Cast> {
  const { groningen, oosterdiep } = world;
  const { unitId: besideId } = await createUnit(world.deps, system, {
    institutionId: groningen.institutionId,
    slug: 'beside',
    name: { en: 'Faculty of Law' },
  });
  await createUnit(world.deps, system, {
    institutionId: groningen.institutionId,
    slug: 'only-here',
    name: { en: 'Faculty of Medicine' },
  });
  const [holderAddress, second] = ['holder@example.org', 'holder.too@example.org'];
  const holder = await world.settleLearner(holderAddress);
  await world.queryAsSuperuser(
    `INSERT INTO email_addresses (id, person_id, address, verified_at, verified_by)
     VALUES (gen_random_uuid(), '${holder.personId}', '${second}', now(), 'test')`,
  );
  const staff = (
    name: string,
    at: World['groningen'],
    role: Role,
    place: Somebody['place'],
    more: { unitId?: string; validUntil?: Date; isFactorMissing?: boolean } = {},
  ) => castStaff(world, { name, institutionId: at.institutionId, role, place, ...more });
  const everyone = [
    { name: 'nobody', kind: 'anonymous', headers: {}, permissions: new Set(), place: 'elsewhere' },
    await castLearner(world, 'the holder', holder),
    await castLearner(world, 'another learner', await world.settleLearner('other@example.org')),
    ...(await Promise.all(
      ROLES.filter((role) => role !== 'operator').map((role) =>
        staff(`${role} here`, groningen, role, 'institution'),
      ),
    )),
    await staff('administrator of the unit beside', groningen, 'administrator', 'beside', {
      unitId: besideId,
    }),
    ...(await Promise.all(
      (['administrator', 'registrar', 'teacher', 'auditor'] as const).map((role) =>
        staff(`${role} of another institution`, oosterdiep, role, 'elsewhere'),
      ),
    )),
    {
      ...(await staff('administrator whose role is over', groningen, 'administrator', 'institution', {
        validUntil: new Date(world.clock.now().getTime() - DAY_MS),
      })),
      permissions: new Set<string>(),
    },
    await staff('administrator without a second factor', groningen, 'administrator', 'institution', {
      isFactorMissing: true,
    }),
    await castExpired(world),
    await castProgram(server, 'program here', groningen.institutionId, 'institution'),
    await castProgram(server, 'program of another institution', oosterdiep.institutionId, 'elsewhere'),
    await castOperator(world),
  ] satisfies Somebody[];
  // Somewhere else, where the holder can be signed out.
  const holderSession = createUuid();
  await openSession(world, holder.personId, null);
  await world.queryAsSuperuser(
    `UPDATE sessions SET id = '${holderSession}' WHERE id =
      (SELECT id FROM sessions WHERE person_id = '${holder.personId}' ORDER BY id DESC LIMIT 1)`,
  );
  await world.queryAsSuperuser('CREATE TABLE kept_sessions AS SELECT * FROM sessions');
  const renew = async () => {
    await world.queryAsSuperuser(
      'BEGIN; DELETE FROM sessions; INSERT INTO sessions SELECT * FROM kept_sessions; COMMIT',
    );
  };
  return { renew, everyone, holder, holderSession, holderAddresses: [holderAddress, second] };
}

async function openSession(world: World, personId: string, institutionId: string | null): Promise<string> {
  const token = await world.deps.database.asDoorkeeper((tx) =>
    startSession(tx, world.clock.now(), {
      personId,
      provider: 'learner',
      institutionId,
      previousToken: undefined,
    }),
  );
  return `session=${token}`;
}

async function castLearner(world: World, name: string, { personId }: PersonActor): Promise<Somebody> {
  const cookie = await openSession(world, personId, null);
  return { name, kind: 'person', headers: { cookie }, permissions: new Set(), place: 'elsewhere' };
}

async function castStaff(
  world: World,
  input: {
    readonly name: string;
    readonly institutionId: string;
    readonly role: Role;
    readonly place: Somebody['place'];
    readonly unitId?: string;
    readonly validUntil?: Date;
    readonly isFactorMissing?: boolean;
  },
): Promise<Somebody> {
  const { name, institutionId, role, place, unitId, validUntil, isFactorMissing } = input;
  const address = `${name.replaceAll(' ', '.')}@example.org`;
  const { personId } = await world.settleLearner(address, name);
  await world.deps.database.asInstitution(institutionId, (tx) =>
    insertMember(tx, {
      id: createUuid(),
      ...{ institutionId, personId, name, role, identifier: address },
      unitId: unitId ?? null,
      validUntil: validUntil ?? null,
      createdAt: world.clock.now(),
    }),
  );
  const cookie = await openSession(world, personId, institutionId);
  if (!isFactorMissing)
    await world.queryAsSuperuser(
      `UPDATE sessions SET passkey_at = created_at WHERE person_id = '${personId}'`,
    );
  const permissions = isFactorMissing ? new Set<string>() : permissionsOf([role]);
  return { name, kind: 'person', headers: { cookie }, permissions, place };
}

/** Their session is over; it says nothing any more, whoever they were. */
async function castExpired(world: World): Promise<Somebody> {
  const somebody = await castStaff(world, {
    name: 'administrator whose session is over',
    institutionId: world.groningen.institutionId,
    role: 'administrator',
    place: 'institution',
  });
  await world.queryAsSuperuser(
    `UPDATE sessions SET expires_at = created_at WHERE person_id =
      (SELECT person_id FROM members WHERE name = '${somebody.name}')`,
  );
  return { ...somebody, kind: 'anonymous', permissions: new Set() };
}

async function castProgram(
  server: Awaited<ReturnType<typeof openServer>>,
  name: string,
  institutionId: string,
  place: Somebody['place'],
): Promise<Somebody> {
  const token = await server.signInClient(institutionId, INSTITUTION_PERMISSIONS);
  return {
    ...{ name, place, kind: 'program' },
    headers: { authorization: `Bearer ${token}` },
    permissions: new Set(INSTITUTION_PERMISSIONS),
  };
}

async function castOperator(world: World): Promise<Somebody> {
  const operatorId = await world.settleOperator();
  const somebody = await castStaff(world, {
    name: 'the operator',
    institutionId: operatorId,
    role: 'operator',
    place: 'elsewhere',
  });
  return somebody;
}
