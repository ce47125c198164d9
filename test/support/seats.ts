/** People who sit in the committee of an institution: an account, a membership, and the rights of their role. */
import type { Deps } from '../../src/app/deps.ts';
import { insertPerson } from '../../src/features/accounts/accounts.store.ts';
import type { PersonActor } from '../../src/features/audit/index.ts';
import { permissionsOf, type Role } from '../../src/features/institutions/index.ts';
import { insertMember } from '../../src/features/institutions/members.store.ts';
import { createUuid } from '../../src/platform/ids.ts';

export async function seat(deps: Deps, institutionId: string, role: Role): Promise<PersonActor> {
  const [personId, createdAt] = [createUuid(), deps.clock.now()];
  const name = `Somebody, ${role}`;
  await deps.database.asDoorkeeper((tx) =>
    insertPerson(tx, { id: personId, name, language: 'en', createdAt }),
  );
  await deps.database.asInstitution(institutionId, (tx) =>
    insertMember(tx, {
      ...{ id: createUuid(), institutionId, personId, name, role, createdAt },
      identifier: `${personId}@members.example`,
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
