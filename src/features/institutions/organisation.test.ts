import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { microcredential, proofOfCompetence } from '../../../test/support/content.ts';
import { openServer } from '../../../test/support/server.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import { listEntriesOfSubject, type PersonActor, system } from '../audit/index.ts';
import { grantAwards } from '../awards/index.ts';
import { getCatalogueDesign, getProvider, listProviders, searchCatalogue } from '../catalogue/index.ts';
import { createDesign, publishDesign, retireDesign } from '../designs/index.ts';
import { changeHouseStyle } from './change-house-style.ts';
import { changeProfile } from './change-profile.ts';
import { changeRules } from './change-rules.ts';
import {
  archiveUnit,
  changeUnit,
  deleteUnit,
  moveUnit,
  restoreUnit,
  setUnitLogo,
  startIssuing,
  type UnitChange,
} from './change-unit.ts';
import { createUnit, type NewUnit } from './create-unit.ts';
import { getProfile } from './get-profile.ts';
import { permissionsOf } from './index.ts';
import { findIssuerOfUnit } from './institutions.store.ts';
import { changeProfileSchema, type Profile } from './profile.schema.ts';
import { setInstitutionLogo } from './set-logo.ts';
import { listUnitBranches } from './units.store.ts';

let world: World;
let server: Awaited<ReturnType<typeof openServer>>;

beforeAll(async () => {
  world = await openWorld();
  server = await openServer(world);
});
afterAll(async () => {
  await server.app.close();
  await world.close();
});

const refusal = (code: string) => expect.objectContaining({ code });

function wish({ identifiers, ...profile }: Profile, change: Record<string, unknown> = {}) {
  const { BRIN = [], ROR = [] } = identifiers;
  return changeProfileSchema.parse({
    ...profile,
    identifiers: { ...identifiers, BRIN, ROR },
    ...change,
  });
}

async function searchTitles(): Promise<string[]> {
  const { items } = await searchCatalogue(world.deps, {
    ...{ q: '', kind: [], load: [], level: [], language: [], form: [], assessment: [], provider: [] },
    ...{ sort: 'newest', page: 1, lang: 'en' },
  });
  return items.map(({ id }) => id);
}

