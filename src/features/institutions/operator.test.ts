import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { microcredential } from '../../../test/support/content.ts';
import { openServer } from '../../../test/support/server.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import { ensureOperator } from '../../app/ensure-operator.ts';
import { listEntriesOfSubject, type PersonActor } from '../audit/index.ts';
import { grantAwards } from '../awards/index.ts';
import { listProviders, searchCatalogue } from '../catalogue/index.ts';
import { allowFirstFactorReset } from './allow-factor-reset.ts';
import { answerInvitation } from './answer-invitation.ts';
import {
  approveRequest,
  declineRequest,
  forgetDeclinedRequests,
  listInstitutionRequests,
} from './answer-request.ts';
import { changeTenant } from './change-tenant.ts';
import { listFirstAdministrators, resendFirstInvitation } from './first-administrators.ts';
import { findInstitution, findOperator, permissionsOf } from './index.ts';
import { listStandingRights } from './list-standing-rights.ts';
import { listTenants } from './list-tenants.ts';
import { insertMember } from './members.store.ts';
import { archiveInstitution, type FirstDay, openInstitution } from './open-institution.ts';
import { type NewRequest, requestInstitution } from './request-institution.ts';

let world: World;
let server: Awaited<ReturnType<typeof openServer>>;
let operator: PersonActor;

beforeAll(async () => {
  world = await openWorld();
  server = await openServer(world);
  await ensureOperator(world.deps);
  const own = await world.deps.database.asPublic(findOperator);
  operator = {
    kind: 'person',
    personId: crypto.randomUUID(),
    institutionId: own?.id ?? '',
    permissions: permissionsOf(['operator']),
  };
});
afterAll(async () => {
  await server.app.close();
  await world.close();
});

const refusal = (code: string) => expect.objectContaining({ code });

const firstDay = (slug: string): FirstDay => ({
  ...{ slug, kind: 'hbo', name: { nl: `Hogeschool ${slug}` }, defaultLanguage: 'nl' },
  ...{ country: 'NL', homeOrganisation: `${slug}.example`, administrator: `first@${slug}.example` },
});

const wish = (change: Partial<NewRequest> = {}): NewRequest => ({
  ...{ name: 'Hogeschool Waddenzee', kind: 'hbo', country: 'NL', homeOrganisation: 'waddenzee.example' },
  ...{ contactName: 'Jildou Postma', contactAddress: 'j.postma@waddenzee.example', language: 'nl' },
  ...change,
});

async function listLetters(to: string): Promise<{ subject: string; text: string }[]> {
  await world.settle();
  const sent = world.mailSink.listLetters().filter((letter) => letter.to.includes(to));
  return await Promise.all(
    sent.map(async ({ id, subject }) => ({
      subject,
      text: (await world.mailSink.getLetter(id))?.text ?? '',
    })),
  );
}

