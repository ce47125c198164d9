/** Who may do what where: invitations, roles at every level of the tree, leaving. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../test/support/world.ts';
import { type PersonActor, system } from '../audit/index.ts';
import { grantAwards, revokeAward } from '../awards/index.ts';
import { createDesign, saveDraft } from '../designs/index.ts';
import { answerInvitation } from './answer-invitation.ts';
import { createApiClient, findClientActor, grantToken } from './api-clients.ts';
import { resendInvitation, withdrawInvitation } from './change-invitation.ts';
import { changeMember, removeMember } from './change-member.ts';
import { createUnit } from './create-unit.ts';
import { getInvitation } from './get-invitation.ts';
import { inviteFirstAdministrator } from './invite-first-administrator.ts';
import { type InvitationInput, inviteMembers } from './invite-members.ts';
import { listRights } from './list-rights.ts';
import { listInvitationsFor, listMembersFor, listRolesFor } from './list-staff.ts';
import { changeRole, createRole, removeRole } from './save-role.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

type Place = World['groningen'];

/** The link in the newest letter to an address. */
async function readLink(address: string): Promise<string> {
  await world.settle();
  const newest = world.mailSink.listLetters().find(({ to }) => to.includes(address));
  const letter = newest && (await world.mailSink.getLetter(newest.id));
  return /\/invitation\/([A-Za-z0-9_-]{43})/.exec(letter?.text ?? '')?.[1] ?? '';
}

async function invite(actor: PersonActor, ...invitations: InvitationInput[]) {
  return await inviteMembers(world.deps, actor, { invitations });
}

/** A colleague who was invited, accepted, and now acts with what that gave them. */
async function settleColleague(actor: PersonActor, invitation: InvitationInput): Promise<PersonActor> {
  const person = await world.settleLearner(invitation.address, 'Noor de Wit');
  expect(await invite(actor, invitation)).toMatchObject([{ fate: 'invited' }]);
  const token = await readLink(invitation.address);
  await answerInvitation(world.deps, person, { token, answer: 'accept' });
  return await actAt(world.groningen, person);
}

/** As the session would say it at this instant. */
async function actAt({ institutionId }: Place, person: PersonActor): Promise<PersonActor> {
  const rights = await world.deps.database.asDoorkeeper((tx) =>
    listRights(tx, person.personId, world.clock.now()),
  );
  const held = rights.find((one) => one.institutionId === institutionId);
  return held
    ? { kind: 'person', personId: person.personId, institutionId, permissions: held.permissions }
    : { kind: 'person', personId: person.personId, permissions: new Set() };
}

const memberOf = async (actor: PersonActor, address: string) =>
  (await listMembersFor(world.deps, actor)).find(({ identifier }) => identifier === address);

/** A program that somebody made, signed in; its token. */
async function plantProgram(
  { personId, institutionId = '' }: PersonActor,
  clientId: string,
): Promise<string> {
  const secret = 'a-secret';
  await createApiClient(world.deps, {
    ...{ institutionId, clientId, secret, name: 'SIS', scopes: ['awards.read'] },
  });
  await world.queryAsSuperuser(
    `UPDATE api_clients SET created_by = '${personId}' WHERE client_id = '${clientId}'`,
  );
  const answer = await grantToken(world.deps, { clientId, secret });
  return answer.outcome === 'granted' ? answer.token : '';
}

const DAY_MS = 24 * 60 * 60 * 1000;
let count = 0;
const newAddress = () => `colleague${++count}@groningen.example`;