describe('the profile of an institution', () => {
  it('is changed by its administrator, whole, with an entry in the audit trail', async () => {
    const { deps, groningen } = world;
    const before = await getProfile(deps, groningen.administrator);
    await changeProfile(
      deps,
      groningen.administrator,
      wish(before, {
        kind: 'hbo-mbo',
        name: { en: 'University of Groningen', nl: 'Rijksuniversiteit Groningen', fy: 'Ryksuniversiteit' },
        description: { en: 'Since 1614.', nl: 'Sinds 1614.' },
        address: { country: 'DE', locality: 'Leer' },
        gradingTable: 'https://groningen.example/grades',
        linkedinId: '5252',
        identifiers: {
          schacHomeOrganization: ['groningen.example'],
          BRIN: ['21PC'],
          ROR: ['https://ror.org/012p63287'],
          EUID: ['NLNHR.01179037'],
        },
      }),
    );
    expect(await getProfile(deps, groningen.administrator)).toMatchObject({
      kind: 'hbo-mbo',
      description: { nl: 'Sinds 1614.' },
      address: { country: 'DE' },
      identifiers: {
        BRIN: ['21PC'],
        schacHomeOrganization: ['groningen.example'],
      },
      locked: ['schacHomeOrganization'],
      signs: { name: before.signs.name, did: before.signs.did },
    });
    const entries = await deps.database.asInstitution(groningen.institutionId, (tx) =>
      listEntriesOfSubject(tx, groningen.institutionId),
    );
    expect(entries.map(({ action }) => action)).toContain('institution.profile-changed');
  });

  it('is nobody else’s to change, and of another institution nobody sees it', async () => {
    const { deps, groningen, oosterdiep } = world;
    const profile = wish(await getProfile(deps, oosterdiep.administrator));
    await expect(changeProfile(deps, groningen.designer, profile)).rejects.toEqual(refusal('not-allowed'));
    const atUnit: PersonActor = {
      ...groningen.administrator,
      permissions: new Set(
        [...permissionsOf(['administrator'])].map((one) => `${one}@${groningen.unit.unitId}`),
      ),
    };
    await expect(changeProfile(deps, atUnit, profile)).rejects.toEqual(refusal('not-allowed'));
    const learner = await world.settleLearner('l@example.org');
    await expect(getProfile(deps, learner)).rejects.toEqual(refusal('not-found'));
    expect((await getProfile(deps, groningen.reader)).slug).toBe('groningen');
  });

  it('takes identifiers only as their registers write them', async () => {
    const { deps, oosterdiep } = world;
    const before = await getProfile(deps, oosterdiep.administrator);
    const wrong = {
      schacHomeOrganization: ['https://oosterdiep.example'],
      BRIN: ['PC21'],
      ROR: ['https://ror.org/012p63288'],
      DEQAR: ['34'],
      KvK: ['1234567'],
      EUID: ['12345678'],
      eIDAS: ['NL-1'],
    };
    const refused = changeProfile(deps, oosterdiep.administrator, wish(before, { identifiers: wrong }));
    await expect(refused).rejects.toMatchObject({
      code: 'institutions/faulty',
      errors: Object.keys(wrong).map((name) => ({ pointer: `/identifiers/${name}` })),
    });
  });

  it('does not take the home organisation of another', async () => {
    const { deps, oosterdiep } = world;
    const before = await getProfile(deps, oosterdiep.administrator);
    const stolen = wish(before, { identifiers: { schacHomeOrganization: ['groningen.example'] } });
    await expect(changeProfile(deps, oosterdiep.administrator, stolen)).rejects.toEqual(
      refusal('institutions/home-taken'),
    );
  });

  it('never says by itself for which domains its provider may speak', async () => {
    const { deps, oosterdiep } = world;
    const before = await getProfile(deps, oosterdiep.administrator);
    const wider = wish(before, {
      identifiers: { schacHomeOrganization: ['oosterdiep.example', 'not-theirs.example'] },
    });
    await expect(changeProfile(deps, oosterdiep.administrator, wider)).rejects.toEqual(
      refusal('institutions/identifiers-locked'),
    );
  });

  it('refuses a country that ISO 3166-1 does not know', async () => {
    const before = await getProfile(world.deps, world.oosterdiep.administrator);
    expect(() => wish(before, { address: { country: 'XX' } })).toThrow();
  });

  it('keeps its BRIN once something was awarded', async () => {
    const { deps, oosterdiep } = world;
    const design = await world.publish(oosterdiep.designer);
    await grantAwards(deps, oosterdiep.registrar, { design, recipients: [{ email: 'lock@example.org' }] });
    const home = { schacHomeOrganization: ['oosterdiep.example'] };
    const first = await getProfile(deps, oosterdiep.administrator);
    await changeProfile(
      deps,
      oosterdiep.administrator,
      wish(first, { identifiers: { ...home, BRIN: ['04AB'] } }),
    );
    const before = await getProfile(deps, oosterdiep.administrator);
    expect(before.locked).toEqual(['schacHomeOrganization', 'BRIN']);
    const changed = wish(before, { identifiers: { ...home, BRIN: ['04AC'] } });
    await expect(changeProfile(deps, oosterdiep.administrator, changed)).rejects.toEqual(
      refusal('institutions/identifiers-locked'),
    );
    await changeProfile(
      deps,
      oosterdiep.administrator,
      wish(before, { website: 'https://oosterdiep.example/' }),
    );
  });
});

