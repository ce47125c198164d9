import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { microcredential, proofOfCompetence } from '../../../test/support/content.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import type { DesignContent } from '../../formats/index.ts';
import { createDesign } from './create-design.ts';
import { contentLanguages, emptyContent, findMissingElements } from './design.ts';
import { parseContent } from './designs.schema.ts';
import { publishDesign } from './publish-design.ts';
import { retireDesign } from './retire-design.ts';
import { saveDraft, setDraftImage } from './save-draft.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const start = (content: DesignContent = proofOfCompetence) =>
  createDesign(world.deps, world.groningen.designer, {
    kind: content.kind,
    unit: 'philosophy',
    title: content.title,
    defaultLanguage: content.defaultLanguage,
    content,
  });

describe('what a design must have before it is published', () => {
  it('is nothing more for one that has all elements', () => {
    expect(findMissingElements(microcredential)).toEqual([]);
    expect(findMissingElements(proofOfCompetence)).toEqual([]);
  });

  it('is named element by element', () => {
    const missing = findMissingElements(emptyContent('microcredential', {}, 'en'));
    expect([...new Set(missing.map((one) => one.element))].sort()).toEqual([
      'assessment',
      'description',
      'instruction-languages',
      'learning-outcomes',
      'level',
      'participation',
      'quality-assurance',
      'title',
      'workload',
    ]);
  });

  const without: [string, Partial<DesignContent>, string][] = [
    [
      'an outcome that nothing proves',
      { provenBy: [{ outcome: 'LO1', assessment: 'A1', coverage: 'full' }] },
      'not-proven',
    ],
    ['a title in another language only', { title: { nl: 'Twee is één' } }, 'not-in-default-language'],
    [
      'weights that are not the whole',
      { assessments: microcredential.assessments.map((one) => ({ ...one, weight: 40 })) },
      'weights',
    ],
    ['no level', { level: {} }, 'absent'],
  ];
  it.each(without)('is missed by %s', (_name, change, problem) => {
    expect(findMissingElements({ ...microcredential, ...change }).map((one) => one.problem)).toContain(
      problem,
    );
  });

  it('leaves the level of a proof of competence open', () => {
    expect(findMissingElements({ ...proofOfCompetence, level: {} })).toEqual([]);
  });

  it('counts a language only when everything can be read in it', () => {
    expect(contentLanguages(proofOfCompetence)).toEqual(['en', 'nl']);
    expect(contentLanguages({ ...proofOfCompetence, description: { en: 'English only' } })).toEqual(['en']);
  });
});

describe('content from outside', () => {
  it('is refused when it holds a code that is in no list, an id twice, or a cell that points nowhere', () => {
    const bad: unknown[] = [
      { ...proofOfCompetence, participation: ['made-up'] },
      { ...proofOfCompetence, outcomes: [proofOfCompetence.outcomes[0], proofOfCompetence.outcomes[0]] },
      { ...proofOfCompetence, provenBy: [{ outcome: 'LO9', assessment: 'A1', coverage: 'full' }] },
      { ...proofOfCompetence, furtherInformationUrl: 'javascript:alert(1)' },
      { ...proofOfCompetence, workload: { ects: -1 } },
      { ...proofOfCompetence, surprise: true },
    ];
    for (const content of bad) expect(() => parseContent(content)).toThrow();
    expect(parseContent(proofOfCompetence)).toEqual(proofOfCompetence);
  });
});

