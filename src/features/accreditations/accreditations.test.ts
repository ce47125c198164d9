import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { microcredential, proofOfCompetence } from '../../../test/support/content.ts';
import { openServer } from '../../../test/support/server.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import type { DesignContent } from '../../formats/index.ts';
import { createUuid } from '../../platform/ids.ts';
import { createDesign, findVersion, publishDesign } from '../designs/index.ts';
import { permissionsOf } from '../institutions/index.ts';
import { enterIssuer, openRegister } from '../registers/keep-register.ts';
import { chooseInForce, isWarningDue, type RecordedAccreditation } from './accreditation.ts';
import { getAccreditation, getAccreditations, getShownAccreditations } from './get-accreditations.ts';
import { changeAccreditation, recordAccreditation, withdrawAccreditation } from './record-accreditation.ts';
import { institutionalAudit } from './testing.ts';
import { warnOfEnds } from './warn-of-ends.ts';

let world: World;
let server: Awaited<ReturnType<typeof openServer>>;
beforeAll(async () => {
  world = await openWorld();
  server = await openServer(world);
});
afterAll(async () => {
  await server?.app.close();
  await world?.close();
});
/** Each begins without any; only a test may delete. */
beforeEach(async () => {
  await world.queryAsSuperuser('TRUNCATE accreditation_revisions, accreditations');
});

const record = (change: Partial<typeof institutionalAudit> = {}, at = world.groningen) =>
  recordAccreditation(world.deps, at.administrator, { ...institutionalAudit, ...change });

async function factsOf(design: string, number = 1): Promise<{ content: DesignContent; facts: string }> {
  const version = await world.deps.database.asPublic((tx) => findVersion(tx, design, number));
  return { content: JSON.parse(version?.facts ?? '{}'), facts: version?.facts ?? '' };
}

async function frozenText(design: string): Promise<string> {
  const [row] = await world.queryAsSuperuser<{ text: string }>(
    `SELECT string_agg(d.bytes, '' ORDER BY d.format, d.language) AS text FROM design_documents d
     JOIN design_versions v ON v.id = d.version_id JOIN designs t ON t.id = v.design_id WHERE t.public_id = $1`,
    [design],
  );
  return row?.text ?? '';
}