describe('the house style', () => {
  const style = { senderName: null, replyTo: null, defaultLanguage: 'en' as const };

  it('refuses an ink that is too light and two that are too close, with how much', async () => {
    const { deps, groningen } = world;
    const light = changeHouseStyle(deps, groningen.administrator, {
      ...style,
      inks: ['#ffcc00', '#1a2756', '#1a2757'],
    });
    await expect(light).rejects.toMatchObject({
      errors: [
        { pointer: '/inks/0', detail: expect.stringMatching(/misses 3:1 on white by 1\.\d\d/) },
        { pointer: '/inks/2', detail: expect.stringMatching(/ΔE 0\.\d, at least 15/) },
      ],
    });
  });

  it('is what letters are written in: sender, answer, line, logo', async () => {
    const { deps, groningen } = world;
    await changeHouseStyle(deps, groningen.administrator, {
      inks: ['#0C5A63', '#b3121d'],
      senderName: 'Lifelong Learning Groningen',
      replyTo: 'questions@groningen.example',
      defaultLanguage: 'nl',
    });
    const logo = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#0c5a63' } })
      .png()
      .toBuffer();
    await setInstitutionLogo(deps, groningen.administrator, { bytes: logo });
    const design = await world.publish(groningen.designer);
    await grantAwards(deps, groningen.registrar, {
      design,
      recipients: [{ email: 'letter@example.org', language: 'en' }],
    });
    await world.settle();
    const summary = world.mailSink.listLetters().find(({ to }) => to.includes('letter@example.org'));
    const letter = await world.mailSink.getLetter(summary?.id ?? '');
    expect(JSON.stringify(letter)).toContain('Lifelong Learning Groningen');
    expect(letter?.html).toContain('#0c5a63');
    expect(letter?.text).toContain('questions@groningen.example');
    const shown = await server.app.inject({ url: `/issuers/${groningen.unit.issuer.publicId}/logo.png` });
    expect([shown.statusCode, shown.headers['content-type']]).toEqual([200, 'image/png']);
  });

  it('refuses a logo with a script in it', async () => {
    const bytes = new TextEncoder().encode(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><script>alert(1)</script></svg>',
    );
    await expect(setInstitutionLogo(world.deps, world.groningen.administrator, { bytes })).rejects.toEqual(
      refusal('institutions/logo-refused'),
    );
    await expect(setInstitutionLogo(world.deps, world.groningen.reader, { bytes })).rejects.toEqual(
      refusal('not-allowed'),
    );
  });
});

describe('the rules by which an institution awards', () => {
  const rules = {
    formalBasis: 'contract' as const,
    informalBasis: 'contract' as const,
    openTo: 'all' as const,
    openToInstitutions: [],
  };

  it('without a legal basis nothing of that kind is made or awarded', async () => {
    const { deps, groningen } = world;
    const design = await world.publish(groningen.designer);
    await changeRules(deps, groningen.administrator, { ...rules, formalBasis: null });
    const make = (kind: 'edubadge' | 'proof-of-competence') =>
      createDesign(deps, groningen.designer, { kind, title: { en: 'x' }, defaultLanguage: 'en' });
    await expect(make('proof-of-competence')).rejects.toEqual(refusal('institutions/no-legal-basis'));
    await expect(
      grantAwards(deps, groningen.registrar, { design, recipients: [{ email: 'b@example.org' }] }),
    ).rejects.toEqual(refusal('institutions/no-legal-basis'));
    await make('edubadge');
    await changeRules(deps, groningen.administrator, rules);
  });

  it('say on the page of a design to whose learners it is open', async () => {
    const { deps, groningen, oosterdiep } = world;
    const design = await world.publish(groningen.designer);
    await changeRules(deps, groningen.administrator, {
      ...rules,
      openTo: 'listed',
      openToInstitutions: ['oosterdiep'],
    });
    const shown = await getCatalogueDesign(deps, { design });
    expect(shown.openTo).toEqual({
      to: 'listed',
      institutions: [expect.objectContaining({ en: 'MBO Oosterdiep' })],
    });
    await expect(
      changeRules(deps, oosterdiep.administrator, {
        ...rules,
        openTo: 'listed',
        openToInstitutions: ['nowhere'],
      }),
    ).rejects.toEqual(refusal('institutions/faulty'));
    await changeRules(deps, groningen.administrator, rules);
  });

  it('say whether staff give a second factor; each change is told, and what is not said stays', async () => {
    const { deps, groningen } = world;
    const { administrator, institutionId } = groningen;
    const readRule = async () => (await getProfile(deps, administrator)).secondFactor;
    const listChanges = async () =>
      (await deps.database.asInstitution(institutionId, (tx) => listEntriesOfSubject(tx, institutionId)))
        .map(({ action }) => action)
        .filter((action) => action.startsWith('institution.second-factor'));
    expect(await readRule()).toBe('required');
    await changeRules(deps, administrator, { ...rules, secondFactor: 'off' });
    await changeRules(deps, administrator, { ...rules, secondFactor: 'off' });
    await changeRules(deps, administrator, rules);
    expect(await readRule()).toBe('off');
    expect(await listChanges()).toEqual(['institution.second-factor-off']);
    await changeRules(deps, administrator, { ...rules, secondFactor: 'required' });
    expect((await listChanges()).sort()).toEqual([
      'institution.second-factor-off',
      'institution.second-factor-required',
    ]);
  });

  it('are not loosened for a second factor by who may only read, or by a program', async () => {
    const { deps, groningen } = world;
    const { reader, institutionId } = groningen;
    const loose = { ...rules, secondFactor: 'off' as const };
    await expect(changeRules(deps, reader, loose)).rejects.toEqual(refusal('not-allowed'));
    const token = await server.signInClient(institutionId, ['institution.manage']);
    const answer = await server.app.inject({
      method: 'PUT',
      url: '/api/v1/institution/rules',
      headers: { authorization: `Bearer ${token}` },
      payload: loose,
    });
    expect(answer.statusCode).toBe(403);
    expect((await getProfile(deps, groningen.administrator)).secondFactor).toBe('required');
  });
});