describe('the console of the operator', () => {
  it('is closed to everyone else, also to whoever calls their own role by its permission', async () => {
    const { deps, groningen } = world;
    const impostor: PersonActor = { ...groningen.administrator, permissions: permissionsOf(['operator']) };
    const institutionId = world.oosterdiep.institutionId;
    for (const actor of [groningen.administrator, impostor]) {
      const tries = [
        () => listTenants(deps, actor),
        () => listInstitutionRequests(deps, actor),
        () => openInstitution(deps, actor, firstDay('nowhere')),
        () => archiveInstitution(deps, actor, { institutionId, archived: true }),
        () => changeTenant(deps, actor, { institutionId, features: [], identifiers: {} }),
        () => listFirstAdministrators(deps, actor, { institutionId }),
        () => declineRequest(deps, actor, { requestId: institutionId, reason: 'x' }),
      ];
      for (const attempt of tries) await expect(attempt()).rejects.toEqual(refusal('not-found'));
    }
  });

  it('counts what institutions have, and names nobody', async () => {
    const { deps, groningen } = world;
    const design = await world.publish(groningen.designer);
    await grantAwards(deps, groningen.registrar, { design, recipients: [{ email: 'one@example.org' }] });
    const tenants = await listTenants(deps, operator);
    expect(tenants.find(({ institution }) => institution.slug === 'groningen')).toMatchObject({
      ...{ designs: 1, awards: 1, homes: ['groningen.example'] },
    });
    expect(JSON.stringify(tenants)).not.toContain('one@example.org');
  });

  it('makes an institution with an issuer and keys, and invites its first administrator by letter', async () => {
    const { deps } = world;
    const { institutionId } = await openInstitution(deps, operator, firstDay('eemsdelta'));
    expect(await listLetters('first@eemsdelta.example')).toHaveLength(1);
    const [invited] = await listFirstAdministrators(deps, operator, { institutionId });
    expect(invited).toMatchObject({ state: 'pending', address: 'f•••@eemsdelta.example' });
    world.clock.set(new Date(world.clock.now().getTime() + 60_000));
    await resendFirstInvitation(deps, operator, { institutionId, invitationId: invited?.id ?? '' });
    expect(await listLetters('first@eemsdelta.example')).toHaveLength(2);
    const provider = (await listProviders(deps)).find(({ slug }) => slug === 'eemsdelta');
    const keys = await server.app.inject({ url: `/issuers/${provider?.issuers[0]?.id}/jwks.json` });
    expect(keys.json().keys.length).toBeGreaterThan(0);
    await expect(
      openInstitution(deps, operator, { ...firstDay('eemsdelta'), homeOrganisation: 'other.example' }),
    ).rejects.toEqual(refusal('institutions/slug-taken'));
    await expect(
      openInstitution(deps, operator, { ...firstDay('other'), homeOrganisation: 'eemsdelta.example' }),
    ).rejects.toEqual(refusal('institutions/home-taken'));
  });

  it('makes nothing at all when its first administrator cannot be invited', async () => {
    const { deps } = world;
    const input = { ...firstDay('lauwers'), administrator: 'nobody' };
    await expect(openInstitution(deps, operator, input)).rejects.toEqual(
      refusal('institutions/address-malformed'),
    );
    const tenants = await listTenants(deps, operator);
    expect(tenants.map(({ institution }) => institution.slug)).not.toContain('lauwers');
  });

  it('lets a first administrator who lost their passkey make another, and nobody who has yet to come', async () => {
    const { deps } = world;
    const { institutionId } = await openInstitution(deps, operator, firstDay('dollard'));
    const address = 'first@dollard.example';
    const person = await world.settleLearner(address, 'Noor de Wit');
    const [letter] = await listLetters(address);
    const [invited] = await listFirstAdministrators(deps, operator, { institutionId });
    const input = { institutionId, invitationId: invited?.id ?? '' };
    await expect(allowFirstFactorReset(deps, operator, input)).rejects.toEqual(
      refusal('institutions/never-signed-in'),
    );
    const token = /\/invitation\/([A-Za-z0-9_-]{43})/.exec(letter?.text ?? '')?.[1] ?? '';
    await answerInvitation(deps, person, { token, answer: 'accept' });
    await expect(
      allowFirstFactorReset(deps, { ...operator, personId: person.personId }, input),
    ).rejects.toEqual(refusal('institutions/own-factor'));
    await expect(allowFirstFactorReset(deps, world.groningen.administrator, input)).rejects.toEqual(
      refusal('not-found'),
    );
    await allowFirstFactorReset(deps, operator, input);
    expect(await listLetters(address)).toHaveLength(2);
    await expect(allowFirstFactorReset(deps, operator, input)).rejects.toEqual(
      refusal('institutions/reset-allowed-already'),
    );
  });

  it('changes what is locked for the institution itself, and its trail says who did', async () => {
    const { deps, groningen } = world;
    const { institutionId } = groningen;
    await changeTenant(deps, operator, {
      institutionId,
      features: ['microcredentials', 'catalogue'],
      identifiers: { schacHomeOrganization: ['rug.example'], BRIN: ['21PC'] },
    });
    const changed = await deps.database.asPublic((tx) => findInstitution(tx, institutionId));
    expect(changed?.features).toEqual(['microcredentials', 'catalogue']);
    const entries = await deps.database.asInstitution(institutionId, (tx) =>
      listEntriesOfSubject(tx, institutionId),
    );
    expect(entries.at(-1)).toMatchObject({
      action: 'institution.changed-by-operator',
      actorId: operator.personId,
    });
  });

  it('archives an institution: nobody acts for it, no list shows it, what it awarded stands; and back', async () => {
    const { deps, oosterdiep } = world;
    const { institutionId } = oosterdiep;
    const teacher = await world.settleLearner('teacher@oosterdiep.example');
    await deps.database.asInstitution(institutionId, (tx) =>
      insertMember(tx, {
        ...{ id: crypto.randomUUID(), institutionId, personId: teacher.personId, role: 'teacher' },
        ...{ identifier: 'teacher@oosterdiep.example', name: 'A teacher', createdAt: deps.clock.now() },
      }),
    );
    await world.publish(oosterdiep.designer, {
      ...microcredential,
      title: { en: 'Heat pumps', nl: 'Warmtepompen' },
    });
    const token = await server.signInClient(institutionId, ['designs.read']);
    await world.settle();
    const offers = async () =>
      (
        await searchCatalogue(deps, {
          ...{ q: 'heat pumps', kind: [], load: [], level: [], language: [], form: [], assessment: [] },
          ...{ provider: [], sort: 'newest', page: 1, lang: 'en' },
        })
      ).total;
    const rights = () =>
      deps.database.asDoorkeeper((tx) => listStandingRights(tx, teacher.personId, deps.clock.now()));
    const asProgram = async () =>
      (await server.app.inject({ url: '/api/v1/designs', headers: { authorization: `Bearer ${token}` } }))
        .statusCode;
    expect([await offers(), (await rights()).length, await asProgram()]).toEqual([1, 1, 200]);
    await archiveInstitution(deps, operator, { institutionId, archived: true });
    await world.settle();
    expect([await offers(), (await rights()).length, await asProgram()]).toEqual([0, 0, 401]);
    expect((await listProviders(deps)).map(({ slug }) => slug)).not.toContain('oosterdiep');
    const issuer = await server.app.inject({ url: `/issuers/${oosterdiep.issuer.publicId}/did.json` });
    expect(issuer.statusCode).toBe(200);
    await archiveInstitution(deps, operator, { institutionId, archived: false });
    await world.settle();
    expect([await offers(), (await rights()).length, await asProgram()]).toEqual([1, 1, 200]);
  });
});