describe('an invitation', () => {
  it('becomes a role when whoever owns the address accepts it', async () => {
    const address = newAddress();
    const colleague = await settleColleague(world.groningen.administrator, { address, role: 'registrar' });
    expect(colleague.permissions).toContain('awards.grant');
    expect(await memberOf(world.groningen.administrator, address)).toMatchObject({
      role: 'registrar',
      signedIn: true,
      unit: null,
    });
  });

  it('opens nothing for whom it was forwarded to', async () => {
    const address = newAddress();
    await invite(world.groningen.administrator, { address, role: 'administrator' });
    const token = await readLink(address);
    const stranger = await world.settleLearner('stranger@example.org');
    await expect(answerInvitation(world.deps, stranger, { token, answer: 'accept' })).rejects.toMatchObject({
      code: 'institutions/address-not-proven',
    });
    const shown = await getInvitation(world.deps, stranger, token);
    expect(shown).toMatchObject({ answerable: 'prove-address', address: 'c•••@groningen.example' });
  });

  it('is shown before signing in, and answered by nobody', async () => {
    const address = newAddress();
    await invite(world.groningen.administrator, { address, role: 'reader' });
    const token = await readLink(address);
    expect(await getInvitation(world.deps, { kind: 'anonymous' }, token)).toMatchObject({
      answerable: 'sign-in',
      role: 'reader',
    });
    await expect(
      answerInvitation(world.deps, { kind: 'anonymous' }, { token, answer: 'accept' }),
    ).rejects.toMatchObject({ status: 401 });
  });

  it('cannot be guessed', async () => {
    const person = await world.settleLearner('guesser@example.org');
    await expect(
      answerInvitation(world.deps, person, { token: 'A'.repeat(43), answer: 'accept' }),
    ).rejects.toMatchObject({ status: 404 });
  });

  it('is used once, also by two presses at the same moment', async () => {
    const address = newAddress();
    const person = await world.settleLearner(address);
    await invite(world.groningen.administrator, { address, role: 'teacher' });
    const token = await readLink(address);
    const answers = await Promise.allSettled(
      Array.from({ length: 6 }, () => answerInvitation(world.deps, person, { token, answer: 'accept' })),
    );
    expect(answers.every(({ status }) => status === 'fulfilled')).toBe(true);
    const members = await listMembersFor(world.deps, world.groningen.administrator);
    expect(members.filter(({ identifier }) => identifier === address)).toHaveLength(1);
    await removeMember(world.deps, world.groningen.administrator, {
      id: members.find(({ identifier }) => identifier === address)?.id ?? '',
    });
    await answerInvitation(world.deps, person, { token, answer: 'accept' });
    expect((await actAt(world.groningen, person)).institutionId).toBeUndefined();
  });

  it('that was refused, withdrawn, sent again or is fifteen days old opens nothing', async () => {
    const { administrator } = world.groningen;
    const refused = newAddress();
    const person = await world.settleLearner(refused);
    await invite(administrator, { address: refused, role: 'teacher' });
    const first = await readLink(refused);
    await answerInvitation(world.deps, person, { token: first, answer: 'refuse' });
    await expect(
      answerInvitation(world.deps, person, { token: first, answer: 'accept' }),
    ).rejects.toMatchObject({ code: 'institutions/invitation-over' });

    await invite(administrator, { address: refused, role: 'reader' });
    const before = await readLink(refused);
    const open = (await listInvitationsFor(world.deps, administrator)).find(
      ({ address, state }) => address === refused && state === 'pending',
    );
    world.clock.advance(60_000);
    await resendInvitation(world.deps, administrator, { id: open?.id ?? '' });
    await expect(
      answerInvitation(world.deps, person, { token: before, answer: 'accept' }),
    ).rejects.toMatchObject({ status: 404 });
    await withdrawInvitation(world.deps, administrator, { id: open?.id ?? '' });
    const withdrawn = (await listInvitationsFor(world.deps, administrator)).find(({ id }) => id === open?.id);
    expect(withdrawn?.state).toBe('withdrawn');
  });

  it('says of each row what became of it, and sends no second letter for the same', async () => {
    const address = newAddress();
    await settleColleague(world.groningen.administrator, { address, role: 'reader' });
    const other = newAddress();
    const rows = await invite(
      world.groningen.administrator,
      { address, role: 'reader' },
      { address: other, role: 'reader' },
      { address: ` ${other.toUpperCase()} `, role: 'reader' },
      { address: 'no address', role: 'reader' },
      { address: newAddress(), role: 'king' },
      { address: newAddress(), role: 'reader', unit: 'nowhere' },
      { address: newAddress(), role: 'editor' },
      { address: newAddress(), role: 'reader', until: '2020-01-01' },
    );
    expect(rows.map(({ fate, problem }) => problem?.code ?? fate)).toEqual([
      'institutions/already-holds',
      'invited',
      'institutions/already-invited',
      'institutions/address-malformed',
      'institutions/role-unknown',
      'institutions/place-unknown',
      'institutions/role-not-at-level',
      'institutions/end-in-the-past',
    ]);
  });

  it('of one institution is unknown to another', async () => {
    const address = newAddress();
    await invite(world.groningen.administrator, { address, role: 'reader' });
    const [open] = await listInvitationsFor(world.deps, world.groningen.administrator);
    await expect(
      withdrawInvitation(world.deps, world.oosterdiep.administrator, { id: open?.id ?? '' }),
    ).rejects.toMatchObject({ status: 404 });
    expect(
      (await listInvitationsFor(world.deps, world.oosterdiep.administrator)).map((one) => one.address),
    ).not.toContain(address);
  });
});