describe('units', () => {
  const unit = (input: Partial<NewUnit> & Pick<NewUnit, 'name'>): NewUnit => ({
    institutionId: world.oosterdiep.institutionId,
    ...input,
  });
  const add = (input: Partial<NewUnit> & Pick<NewUnit, 'name'>) =>
    createUnit(world.deps, world.oosterdiep.administrator, unit(input));
  const change = (input: Partial<UnitChange>): UnitChange => ({
    ...{ name: { en: 'x' }, description: {}, website: null, linkedinId: null, sort: null },
    ...{ visibility: 'public', onBehalfOf: null, ...input },
  });

  it('stand in a tree of at most six levels, without circles', async () => {
    const { deps, oosterdiep } = world;
    const ids: string[] = [];
    for (let level = 1; level <= 6; level += 1) {
      const parentId: string | null = ids.at(-1) ?? null;
      ids.push((await add({ name: { en: `Level ${level}` }, parentId, issuing: false })).unitId);
    }
    const [top = '', second = ''] = ids;
    await expect(add({ name: { en: 'Level 7' }, parentId: ids[5] ?? null })).rejects.toEqual(
      refusal('units/misplaced-too-deep'),
    );
    const move = (unitId: string, parentId: string | null) =>
      moveUnit(deps, oosterdiep.administrator, { unitId, parentId });
    await expect(move(top, ids[3] ?? '')).rejects.toEqual(refusal('units/misplaced-cycle'));
    await expect(move(top, top)).rejects.toEqual(refusal('units/misplaced-cycle'));
    const other = await add({ name: { en: 'Other top' }, issuing: false });
    await expect(move(top, other.unitId)).rejects.toEqual(refusal('units/misplaced-too-deep'));
    await move(second, null);
    await move(top, other.unitId);
  });

  it('are named once among those beside them that are not archived, also when two are added at once', async () => {
    const both = await Promise.allSettled([
      add({ name: { en: 'Twice', nl: 'Tweemaal' }, slug: 'twice-a', issuing: false }),
      add({ name: { en: 'TWICE' }, slug: 'twice-b', issuing: false }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'units/name-taken' },
    });
    const slug = await add({ name: { en: 'Third' }, slug: 'third', issuing: false });
    await expect(add({ name: { en: 'Fourth' }, slug: 'third' })).rejects.toEqual(refusal('units/slug-taken'));
    await archiveUnit(world.deps, world.oosterdiep.administrator, { unitId: slug.unitId });
    await add({ name: { en: 'Third' }, slug: 'third', issuing: false });
    await expect(
      restoreUnit(world.deps, world.oosterdiep.administrator, { unitId: slug.unitId }),
    ).rejects.toMatchObject({ status: 409 });
  });

  it('of another institution are not there', async () => {
    const { deps, groningen, oosterdiep } = world;
    const theirs = groningen.unit.unitId;
    const mine = oosterdiep.administrator;
    const tries = [
      () => changeUnit(deps, mine, { unitId: theirs, change: change({}) }),
      () => moveUnit(deps, mine, { unitId: theirs, parentId: null }),
      () => moveUnit(deps, mine, { unitId: oosterdiep.unit.unitId, parentId: theirs }),
      () => archiveUnit(deps, mine, { unitId: theirs }),
      () => deleteUnit(deps, mine, { unitId: theirs }),
      () => startIssuing(deps, mine, { unitId: theirs }),
      () => setUnitLogo(deps, mine, { unitId: theirs, of: 'unit', bytes: null }),
      () => createUnit(deps, mine, { institutionId: groningen.institutionId, name: { en: 'Mine' } }),
      () => add({ name: { en: 'Below theirs' }, parentId: theirs }),
    ];
    for (const attempt of tries) await expect(attempt()).rejects.toEqual(refusal('not-found'));
  });

  it('are managed at a unit for what is below it, and not beside or above it', async () => {
    const { deps, oosterdiep } = world;
    const top = await add({ name: { en: 'Technology' }, issuing: false });
    const dean: PersonActor = {
      ...oosterdiep.administrator,
      permissions: new Set([...permissionsOf(['administrator'])].map((one) => `${one}@${top.unitId}`)),
    };
    const below = await createUnit(
      deps,
      dean,
      unit({ name: { en: 'Energy' }, parentId: top.unitId, issuing: false }),
    );
    await changeUnit(deps, dean, {
      unitId: top.unitId,
      change: change({ name: { en: 'Technology and energy' } }),
    });
    await expect(createUnit(deps, dean, unit({ name: { en: 'Beside' } }))).rejects.toEqual(
      refusal('not-allowed'),
    );
    await expect(archiveUnit(deps, dean, { unitId: top.unitId })).rejects.toEqual(refusal('not-allowed'));
    await expect(
      changeUnit(deps, dean, { unitId: oosterdiep.unit.unitId, change: change({}) }),
    ).rejects.toEqual(refusal('not-found'));
    await expect(
      createUnit(deps, oosterdiep.designer, unit({ name: { en: 'No' }, parentId: below.unitId })),
    ).rejects.toEqual(refusal('not-allowed'));
  });

  it('sign under the name that their issuer was made with, on behalf of whom it says', async () => {
    const { deps, oosterdiep } = world;
    const { unitId, issuer } = await add({
      name: { en: 'Academy', nl: 'Academie' },
      onBehalfOf: { name: { en: 'North Consortium', nl: 'Consortium Noord' }, url: 'https://noord.example/' },
    });
    expect(issuer?.name).toEqual({
      en: 'MBO Oosterdiep, Academy, on behalf of North Consortium (demo)',
      nl: 'MBO Oosterdiep, Academie, namens Consortium Noord (demo)',
    });
    await changeUnit(deps, oosterdiep.administrator, {
      unitId,
      change: change({
        name: { en: 'New Academy' },
        onBehalfOf: { name: { en: 'North Consortium', nl: 'Consortium Noord' } },
      }),
    });
    const kept = await deps.database.asPublic((tx) => findIssuerOfUnit(tx, oosterdiep.institutionId, unitId));
    expect(kept?.name).toEqual(issuer?.name);
    await expect(
      changeUnit(deps, oosterdiep.administrator, { unitId, change: change({ onBehalfOf: null }) }),
    ).rejects.toEqual(refusal('units/on-behalf-fixed'));
    const page = await getProvider(deps, { issuer: issuer?.publicId ?? '' });
    expect(page.onBehalfOf).toMatchObject({ name: { nl: 'Consortium Noord' }, url: null });
  });

  it('become issuers once, with keys of their own, and until then take no designs', async () => {
    const { deps, oosterdiep } = world;
    const { unitId, issuer } = await add({ name: { en: 'Grouping' }, slug: 'grouping', issuing: false });
    expect(issuer).toBeNull();
    const design = () =>
      createDesign(deps, oosterdiep.designer, {
        ...{ kind: 'edubadge', unit: 'grouping', title: { en: 'x' }, defaultLanguage: 'en' },
      });
    await expect(design()).rejects.toEqual(refusal('designs/unit-unknown'));
    await startIssuing(deps, oosterdiep.administrator, { unitId });
    await startIssuing(deps, oosterdiep.administrator, { unitId });
    await design();
    const found = await deps.database.asPublic((tx) =>
      findIssuerOfUnit(tx, oosterdiep.institutionId, unitId),
    );
    const keys = await server.app.inject({ url: `/issuers/${found?.publicId}/jwks.json` });
    expect(keys.json().keys.length).toBeGreaterThan(0);
    await expect(deleteUnit(deps, oosterdiep.administrator, { unitId })).rejects.toEqual(
      refusal('units/in-use-issuer'),
    );
  });

  it('of which nothing hangs are deleted, and no others', async () => {
    const { deps, oosterdiep } = world;
    const top = await add({ name: { en: 'Empty' }, issuing: false });
    const below = await add({ name: { en: 'Below' }, parentId: top.unitId, issuing: false });
    const remove = (unitId: string) => deleteUnit(deps, oosterdiep.administrator, { unitId });
    await expect(remove(top.unitId)).rejects.toEqual(refusal('units/in-use-children'));
    await world.queryAsSuperuser(
      `INSERT INTO members (id, institution_id, unit_id, identifier, name, role, created_at)
       VALUES (gen_random_uuid(), '${oosterdiep.institutionId}', '${below.unitId}', 'x@y', 'X', 'reader', now())`,
    );
    await expect(remove(below.unitId)).rejects.toEqual(refusal('units/in-use-other'));
    await world.queryAsSuperuser(`DELETE FROM members WHERE unit_id = '${below.unitId}'`);
    await remove(below.unitId);
    await remove(top.unitId);
  });

  it('in an institution that is both are HBO or MBO', async () => {
    const { deps, groningen } = world;
    const hybrid = createUnit(deps, groningen.administrator, {
      institutionId: groningen.institutionId,
      name: { en: 'Nursing' },
    });
    await expect(hybrid).rejects.toEqual(refusal('units/sort-needed'));
    await createUnit(deps, groningen.administrator, {
      institutionId: groningen.institutionId,
      name: { en: 'Nursing' },
      sort: 'hbo',
    });
  });

  it('that are tests are in no list for strangers, and say so on their pages', async () => {
    const { deps, oosterdiep } = world;
    const { unitId, issuer } = await add({ name: { en: 'Sandbox' }, slug: 'sandbox', visibility: 'test' });
    await add({ name: { en: 'Below the sandbox' }, slug: 'below-sandbox', parentId: unitId });
    const { id } = await createDesign(deps, oosterdiep.designer, {
      kind: 'proof-of-competence',
      unit: 'below-sandbox',
      title: proofOfCompetence.title,
      defaultLanguage: 'en',
      content: proofOfCompetence,
    });
    await world.approve(oosterdiep.designer, id);
    await publishDesign(deps, oosterdiep.designer, { design: id, revision: 1 });
    await world.settle();
    expect(await searchTitles()).not.toContain(id);
    const provider = (await listProviders(deps)).find(({ slug }) => slug === 'oosterdiep');
    expect(provider?.issuers.map((one) => one.unit?.slug)).not.toContain('sandbox');
    expect(await getCatalogueDesign(deps, { design: id })).toMatchObject({ test: true });
    expect(await getProvider(deps, { issuer: issuer?.publicId ?? '' })).toMatchObject({ test: true });
    await changeUnit(deps, oosterdiep.administrator, { unitId, change: change({ name: { en: 'Sandbox' } }) });
    await world.settle();
    expect(await searchTitles()).toContain(id);
  });

  it('are archived when nothing of them is offered; what they awarded goes on verifying', async () => {
    const { deps, oosterdiep } = world;
    const { unitId } = await add({ name: { en: 'Closing' }, slug: 'closing' });
    const child = await add({ name: { en: 'Child' }, parentId: unitId, issuing: false });
    const { id } = await createDesign(deps, oosterdiep.designer, {
      ...{ kind: 'proof-of-competence', unit: 'closing', title: { en: 'x' }, defaultLanguage: 'en' },
      content: proofOfCompetence,
    });
    await world.approve(oosterdiep.designer, id);
    await publishDesign(deps, oosterdiep.designer, { design: id, revision: 1 });
    const granted = await grantAwards(deps, oosterdiep.registrar, {
      design: id,
      recipients: [{ email: 'closing@example.org' }],
    });
    await world.settle();
    const archive = () => archiveUnit(deps, oosterdiep.administrator, { unitId });
    await expect(archive()).rejects.toEqual(refusal('units/in-use-children'));
    await archiveUnit(deps, oosterdiep.administrator, { unitId: child.unitId });
    await expect(archive()).rejects.toEqual(refusal('units/in-use-designs'));
    await retireDesign(deps, oosterdiep.designer, { design: id });
    await archive();
    const branches = await deps.database.asInstitution(oosterdiep.institutionId, (tx) =>
      listUnitBranches(tx, [oosterdiep.institutionId]),
    );
    expect(branches.get(unitId)).toEqual([]);
    await expect(
      createDesign(deps, oosterdiep.designer, {
        ...{ kind: 'edubadge', unit: 'closing', title: { en: 'x' }, defaultLanguage: 'en' },
      }),
    ).rejects.toEqual(refusal('designs/unit-unknown'));
    await expect(restoreUnit(deps, oosterdiep.administrator, { unitId: child.unitId })).rejects.toEqual(
      refusal('units/misplaced-parent-archived'),
    );
    const [row] = await world.queryAsSuperuser<{ bytes: string }>(
      `SELECT bytes FROM documents WHERE award_id = '${granted.rows[0]?.award}'`,
    );
    const report = await server.app.inject({
      method: 'POST',
      url: '/api/v1/verify',
      headers: { 'content-type': 'application/vc' },
      payload: row?.bytes ?? '',
    });
    expect(report.json().verdict).toBe('verified');
    await restoreUnit(deps, oosterdiep.administrator, { unitId });
  });

  it('show their own logo, else that of the nearest above them', async () => {
    const { deps, oosterdiep } = world;
    const top = await add({ name: { en: 'With logo' } });
    const below = await add({ name: { en: 'Without' }, parentId: top.unitId });
    const get = () => server.app.inject({ url: `/issuers/${below.issuer?.publicId}/logo.png` });
    expect((await get()).statusCode).toBe(404);
    const bytes = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#b3121d' } })
      .png()
      .toBuffer();
    await setUnitLogo(deps, oosterdiep.administrator, { unitId: top.unitId, of: 'unit', bytes });
    expect((await get()).statusCode).toBe(200);
  });

  it('are made by the software itself for an installation’s own data', async () => {
    const { institutionId } = world.oosterdiep;
    const made = await createUnit(world.deps, system, { institutionId, name: { en: 'Écoles d’été' } });
    const [row] = await world.queryAsSuperuser<{ slug: string }>(
      `SELECT slug FROM units WHERE id = '${made.unitId}'`,
    );
    expect(row?.slug).toBe('ecoles-d-ete');
  });
});