describe('a request to join', () => {
  it('is confirmed by a letter that repeats nothing of what was typed', async () => {
    await requestInstitution(world.deps, wish({ name: 'Buy now http://spam.example' }));
    const [letter, ...more] = await listLetters('j.postma@waddenzee.example');
    expect(more).toEqual([]);
    expect(letter?.subject).toBe('Uw aanvraag is ontvangen');
    expect(letter?.text).not.toContain('spam.example');
  });

  it('that was sent before changes nothing and sends no second letter', async () => {
    await requestInstitution(world.deps, wish({ contactAddress: 'someone.else@waddenzee.example' }));
    expect(await listLetters('someone.else@waddenzee.example')).toEqual([]);
    expect(await listInstitutionRequests(world.deps, operator)).toHaveLength(1);
  });

  it('is seen by nobody but the operator, in the database too', async () => {
    const { deps, groningen } = world;
    const seen = await deps.database.asInstitution(groningen.institutionId, (tx) =>
      tx.selectFrom('institutionRequests').selectAll().execute(),
    );
    expect(seen).toEqual([]);
    await expect(
      deps.database.asPublic((tx) => tx.selectFrom('institutionRequests').selectAll().execute()),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('is not answered by the institution that would come of it, in the database too', async () => {
    const { deps } = world;
    const [request] = await listInstitutionRequests(deps, operator);
    const write = (change: object) =>
      deps.database.asInstitution(request?.id ?? '', (tx) =>
        tx.updateTable('institutionRequests').set(change).execute(),
      );
    await expect(write({ state: 'declined', decidedAt: world.clock.now() })).rejects.toMatchObject({
      code: '42501',
    });
    await expect(write({ contactName: null })).rejects.toMatchObject({ code: '42501' });
  });

  it('is refused without a domain, and after three a day from one address', async () => {
    const contactAddress = 'many@example.org';
    await expect(requestInstitution(world.deps, wish({ homeOrganisation: 'not a domain' }))).rejects.toEqual(
      refusal('institutions/faulty'),
    );
    for (const at of [1, 2, 3])
      await requestInstitution(world.deps, wish({ homeOrganisation: `many${at}.example`, contactAddress }));
    await expect(
      requestInstitution(world.deps, wish({ homeOrganisation: 'many4.example', contactAddress })),
    ).rejects.toEqual(refusal('institutions/too-many-requests'));
  });

  it('is approved once, also when two do it at once; who asked is forgotten', async () => {
    const { deps } = world;
    const [request] = (await listInstitutionRequests(deps, operator)).filter(
      ({ homeOrganisation }) => homeOrganisation === 'waddenzee.example',
    );
    const requestId = request?.id ?? '';
    const both = await Promise.allSettled([
      approveRequest(deps, operator, { requestId, firstDay: firstDay('waddenzee') }),
      approveRequest(deps, operator, { requestId, firstDay: firstDay('waddenzee') }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [approved] = (await listInstitutionRequests(deps, operator)).filter(({ id }) => id === requestId);
    expect(approved).toMatchObject({ state: 'approved', contactName: null, contactAddress: null });
    const [refused] = both.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(refused).toMatchObject({ code: 'institutions/request-decided' });
    expect(await listLetters('first@waddenzee.example')).toHaveLength(1);
    const entries = await deps.database.asInstitution(requestId, (tx) => listEntriesOfSubject(tx, requestId));
    expect(entries.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['institution.created', operator.personId],
      ['institution-request.approved', operator.personId],
    ]);
  });

  it('stays as it was when the institution cannot be made', async () => {
    const { deps } = world;
    const [request] = (await listInstitutionRequests(deps, operator)).filter(
      ({ state }) => state === 'waiting',
    );
    const requestId = request?.id ?? '';
    const tries = [
      [{ ...firstDay('dike'), administrator: 'nobody' }, 'institutions/address-malformed'],
      [{ ...firstDay('dike'), slug: 'waddenzee' }, 'institutions/slug-taken'],
      [{ ...firstDay('dike'), homeOrganisation: 'waddenzee.example' }, 'institutions/home-taken'],
    ] as const;
    for (const [day, code] of tries)
      await expect(approveRequest(deps, operator, { requestId, firstDay: day })).rejects.toEqual(
        refusal(code),
      );
    expect(await listInstitutionRequests(deps, operator)).toContainEqual(request);
    expect(await deps.database.asPublic((tx) => findInstitution(tx, requestId))).toBeUndefined();
  });

  it('is declined with a reason by letter, and forgotten ninety days later', async () => {
    const { deps } = world;
    const [request] = (await listInstitutionRequests(deps, operator)).filter(
      ({ state }) => state === 'waiting',
    );
    const requestId = request?.id ?? '';
    await declineRequest(deps, operator, { requestId, reason: 'You are no school.' });
    const letters = await listLetters('many@example.org');
    expect(letters.map(({ text }) => text).join()).toContain('You are no school.');
    await expect(approveRequest(deps, operator, { requestId, firstDay: firstDay('late') })).rejects.toEqual(
      refusal('institutions/request-decided'),
    );
    const find = async () =>
      (await listInstitutionRequests(deps, operator)).find(({ id }) => id === requestId);
    world.clock.set(new Date(world.clock.now().getTime() + 89 * 86_400_000));
    await forgetDeclinedRequests(deps);
    expect((await find())?.contactAddress).toBe('many@example.org');
    world.clock.set(new Date(world.clock.now().getTime() + 2 * 86_400_000));
    await forgetDeclinedRequests(deps);
    expect(await find()).toMatchObject({ contactName: null, contactAddress: null, reason: null });
  });
});