describe('a role at a unit', () => {
  it('reaches what is below it, and nothing beside it', async () => {
    const { deps, groningen } = world;
    const { unitId } = await createUnit(deps, system, {
      institutionId: groningen.institutionId,
      slug: 'law',
      name: { en: 'Faculty of Law' },
    });
    await world.queryAsSuperuser(
      `UPDATE units SET parent_id = '${groningen.unit.unitId}' WHERE id = '${unitId}'`,
    );
    const above = await settleColleague(groningen.administrator, {
      address: newAddress(),
      role: 'designer',
      unit: 'philosophy',
    });
    const below = await settleColleague(groningen.administrator, {
      address: newAddress(),
      role: 'designer',
      unit: 'law',
    });
    const title = { en: 'Arguing well' };
    const inPhilosophy = await createDesign(deps, above, {
      kind: 'edubadge',
      unit: 'philosophy',
      title,
      defaultLanguage: 'en',
    });
    await createDesign(deps, above, { kind: 'edubadge', unit: 'law', title, defaultLanguage: 'en' });
    for (const unit of ['philosophy', undefined]) {
      await expect(
        createDesign(deps, below, {
          kind: 'edubadge',
          ...(unit ? { unit } : {}),
          title,
          defaultLanguage: 'en',
        }),
      ).rejects.toMatchObject({ status: unit ? 404 : 403 });
    }
    await expect(
      saveDraft(deps, below, {
        design: inPhilosophy.id,
        revision: 1,
        content: {} as never,
        partnerUnits: [],
      }),
    ).rejects.toMatchObject({ status: 404 });
  });

  it('grants and revokes what its own designs are about, and sees no other award', async () => {
    const { deps, groningen } = world;
    const awarder = await settleColleague(groningen.administrator, {
      address: newAddress(),
      role: 'awarder',
      unit: 'law',
    });
    const design = await world.publish(groningen.designer);
    const granted = await grantAwards(deps, groningen.registrar, {
      design,
      recipients: [{ email: 'pia@example.org', name: 'Pia Bos' }],
    });
    await expect(
      grantAwards(deps, awarder, { design, recipients: [{ email: 'q@example.org', name: 'Q' }] }),
    ).rejects.toMatchObject({ status: 404 });
    await expect(
      revokeAward(deps, awarder, { award: granted.rows[0]?.award ?? '', reason: 'other' }),
    ).rejects.toMatchObject({ status: 404 });
    const atDesign = await settleColleague(groningen.administrator, {
      address: newAddress(),
      role: 'awarder',
      design,
    });
    await revokeAward(deps, atDesign, { award: granted.rows[0]?.award ?? '', reason: 'other' });
  });

  it('is given by who has it there, never with more, never elsewhere', async () => {
    const { groningen } = world;
    const head = await settleColleague(groningen.administrator, {
      address: newAddress(),
      role: 'administrator',
      unit: 'philosophy',
    });
    const rows = await invite(
      head,
      { address: newAddress(), role: 'awarder', unit: 'philosophy' },
      { address: newAddress(), role: 'awarder', unit: 'law' },
      { address: newAddress(), role: 'administrator' },
      { address: newAddress(), role: 'operator' },
    );
    expect(rows.map(({ fate, problem }) => problem?.code ?? fate)).toEqual([
      'invited',
      'invited',
      'not-allowed',
      'not-allowed',
    ]);
    const registrar = await settleColleague(groningen.administrator, {
      address: newAddress(),
      role: 'registrar',
    });
    await expect(invite(registrar, { address: newAddress(), role: 'reader' })).rejects.toMatchObject({
      status: 403,
    });
  });

  it('lasts no longer than it was given for', async () => {
    const colleague = await settleColleague(world.groningen.administrator, {
      address: newAddress(),
      role: 'teacher',
      until: '2026-11-30',
    });
    expect(colleague.permissions.size).toBeGreaterThan(0);
    world.clock.advance(30 * DAY_MS);
    expect((await actAt(world.groningen, colleague)).institutionId).toBeUndefined();
    world.clock.advance(-30 * DAY_MS);
  });
});

