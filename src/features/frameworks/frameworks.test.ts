import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proofOfCompetence } from '../../../test/support/content.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import type { PersonActor } from '../audit/index.ts';
import { createDesign, findDesign, findVersion, saveDraft } from '../designs/index.ts';
import { bringFramework, removeFramework, renewFramework } from './index.ts';
import { getFramework, getFrameworks, listGone, searchFrameworks } from './read-frameworks.ts';

let world: World;
let own: string;
let offered: string;
let operator: PersonActor;

const said = {
  ...{ name: 'Teaching', publisher: 'University', version: '1', licence: 'CC BY 4.0' },
  ...{ url: 'https://skills.example/', language: 'en' as const },
};
const bytes = (text: string) => new TextEncoder().encode(text);
const TABLE = bytes(
  [
    'code,name_nl,name_en,description_nl,description_en',
    'T1,Toetsen ontwerpen,Design assessments,Wie toetst weet wat telt,',
    'T2,Leerdoelen formuleren,Write learning outcomes,,An assessment follows from them',
    'L1,Leidinggeven aan docenten,Lead teachers,,',
  ].join('\n'),
);

beforeAll(async () => {
  world = await openWorld();
  const { deps, groningen } = world;
  const institutionId = await world.settleOperator();
  operator = {
    ...groningen.administrator,
    institutionId,
    permissions: new Set(['platform.manage']),
  };
  own = (await bringFramework(deps, groningen.administrator, { ...said, owner: 'institution', file: TABLE }))
    .id;
  const file = bytes('code,name_nl,name_en\nW1,Samenwerken,Collaborate');
  const input = { ...said, name: 'Common', url: 'https://common.example/', owner: 'operator' as const, file };
  offered = (await bringFramework(deps, operator, input)).id;
});
afterAll(() => world?.close());

const search = async (q: string, actor = world.groningen.designer, framework?: string) =>
  (await searchFrameworks(world.deps, actor, { q, framework })).hits.map(({ code }) => code);

describe('a search for skills', () => {
  it.each([
    ['in English as it is bent', 'designing assessment', ['T1']],
    ['in Dutch as it is bent', 'toets', ['T1']],
    ['in Dutch by the beginning of a word', 'leidingg', ['L1']],
    ['by a code', 't2', ['T2']],
    ['by the beginning of a code before all else', 'l', ['L1', 'T2']],
    ['in the order of a phrase', '"learning outcomes"', ['T2']],
    ['without a word', 'ontwerpen -toetsen', []],
    ['with what breaks a query elsewhere', "design & (assess:* | '!", ['T1']],
    ['for nothing', ' -- "" ', []],
    ['for what nobody has', 'astronaut', []],
  ])('finds them %s', async (_, q, codes) => {
    expect(await search(q)).toEqual(codes);
  });

  it('puts what stands in the name before what stands in the description', async () => {
    expect(await search('assessment')).toEqual(['T1', 'T2']);
  });

  it('stays in one framework when it is asked to', async () => {
    expect(await search('samenwerken')).toEqual(['W1']);
    expect(await search('samenwerken', world.groningen.designer, own)).toEqual([]);
  });

  it('takes no signs of a pattern for a code', async () => {
    expect(await search('%')).toEqual([]);
    expect(await search('_1')).toEqual([]);
  });
});

describe('between institutions', () => {
  it('nobody finds, reads or changes what another one brought in', async () => {
    const { deps, oosterdiep } = world;
    expect(await search('toetsen', oosterdiep.designer)).toEqual([]);
    expect(await search('toetsen', oosterdiep.designer, own)).toEqual([]);
    const listed = await getFrameworks(deps, oosterdiep.administrator, 'institution');
    expect(listed.map(({ id }) => id)).toEqual([offered]);
    const missing = { status: 404 };
    const at = { id: own, q: '', page: 1, owner: 'institution' as const };
    await expect(getFramework(deps, oosterdiep.administrator, at)).rejects.toMatchObject(missing);
    await expect(removeFramework(deps, oosterdiep.administrator, at)).rejects.toMatchObject(missing);
    const file = { ...at, file: TABLE, language: 'en' as const, how: 'replace' as const };
    await expect(renewFramework(deps, oosterdiep.administrator, file)).rejects.toMatchObject(missing);
  });

  it('what the operator offers is found by all, with the name of who offers it, and changed by none of them', async () => {
    const { deps, oosterdiep } = world;
    const { hits } = await searchFrameworks(deps, oosterdiep.designer, { q: 'collaborating' });
    expect(hits).toMatchObject([{ code: 'W1', framework: { name: 'Common' } }]);
    expect(Object.keys(hits[0]?.framework.offeredBy ?? {}).length).toBeGreaterThan(0);
    const at = { id: offered, owner: 'institution' as const };
    await expect(removeFramework(deps, oosterdiep.administrator, at)).rejects.toMatchObject({ status: 404 });
  });

  it('only the operator offers', async () => {
    const { deps, groningen } = world;
    const input = { ...said, name: 'Mine for all', owner: 'operator' as const, file: TABLE };
    await expect(bringFramework(deps, groningen.administrator, input)).rejects.toMatchObject({ status: 404 });
    const offer = deps.database.asInstitution(groningen.institutionId, (tx) =>
      tx.updateTable('frameworks').set({ offered: true }).execute(),
    );
    await expect(offer).rejects.toThrow(/row-level security/);
  });
});