describe('a version that is published', () => {
  it('names what is in force for it on that day, in its facts and in every frozen definition', async () => {
    await record();
    await record({ number: 'GONE', validFrom: '2018-01-01', validUntil: '2023-12-31' });
    await record({ number: 'LATER', validFrom: '2027-02-01', validUntil: null });
    await record({ number: 'THEIRS' }, world.oosterdiep);
    const design = await world.publish(world.groningen.designer);
    const { content } = await factsOf(design);
    expect(content.accreditations).toMatchObject([
      { register: 'DEQAR', number: '12345', validFrom: '2024-02-01', validUntil: '2027-01-31' },
    ]);
    const text = await frozenText(design);
    expect(text).toContain('In force from 1 February 2024 to 31 January 2027.');
    expect(text).toContain('Geldig van 1 februari 2024 tot en met 31 januari 2027.');
    expect(text).not.toMatch(/GONE|LATER|THEIRS/);
  });

  it('says nothing of it where there is none: its bytes are those of a house without this room', async () => {
    const design = await world.publish(world.groningen.designer);
    const { facts } = await factsOf(design);
    expect(facts).not.toContain('accreditations');
    expect(await frozenText(design)).not.toMatch(/External quality assurance|Externe kwaliteitszorg/);
  });

  it('keeps its bytes whatever happens to the decision afterwards', async () => {
    const { id } = await record();
    const design = await world.publish(world.groningen.designer);
    const before = [(await factsOf(design)).facts, await frozenText(design)];
    await changeAccreditation(world.deps, world.groningen.administrator, {
      ...{ ...institutionalAudit, id },
      ...{ agency: 'Another agency', validUntil: '2025-01-01' },
    });
    await withdrawAccreditation(world.deps, world.groningen.administrator, { id, on: '2026-11-01' });
    expect([(await factsOf(design)).facts, await frozenText(design)]).toEqual(before);
  });

  it('is the one that was approved, also when a decision came or went in between', async () => {
    const { deps, groningen } = world;
    const { id: first } = await record();
    const { kind, title, defaultLanguage } = proofOfCompetence;
    const { id: design } = await createDesign(deps, groningen.designer, {
      ...{ kind, title, defaultLanguage, unit: 'philosophy', content: proofOfCompetence },
    });
    await world.approve(groningen.designer, design);
    await withdrawAccreditation(deps, groningen.administrator, { id: first, on: '2026-11-21' });
    await record({ register: 'NVAO', number: 'SINCE' });
    await publishDesign(deps, groningen.designer, { design, revision: 1 });
    const { content } = await factsOf(design);
    expect(content.accreditations?.map(({ number }) => number)).toEqual(['12345']);
  });

  it('cannot be given an accreditation by whoever writes the draft', async () => {
    const { deps, groningen } = world;
    const { kind, title, defaultLanguage } = microcredential;
    const { id: design } = await createDesign(deps, groningen.designer, {
      ...{ kind, title, defaultLanguage, unit: 'philosophy' },
    });
    const token = await server.signInClient(groningen.institutionId, ['designs.read', 'designs.write']);
    const answer = await server.app.inject({
      method: 'PUT',
      url: `/api/v1/designs/${design}/draft`,
      headers: { authorization: `Bearer ${token}` },
      payload: {
        revision: 1,
        partnerUnits: [],
        content: { ...microcredential, accreditations: [{ register: 'DEQAR', number: 'made up' }] },
      },
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors).toMatchObject([{ pointer: '/content' }]);
  });
});

const HERE = { units: ['faculty', 'university'], eqf: 6, field: '0223' };

const decision: RecordedAccreditation = {
  ...{ id: 'one', institutionId: 'i', publicId: 'p', type: 'bb4618238e', title: { en: 'Audit' } },
  ...{ agency: 'Agency', register: 'DEQAR', number: '1', url: 'https://a.example', decision: 'positive' },
  ...{ validFrom: '2024-01-01', validUntil: '2026-12-31', unitId: null, eqf: [], fields: [] },
  ...{ renewsId: null, withdrawnOn: null, recordedAt: new Date(0), revision: 1, warnedOf: null },
};

describe('a decision', () => {
  it.each<[string, Partial<RecordedAccreditation>, boolean]>([
    ['on the whole institution covers every title', {}, true],
    ['on a unit covers the titles of all that is below it', { unitId: 'university' }, true],
    ['on another unit does not', { unitId: 'elsewhere' }, false],
    ['on a level covers that level', { eqf: [5, 6] }, true],
    ['on another level does not', { eqf: [7] }, false],
    ['on a field covers what is below it', { fields: ['022'] }, true],
    ['on another field does not', { fields: ['041'] }, false],
    ['with two limits asks for both', { eqf: [6], fields: ['041'] }, false],
  ])('%s', (_, change, expected) => {
    expect(chooseInForce([{ ...decision, ...change }], HERE, '2026-11-21')).toHaveLength(expected ? 1 : 0);
  });

  it('on a level covers no title that does not say its level', () => {
    const place = { ...HERE, eqf: undefined };
    expect(chooseInForce([{ ...decision, eqf: [6] }], place, '2026-11-21')).toEqual([]);
  });

  it('gives way to its renewal once that is in force', () => {
    const next = { ...decision, id: 'two', renewsId: 'one', validFrom: '2026-06-01', validUntil: null };
    const on = (day: string) => chooseInForce([decision, next], HERE, day).map(({ id }) => id);
    expect(on('2026-05-31')).toEqual(['one']);
    expect(on('2026-06-01')).toEqual(['two']);
  });

  it('is warned of within its last ninety days, once, and not when something follows upon it', () => {
    const due = (change: Partial<RecordedAccreditation>, day: string, more: RecordedAccreditation[] = []) =>
      isWarningDue({ ...decision, ...change }, [decision, ...more], day);
    expect(due({}, '2026-10-01')).toBe(false);
    expect(due({}, '2026-10-02')).toBe(true);
    expect(due({}, '2026-12-31')).toBe(true);
    expect(due({}, '2027-01-01')).toBe(false);
    expect(due({ warnedOf: '2026-12-31' }, '2026-11-01')).toBe(false);
    expect(due({ warnedOf: '2025-12-31' }, '2026-11-01')).toBe(true);
    expect(due({ withdrawnOn: '2026-01-01' }, '2026-11-01')).toBe(false);
    expect(due({}, '2026-11-01', [{ ...decision, id: 'two', renewsId: 'one' }])).toBe(false);
  });
});

describe('recording', () => {
  it('keeps how it was said before, and never says that it is still in force', async () => {
    const { deps, groningen } = world;
    const { id } = await record();
    await changeAccreditation(deps, groningen.administrator, {
      ...{ ...institutionalAudit, id, validUntil: '2026-06-30' },
    });
    const found = await getAccreditation(deps, groningen.reader, id);
    expect(found.standing).toBe('expired');
    expect(found.history.map(({ act, validUntil }) => [act, validUntil])).toEqual([
      ['changed', '2026-06-30'],
      ['recorded', '2027-01-31'],
    ]);
    const audit = await world.queryAsSuperuser<{ action: string }>(
      'SELECT action FROM audit_entries WHERE subject_id = $1 ORDER BY id',
      [id],
    );
    expect(audit.map(({ action }) => action)).toEqual(['accreditation.recorded', 'accreditation.changed']);
    const shown = await getShownAccreditations(deps, 'groningen');
    expect(shown.accreditations.map(({ standing }) => standing)).toEqual(['expired']);
    expect(JSON.stringify(shown)).not.toContain(id);
  });

  it('lets one decision follow upon another, never two upon the same, and none upon itself', async () => {
    const { deps, groningen } = world;
    const { id: old } = await record({ validUntil: '2026-01-31' });
    const both = await Promise.allSettled([
      record({ number: 'A', validFrom: '2026-02-01', validUntil: null, renews: old }),
      record({ number: 'B', validFrom: '2026-02-01', validUntil: null, renews: old }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = both.find((one) => one.status === 'rejected');
    expect(refused?.reason).toMatchObject({ status: 422, code: 'accreditations/renewal-unfit' });
    const { accreditations } = await getAccreditations(deps, groningen.reader);
    const [next] = accreditations.filter(({ renews }) => renews !== null);
    expect(accreditations.find(({ id }) => id === old)).toMatchObject({
      standing: 'renewed',
      renewedBy: next?.publicId,
    });
    for (const renews of [next?.id ?? '', old, createUuid()])
      await expect(
        changeAccreditation(deps, groningen.administrator, { ...institutionalAudit, id: old, renews }),
      ).rejects.toMatchObject({ code: 'accreditations/renewal-unfit' });
  });

  it('is for administrators, at their own institution', async () => {
    const { deps, groningen, oosterdiep } = world;
    const { id } = await record();
    for (const actor of [groningen.designer, groningen.reader])
      await expect(recordAccreditation(deps, actor, institutionalAudit)).rejects.toMatchObject({
        status: 403,
      });
    const theirs = oosterdiep.administrator;
    await expect(changeAccreditation(deps, theirs, { ...institutionalAudit, id })).rejects.toMatchObject({
      status: 404,
    });
    await expect(withdrawAccreditation(deps, theirs, { id, on: '2026-11-21' })).rejects.toMatchObject({
      status: 404,
    });
    await expect(getAccreditation(deps, theirs, id)).rejects.toMatchObject({ status: 404 });
    await expect(record({ renews: id }, oosterdiep)).rejects.toMatchObject({ status: 422 });
    await expect(record({ unit: 'nowhere' })).rejects.toMatchObject({ code: 'accreditations/unit-unknown' });
  });

  it('offers what a register knows of the own number, until it is recorded', async () => {
    const { deps, groningen } = world;
    const operator = {
      ...{ kind: 'person' as const, personId: createUuid(), institutionId: await world.settleOperator() },
      permissions: permissionsOf(['operator']),
    };
    const { id: register } = await openRegister(deps, operator, {
      name: 'DEQAR',
      sourceUrl: 'https://deqar.example',
    });
    const entry = { name: 'A university', country: 'NL', issuerId: 'https://a.example/', scope: null };
    const days = { accreditedFrom: '2024-02-01', accreditedUntil: '2027-01-31' };
    await enterIssuer(deps, operator, {
      register,
      entry: { ...entry, ...days, identifier: 'DEQARINST0001' },
    });
    await enterIssuer(deps, operator, {
      register,
      entry: { ...entry, ...days, identifier: 'DEQARINST0002' },
    });
    await world.queryAsSuperuser(
      `UPDATE institutions SET identifiers = identifiers || '[{"scheme":"DEQAR","value":"DEQARINST0001"}]' WHERE slug = 'groningen'`,
    );
    const { candidates } = await getAccreditations(deps, groningen.administrator);
    expect(candidates).toMatchObject([
      { register: 'DEQAR', identifier: 'DEQARINST0001', validFrom: '2024-02-01' },
    ]);
    await record({ number: 'DEQARINST0001' });
    expect((await getAccreditations(deps, groningen.administrator)).candidates).toEqual([]);
    expect((await getAccreditations(deps, world.oosterdiep.administrator)).candidates).toEqual([]);
  });
});

it('administrators get one letter about an end that is near, in their own language', async () => {
  const { deps, groningen, mailSink } = world;
  const who = await world.settleLearner('rector@groningen.example', 'The rector');
  await world.queryAsSuperuser(
    `INSERT INTO members (id, institution_id, person_id, identifier, name, role, created_at)
     SELECT gen_random_uuid(), $1, $2, 'rector@groningen.example', 'The rector', 'administrator', now()`,
    [groningen.institutionId, who.personId],
  );
  await record({ validUntil: '2027-01-31' });
  await record({ number: 'FAR', validUntil: '2028-01-31' });
  for (const _day of [1, 2]) {
    await warnOfEnds(deps);
    await world.settle();
  }
  const letters = mailSink.listLetters().filter(({ subject }) => subject.includes('31 January 2027'));
  expect(letters).toHaveLength(1);
  expect((await mailSink.getLetter(letters[0]?.id ?? ''))?.text).toContain('DEQAR 12345');
});