describe('whoever has a role', () => {
  it('changes nothing about it themselves, and may leave', async () => {
    const { deps, groningen } = world;
    const address = newAddress();
    const colleague = await settleColleague(groningen.administrator, { address, role: 'administrator' });
    const own = await memberOf(colleague, address);
    await expect(
      changeMember(deps, colleague, { id: own?.id ?? '', until: '2027-01-01' }),
    ).rejects.toMatchObject({ code: 'institutions/own-membership' });
    const second = await settleColleague(groningen.administrator, {
      address: newAddress(),
      role: 'administrator',
    });
    await removeMember(deps, colleague, { id: own?.id ?? '' });
    expect((await actAt(groningen, colleague)).institutionId).toBeUndefined();
    expect((await actAt(groningen, second)).institutionId).toBe(groningen.institutionId);
  });

  it('loses it at once when it is taken away, and so do the programs they made', async () => {
    const { deps, groningen } = world;
    const address = newAddress();
    const colleague = await settleColleague(groningen.administrator, { address, role: 'registrar' });
    const token = await plantProgram(colleague, 'left-behind');
    expect(await findClientActor(deps, token)).toBeDefined();
    const member = await memberOf(groningen.administrator, address);
    await removeMember(deps, groningen.administrator, { id: member?.id ?? '' });
    expect((await actAt(groningen, colleague)).permissions.size).toBe(0);
    expect(await findClientActor(deps, token)).toBeUndefined();
    expect(await grantToken(deps, { clientId: 'left-behind', secret: 'a-secret' })).toMatchObject({
      outcome: 'invalid_client',
    });
  });

  it('has not stayed for a role that is over', async () => {
    const { deps, groningen } = world;
    const address = newAddress();
    await settleColleague(groningen.administrator, { address, role: 'teacher', until: '2026-11-30' });
    const person = await settleColleague(groningen.administrator, { address, role: 'registrar' });
    const token = await plantProgram(person, 'of-who-had-two');
    const held = (await listMembersFor(deps, groningen.administrator)).filter(
      ({ identifier }) => identifier === address,
    );
    world.clock.advance(30 * DAY_MS);
    await removeMember(deps, groningen.administrator, {
      id: held.find(({ role }) => role === 'registrar')?.id ?? '',
    });
    world.clock.advance(-30 * DAY_MS);
    expect(held).toHaveLength(2);
    expect(await findClientActor(deps, token)).toBeUndefined();
  });

  it('is not taken away by who has less', async () => {
    const { deps, groningen } = world;
    const address = newAddress();
    await settleColleague(groningen.administrator, { address, role: 'administrator' });
    const head = await settleColleague(groningen.administrator, {
      address: newAddress(),
      role: 'administrator',
      unit: 'philosophy',
    });
    const member = await memberOf(groningen.administrator, address);
    await expect(removeMember(deps, head, { id: member?.id ?? '' })).rejects.toMatchObject({ status: 403 });
    await expect(
      removeMember(deps, world.oosterdiep.administrator, { id: member?.id ?? '' }),
    ).rejects.toMatchObject({ status: 404 });
  });
});