describe('publishing', () => {
  it('is refused, naming what is missing, and leaves no version', async () => {
    const { deps, groningen } = world;
    const { id } = await createDesign(deps, groningen.designer, {
      kind: 'microcredential',
      title: { en: 'Half' },
      defaultLanguage: 'en',
    });
    await expect(publishDesign(deps, groningen.designer, { design: id, revision: 1 })).rejects.toMatchObject({
      status: 422,
      code: 'designs/elements-missing',
    });
    expect(
      await world.queryAsSuperuser(
        'SELECT FROM design_versions v JOIN designs d ON d.id = v.design_id WHERE d.public_id = $1',
        [id],
      ),
    ).toEqual([]);
  });

  it('gives one version when it is pressed many times at once', async () => {
    const { deps, groningen } = world;
    const { id } = await start();
    await world.approve(groningen.designer, id);
    const published = await Promise.all(
      Array.from({ length: 6 }, () => publishDesign(deps, groningen.designer, { design: id, revision: 1 })),
    );
    expect(new Set(published.map((one) => one.version))).toEqual(new Set([1]));
    expect(
      await world.queryAsSuperuser(
        'SELECT FROM design_versions v JOIN designs d ON d.id = v.design_id WHERE d.public_id = $1',
        [id],
      ),
    ).toHaveLength(1);
  });

  it('makes version 2 of changed content and leaves version 1 byte for byte as it was', async () => {
    const { deps, groningen } = world;
    const { id } = await start();
    await world.approve(groningen.designer, id);
    await publishDesign(deps, groningen.designer, { design: id, revision: 1 });
    const read = (n: number) =>
      world.queryAsSuperuser<{ facts: string; bytes: string; image_key: string }>(
        "SELECT v.facts, d.bytes, v.image_key FROM design_versions v JOIN designs g ON g.id = v.design_id JOIN design_documents d ON d.version_id = v.id WHERE g.public_id = $1 AND v.n = $2 AND d.format = 'achievement' AND d.language = 'en'",
        [id, n],
      );
    const before = await read(1);
    await saveDraft(deps, groningen.designer, {
      design: id,
      revision: 1,
      content: { ...proofOfCompetence, description: { en: 'Changed.', nl: 'Veranderd.' } },
      partnerUnits: [],
    });
    await world.approve(groningen.designer, id);
    expect((await publishDesign(deps, groningen.designer, { design: id, revision: 2 })).version).toBe(2);
    expect(await read(1)).toEqual(before);
    expect((await read(2))[0]?.facts).toContain('Changed.');
  });

  it('keeps figure, inks, ground and petals of the mark from version to version, and gives neighbours another', async () => {
    const rows = await world.queryAsSuperuser<{ public_id: string; n: number; mark: string; key: string }>(
      "SELECT d.public_id, v.n, encode(substring(v.mark_hash FROM 1 FOR 3), 'hex') AS mark, d.mark_key AS key FROM design_versions v JOIN designs d ON d.id = v.design_id",
    );
    for (const { public_id, mark } of rows)
      expect(rows.filter((row) => row.public_id === public_id).every((row) => row.mark === mark)).toBe(true);
    const keys = new Map(rows.map((row) => [row.public_id, row.key]));
    expect(new Set(keys.values()).size).toBe(keys.size);
  });

  it('is not for those who may only write, nor for another institution', async () => {
    const { deps, groningen, oosterdiep } = world;
    const { id } = await start();
    await expect(publishDesign(deps, groningen.teacher, { design: id, revision: 1 })).rejects.toMatchObject({
      status: 403,
    });
    await expect(publishDesign(deps, oosterdiep.designer, { design: id, revision: 1 })).rejects.toMatchObject(
      { status: 404 },
    );
  });
});

describe('a draft', () => {
  it('is not overwritten by someone who saw an older one', async () => {
    const { deps, groningen } = world;
    const { id } = await start();
    const save = (title: string) =>
      saveDraft(deps, groningen.designer, {
        design: id,
        revision: 1,
        content: { ...proofOfCompetence, title: { en: title } },
        partnerUnits: [],
      });
    const outcomes = await Promise.allSettled(['one', 'two', 'three'].map(save));
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect(
      outcomes
        .filter((one) => one.status === 'rejected')
        .every((one) => one.status === 'rejected' && one.reason.code === 'designs/draft-changed'),
    ).toBe(true);
  });

  it('keeps the kind that was chosen at its start', async () => {
    const { deps, groningen } = world;
    const { id } = await start();
    await saveDraft(deps, groningen.designer, {
      design: id,
      revision: 1,
      content: microcredential,
      partnerUnits: [],
    });
    const [row] = await world.queryAsSuperuser<{ kind: string }>(
      "SELECT draft->>'kind' AS kind FROM designs WHERE public_id = $1",
      [id],
    );
    expect(row?.kind).toBe('proof-of-competence');
  });

  it('with an image of its own is published with it', async () => {
    const { deps, groningen } = world;
    const { id } = await start();
    const { key } = await deps.storage.put(new Uint8Array([1, 2, 3]), 'image/png');
    const { revision } = await setDraftImage(deps, groningen.designer, {
      design: id,
      revision: 1,
      image: key,
    });
    await world.approve(groningen.designer, id);
    await publishDesign(deps, groningen.designer, { design: id, revision });
    const [row] = await world.queryAsSuperuser<{ image_key: string; image_kind: string }>(
      'SELECT v.image_key, v.image_kind FROM design_versions v JOIN designs d ON d.id = v.design_id WHERE d.public_id = $1',
      [id],
    );
    expect(row).toEqual({ image_key: key, image_kind: 'png' });
  });

  it('that was retired is neither changed nor published', async () => {
    const { deps, groningen } = world;
    const { id } = await start();
    await retireDesign(deps, groningen.designer, { design: id });
    await expect(publishDesign(deps, groningen.designer, { design: id, revision: 1 })).rejects.toMatchObject({
      code: 'designs/retired',
    });
    await expect(
      saveDraft(deps, groningen.designer, {
        design: id,
        revision: 1,
        content: proofOfCompetence,
        partnerUnits: [],
      }),
    ).rejects.toMatchObject({ code: 'designs/retired' });
  });
});