describe('bringing in', () => {
  it('is for administrators', async () => {
    const { deps, groningen } = world;
    const input = { ...said, name: 'Another', owner: 'institution' as const, file: TABLE };
    await expect(bringFramework(deps, groningen.designer, input)).rejects.toMatchObject({ status: 403 });
  });

  it('needs a name of its own, and leaves nothing behind when the file is refused', async () => {
    const { deps, groningen } = world;
    const input = { ...said, owner: 'institution' as const, file: TABLE };
    const taken = { status: 409, code: 'frameworks/name-taken' };
    await expect(bringFramework(deps, groningen.administrator, input)).rejects.toMatchObject(taken);
    const broken = { ...input, name: 'Broken', file: bytes('code,name\nA,One\nA,Two') };
    const refused = { status: 422, code: 'frameworks/file-code-twice' };
    await expect(bringFramework(deps, groningen.administrator, broken)).rejects.toMatchObject(refused);
    const names = (await getFrameworks(deps, groningen.administrator, 'institution')).map(({ name }) => name);
    expect(names).toEqual(['Common', 'Teaching']);
  });

  it('as large as ESCO takes seconds', async () => {
    const { deps, oosterdiep } = world;
    const lines = Array.from({ length: 20_000 }, (_, at) => `E${at},Vaardigheid ${at},Skill number ${at}`);
    const file = bytes(`code,name_nl,name_en\n${lines.join('\n')}`);
    const input = { ...said, name: 'Large', owner: 'institution' as const, file };
    const begun = performance.now();
    expect(await bringFramework(deps, oosterdiep.administrator, input)).toMatchObject({ items: 20_000 });
    expect(performance.now() - begun).toBeLessThan(20_000);
    expect((await search('E19999', oosterdiep.designer))[0]).toBe('E19999');
  });
});

describe('a newer file', () => {
  it('marks drafts whose skill is gone, and leaves what was published as it was', async () => {
    const { deps, groningen } = world;
    const [skill, other] = ['https://skills.example/L1', 'https://skills.example/T1'].map((targetUrl) => ({
      ...{ targetName: 'Lead teachers', targetUrl, targetFramework: 'Teaching', targetCode: 'L1' },
    }));
    const content = { ...proofOfCompetence, skills: [skill, other].flatMap((one) => one ?? []) };
    const published = await world.publish(groningen.designer, content);
    const draft = await createDesign(deps, groningen.designer, {
      ...{ kind: 'edubadge', title: { en: 'A draft' }, defaultLanguage: 'en' },
    });
    await saveDraft(deps, groningen.designer, {
      ...{ design: draft.id, revision: 1, partnerUnits: [] },
      content: { ...content, kind: 'edubadge' },
    });
    const at = { id: own, owner: 'institution' as const };
    const before = await deps.database.asPublic((tx) => findVersion(tx, published, 1));
    await expect(removeFramework(deps, groningen.administrator, at)).rejects.toMatchObject({
      ...{ status: 409, code: 'frameworks/in-use' },
    });
    expect((await listGone(deps, groningen.designer)).gone).toEqual([]);

    const file = bytes('code,name_nl,name_en\nT1,Toetsen ontwerpen,Design good assessments');
    const renewed = { ...at, file, language: 'en' as const, how: 'replace' as const, version: '2' };
    const brought = await renewFramework(deps, groningen.administrator, renewed);
    expect(brought).toEqual({ id: own, items: 1, gone: 2 });
    expect((await listGone(deps, groningen.designer)).gone).toEqual([
      { url: 'https://skills.example/L1', framework: 'Teaching' },
    ]);
    expect(await search('leidinggeven')).toEqual([]);
    const detail = await getFramework(deps, groningen.designer, { ...at, q: '', page: 1 });
    expect(detail.version).toBe('2');
    expect(detail.drafts).toContainEqual({ id: draft.id, title: proofOfCompetence.title, gone: true });
    expect(await deps.database.asPublic((tx) => findVersion(tx, published, 1))).toEqual(before);
    const kept = await deps.database.asInstitution(groningen.institutionId, (tx) => findDesign(tx, draft.id));
    expect(kept?.draft.skills).toEqual(content.skills);
  });

  it('in another language is joined with what there is', async () => {
    const { deps, groningen } = world;
    const create = { ...said, name: 'In two', url: 'https://two.example/', owner: 'institution' as const };
    const english = { ...create, file: bytes('code,name\nJ1,Swim') };
    const { id } = await bringFramework(deps, groningen.administrator, english);
    const dutch = { id, owner: 'institution' as const, language: 'nl' as const, how: 'join' as const };
    await renewFramework(deps, groningen.administrator, { ...dutch, file: bytes('code,naam\nJ1,Zwemmen') });
    const { found } = await getFramework(deps, groningen.designer, {
      ...{ id, owner: 'institution', q: 'zwem', page: 1 },
    });
    expect(found).toMatchObject([{ name: { en: 'Swim', nl: 'Zwemmen' } }]);
    await removeFramework(deps, groningen.administrator, { id, owner: 'institution' });
    expect(await search('zwemmen')).toEqual([]);
  });
});