describe('a switch of the operator', () => {
  it('for microcredentials stops that kind alone', async () => {
    const { deps, groningen } = world;
    await world.queryAsSuperuser(
      `UPDATE institutions SET features = '{catalogue}' WHERE id = '${groningen.institutionId}'`,
    );
    await expect(
      createDesign(deps, groningen.designer, {
        ...{ kind: 'microcredential', title: microcredential.title, defaultLanguage: 'en' },
      }),
    ).rejects.toEqual(refusal('institutions/switched-off'));
    const design = await world.publish(groningen.designer);
    const token = await server.signInClient(groningen.institutionId, [
      'awards.grant',
      'designs.read',
      'awards.read',
    ]);
    const byProgram = await server.app.inject({
      method: 'POST',
      url: '/api/v1/awards',
      headers: { authorization: `Bearer ${token}` },
      payload: { design, recipients: [{ email: 'p@example.org' }] },
    });
    expect(byProgram.json()).toMatchObject({
      status: 409,
      type: 'urn:waarmerk:problem:institutions/switched-off',
    });
    await world.queryAsSuperuser(
      `UPDATE institutions SET features = '{microcredentials,api-awarding}' WHERE id = '${groningen.institutionId}'`,
    );
    const unlisted = await world.publish(groningen.designer);
    await world.settle();
    expect(await searchTitles()).not.toContain(unlisted);
  });
});
