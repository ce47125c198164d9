/** Who can give whom what: hundreds of random acts against a model that is too simple to be wrong (reliability D3). */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../test/support/world.ts';
import { type PersonActor, system } from '../audit/index.ts';
import { answerInvitation } from './answer-invitation.ts';
import { removeMember } from './change-member.ts';
import { createUnit } from './create-unit.ts';
import { composeInvitationToken } from './invitation.ts';
import { inviteMembers } from './invite-members.ts';
import { listRights } from './list-rights.ts';
import { insertMember } from './members.store.ts';
import { type Level, levelsOf, type Permission, permissionsOf, type Role } from './permissions.ts';

const ACTS = 400;
const PEOPLE = 6;
const ROLES: readonly Role[] = [
  'administrator',
  'designer',
  'editor',
  'awarder',
  'registrar',
  'reader',
  'auditor',
];
/** Slug → the slug above it; the empty one is the institution. */
const TREE: Readonly<Record<string, string>> = { north: '', south: '', coast: 'north', islands: 'coast' };
const PLACES = ['', ...Object.keys(TREE)];

type Held = { readonly person: number; readonly role: Role; readonly place: string };

let world: World;
let people: PersonActor[];
let unitIds: Map<string, string>;

beforeAll(async () => {
  world = await openWorld();
  people = [];
  for (let at = 0; at < PEOPLE; at += 1) people.push(await world.settleLearner(addressOf(at)));
  unitIds = new Map();
  for (const [slug, above] of Object.entries(TREE)) {
    const { unitId } = await createUnit(world.deps, system, {
      institutionId: world.groningen.institutionId,
      slug,
      name: { en: slug },
      parentId: unitIds.get(above) ?? null,
    });
    unitIds.set(slug, unitId);
  }
});
afterAll(() => world?.close());

function addressOf(person: number): string {
  return `person${person}@groningen.example`;
}

/** The place itself and everything above it. */
function pathOf(place: string): string[] {
  return place === '' ? [''] : [place, ...pathOf(TREE[place] ?? '')];
}

function holds(model: readonly Held[], person: number, permission: Permission, place: string): boolean {
  return model.some(
    (held) =>
      held.person === person &&
      pathOf(place).includes(held.place) &&
      permissionsOf([held.role]).has(permission),
  );
}

/** Has everything that the role has, and the right to give it, at that place. */
function masters(model: readonly Held[], person: number, role: Role, place: string): boolean {
  return [...permissionsOf([role]), 'members.manage' as const].every((permission) =>
    holds(model, person, permission, place),
  );
}

function isLastLeader(model: readonly Held[], { person, role, place }: Held): boolean {
  const leads = (held: Held) => held.role === 'administrator' && held.place === '';
  return leads({ person, role, place }) && !model.some((held) => held.person !== person && leads(held));
}

async function actAs(person: number): Promise<PersonActor> {
  const { personId } = people[person] as PersonActor; // there are as many as PEOPLE
  const { institutionId } = world.groningen;
  const rights = await world.deps.database.asDoorkeeper((tx) => listRights(tx, personId, world.clock.now()));
  const held = rights.find((one) => one.institutionId === institutionId);
  return held
    ? { kind: 'person', personId, institutionId, permissions: held.permissions }
    : { kind: 'person', personId, permissions: new Set() };
}

async function give(giver: number, { person, role, place }: Held): Promise<boolean> {
  const { deps } = world;
  try {
    const [fate] = await inviteMembers(deps, await actAs(giver), {
      invitations: [{ address: addressOf(person), role, ...(place ? { unit: place } : {}) }],
    });
    if (fate?.fate !== 'invited') return false;
  } catch {
    return false;
  }
  const [open] = await world.queryAsSuperuser<{ id: string; expires_at: Date }>(
    "SELECT id, expires_at FROM invitations WHERE state = 'pending'",
  );
  if (!open) throw new Error('an open invitation');
  const token = composeInvitationToken(deps.keyedDigest, { id: open.id, expiresAt: open.expires_at });
  await answerInvitation(deps, people[person] as PersonActor, { token, answer: 'accept' });
  return true;
}

async function take(taker: number, { person, role, place }: Held): Promise<boolean> {
  const [member] = await world.queryAsSuperuser<{ id: string }>(
    `SELECT id FROM members WHERE identifier = '${addressOf(person)}' AND role = '${role}'
     AND unit_id IS NOT DISTINCT FROM ${place ? `'${unitIds.get(place)}'` : 'NULL'}`,
  );
  try {
    await removeMember(world.deps, await actAs(taker), { id: member?.id ?? '' });
    return true;
  } catch {
    return false;
  }
}

const act = fc.record({
  gives: fc.boolean(),
  actor: fc.nat({ max: PEOPLE - 1 }),
  person: fc.nat({ max: PEOPLE - 1 }),
  role: fc.constantFrom(...ROLES),
  place: fc.constantFrom(...PLACES),
});

describe(`${ACTS} random acts of giving and taking roles`, () => {
  it('do what the model says, and leave everyone with what the model says', async () => {
    let model: Held[] = [{ person: 0, role: 'administrator', place: '' }];
    const { institutionId } = world.groningen;
    await world.deps.database.asInstitution(institutionId, (tx) =>
      insertMember(tx, {
        id: crypto.randomUUID(),
        ...{ institutionId, personId: people[0]?.personId ?? '', identifier: addressOf(0) },
        ...{ name: 'The first', role: 'administrator', createdAt: world.clock.now() },
      }),
    );
    const tally = { given: 0, taken: 0, refused: 0 };
    for (const { gives, actor, ...held } of fc.sample(act, { numRuns: ACTS, seed: 3 })) {
      const isHeld = model.some(
        (one) => one.person === held.person && one.role === held.role && one.place === held.place,
      );
      const level: Level = held.place === '' ? 'institution' : 'unit';
      const fits = levelsOf(held.role).includes(level);
      const may = gives
        ? fits && !isHeld && masters(model, actor, held.role, held.place)
        : isHeld &&
          !isLastLeader(model, held) &&
          (actor === held.person || masters(model, actor, held.role, held.place));
      const did = gives ? await give(actor, held) : await take(actor, held);
      expect({ gives, actor, held, did }).toEqual({ gives, actor, held, did: may });
      if (may && gives) model = [...model, held];
      if (may && !gives)
        model = model.filter(
          (one) => !(one.person === held.person && one.role === held.role && one.place === held.place),
        );
      tally[may ? (gives ? 'given' : 'taken') : 'refused'] += 1;
    }
    // Nothing is shown by a run in which nothing happened.
    expect(Math.min(tally.given, tally.taken, tally.refused)).toBeGreaterThan(10);
    for (let person = 0; person < PEOPLE; person += 1)
      for (const place of PLACES)
        for (const permission of [
          'designs.write',
          'awards.revoke',
          'members.manage',
          'audit.read',
        ] as const) {
          const { permissions } = await actAs(person);
          const unitId = unitIds.get(place);
          const has = permissions.has(permission) || permissions.has(`${permission}@${unitId}`);
          expect({ person, place, permission, has }).toEqual({
            ...{ person, place, permission },
            has: holds(model, person, permission, place),
          });
        }
  });
});
