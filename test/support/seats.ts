/** People who hold a role at an institution: an account, a membership, and the rights of their role. */
import type { Deps } from '../../src/app/deps.ts';
import { insertPerson } from '../../src/features/accounts/accounts.store.ts';
import type { PersonActor } from '../../src/features/audit/index.ts';
import { permissionsOf, type Role } from '../../src/features/institutions/index.ts';
import { insertMember } from '../../src/features/institutions/members.store.ts';
import { createUuid } from '../../src/platform/ids.ts';
import type { World } from './world.ts';

export async function seat(deps: Deps, institutionId: string, role: Role): Promise<PersonActor> {
  const [personId, createdAt] = [createUuid(), deps.clock.now()];
  await deps.database.asDoorkeeper((tx) =>
    insertPerson(tx, { id: personId, name: `Somebody, ${role}`, language: 'en', createdAt }),
  );
  return await join(deps, institutionId, { personId, role });
}

/** The same with an address that letters reach; at a unit, when one is named. */
export async function seatWithAddress(
  world: World,
  institutionId: string,
  { role, address, unitId }: { readonly role: Role; readonly address: string; readonly unitId?: string },
): Promise<PersonActor> {
  const { personId } = await world.settleLearner(address, address);
  return await join(world.deps, institutionId, { personId, role, ...(unitId ? { unitId } : {}) });
}

async function join(
  deps: Deps,
  institutionId: string,
  { personId, role, unitId }: { readonly personId: string; readonly role: Role; readonly unitId?: string },
): Promise<PersonActor> {
  await deps.database.asInstitution(institutionId, (tx) =>
    insertMember(tx, {
      ...{ id: createUuid(), institutionId, personId, role, unitId: unitId ?? null },
      ...{ name: `Somebody, ${role}`, identifier: `${personId}@members.example` },
      createdAt: deps.clock.now(),
    }),
  );
  return { kind: 'person', personId, institutionId, permissions: permissionsOf([role]) };
}

const committees = new WeakMap<Deps['database'], Map<string, Promise<PersonActor[]>>>();

/** The committee of an institution, the same people each time: two members and a representative of learners. */
export async function seatCommittee(deps: Deps, institutionId: string): Promise<PersonActor[]> {
  const known = committees.get(deps.database) ?? new Map<string, Promise<PersonActor[]>>();
  committees.set(deps.database, known);
  const seated =
    known.get(institutionId) ??
    Promise.all(
      (['committee-member', 'committee-member', 'learner-representative'] as const).map((role) =>
        seat(deps, institutionId, role),
      ),
    );
  known.set(institutionId, seated);
  return await seated;
}