describe('the last administrator', () => {
  it('neither leaves nor is removed nor is given an end, also when two remove each other at once', async () => {
    const { deps, oosterdiep } = world;
    const [one, two] = await Promise.all(
      ['one@oosterdiep.example', 'two@oosterdiep.example'].map((address) => world.settleLearner(address)),
    );
    if (!one || !two) throw new Error('two people');
    const acting: PersonActor[] = [];
    for (const [person, address] of [
      [one, 'one@oosterdiep.example'],
      [two, 'two@oosterdiep.example'],
    ] as const) {
      await invite(oosterdiep.administrator, { address, role: 'administrator' });
      await answerInvitation(deps, person, { token: await readLink(address), answer: 'accept' });
      acting.push(await actAt(oosterdiep, person));
    }
    const [first, second] = acting;
    if (!first || !second) throw new Error('two administrators');
    const members = await listMembersFor(deps, first);
    const idOf = (person: PersonActor) =>
      members.find(({ identifier }) => identifier.startsWith(person === first ? 'one' : 'two'))?.id ?? '';
    const outcomes = await Promise.allSettled([
      removeMember(deps, first, { id: idOf(second) }),
      removeMember(deps, second, { id: idOf(first) }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const left = (await actAt(oosterdiep, first)).institutionId ? first : second;
    await expect(removeMember(deps, left, { id: idOf(left) })).rejects.toMatchObject({
      code: 'institutions/last-administrator',
    });
    await expect(
      changeMember(deps, oosterdiep.administrator, { id: idOf(left), until: '2027-01-01' }),
    ).rejects.toMatchObject({ code: 'institutions/last-administrator' });
  });
});

describe("a role of the institution's own", () => {
  it('permits exactly what it is made of', async () => {
    const { deps, groningen } = world;
    const { slug } = await createRole(deps, groningen.administrator, {
      name: { en: 'Proofreader', nl: 'Corrector' },
      permissions: ['designs.read', 'designs.write'],
    });
    const colleague = await settleColleague(groningen.administrator, { address: newAddress(), role: slug });
    expect([...colleague.permissions].sort()).toEqual(['designs.read', 'designs.write']);
    await changeRole(deps, groningen.administrator, {
      slug,
      name: { en: 'Proofreader', nl: 'Corrector' },
      permissions: ['designs.read'],
    });
    expect([...(await actAt(groningen, colleague)).permissions]).toEqual(['designs.read']);
    await expect(removeRole(deps, groningen.administrator, { slug })).rejects.toMatchObject({
      code: 'institutions/role-in-use',
    });
    const { roles } = await listRolesFor(deps, groningen.administrator);
    expect(roles.find((role) => role.slug === slug)).toMatchObject({ holders: 1 });
  });

  it('is made by nobody with more than they have', async () => {
    const { deps, groningen } = world;
    const { slug } = await createRole(deps, groningen.administrator, {
      name: { en: 'Role keeper' },
      permissions: ['roles.manage', 'members.read', 'members.manage'],
    });
    const keeper = await settleColleague(groningen.administrator, { address: newAddress(), role: slug });
    for (const permissions of [['awards.grant'], ['platform.manage'], ['roles.manage', 'designs.write']]) {
      await expect(
        createRole(deps, keeper, { name: { en: `More ${permissions}` }, permissions }),
      ).rejects.toMatchObject({ status: permissions.includes('platform.manage') ? 400 : 403 });
    }
    expect(await invite(keeper, { address: newAddress(), role: 'registrar' })).toMatchObject([
      { problem: { code: 'institutions/more-than-own' } },
    ]);
    const other = await createRole(deps, groningen.administrator, {
      name: { en: 'Awards too' },
      permissions: ['awards.grant'],
    });
    await expect(
      changeRole(deps, keeper, { slug: other.slug, name: { en: 'Mine' }, permissions: ['members.read'] }),
    ).rejects.toMatchObject({ code: 'institutions/more-than-own' });
  });
});

describe('the first administrator of an institution', () => {
  it('is invited by the operator and by nobody else', async () => {
    const { deps, groningen, oosterdiep } = world;
    const input = { institutionId: oosterdiep.institutionId, address: newAddress(), language: 'nl' as const };
    const impostor: PersonActor = {
      ...groningen.administrator,
      permissions: new Set([...groningen.administrator.permissions, 'platform.manage']),
    };
    for (const actor of [groningen.administrator, impostor])
      await expect(inviteFirstAdministrator(deps, actor, input)).rejects.toMatchObject({ status: 404 });
    await inviteFirstAdministrator(deps, { kind: 'system' }, input);
    expect(await readLink(input.address)).toHaveLength(43);
  });
});
