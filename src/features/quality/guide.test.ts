import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorld, type World } from '../../../test/support/world.ts';
import { findGuide, readOwnGuide } from './find-guide.ts';
import type { GuideSection } from './guide.schema.ts';
import { publishGuide } from './publish-guide.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const section = (code: string, words = code): GuideSection => ({
  ...{ code, title: { en: words, nl: words }, text: { en: `About ${words}.`, nl: `Over ${words}.` } },
});
const publish = (from: number, ...sections: GuideSection[]) =>
  publishGuide(world.deps, world.groningen.administrator, { from, sections });
const read = (n?: number, slug = world.groningen.slug) => findGuide(world.deps, { slug, n });

it('an institution has no Guide until it publishes one', async () => {
  await expect(read()).rejects.toMatchObject({ status: 404 });
  expect(await readOwnGuide(world.deps, world.groningen.teacher)).toMatchObject({ n: 0, sections: [] });
});

it('each version stays as it was, and says what it changed', async () => {
  expect(await publish(0, section('outcomes'), section('level'))).toEqual({ n: 1 });
  expect(await publish(1, section('outcomes', 'better outcomes'), section('workload'))).toEqual({ n: 2 });
  const newest = await read();
  expect(newest).toMatchObject({
    n: 2,
    difference: {
      added: [{ code: 'workload' }],
      removed: [{ code: 'level' }],
      rewritten: [{ code: 'outcomes', title: { en: 'better outcomes' } }],
    },
    versions: [{ n: 2 }, { n: 1 }],
  });
  const first = await read(1);
  expect(first.sections.map(({ code }) => code)).toEqual(['outcomes', 'level']);
  expect(first.difference).toBeNull();
  await expect(read(3)).rejects.toMatchObject({ status: 404 });
  await expect(
    world.queryAsSuperuser("UPDATE quality_guides SET sections = '[]' WHERE n = 1"),
  ).rejects.toThrow();
});

it('nobody publishes over somebody else, publishes the same again, or publishes a section without words', async () => {
  await expect(publish(1, section('outcomes'))).rejects.toMatchObject({ code: 'quality/changed' });
  const { sections } = await read();
  await expect(publish(2, ...(sections as GuideSection[]))).rejects.toMatchObject({
    code: 'quality/guide-unchanged',
  });
  await expect(
    publish(2, section('level'), { ...section('level'), title: {} }, { ...section('need'), text: {} }),
  ).rejects.toMatchObject({
    errors: [
      { pointer: '/sections/1/code', detail: 'is-there-twice' },
      { pointer: '/sections/1/title', detail: 'needs-words' },
      { pointer: '/sections/2/text', detail: 'needs-words' },
    ],
  });
  const again = await Promise.all([publish(2, section('twice')), publish(2, section('twice'))]);
  expect(again).toEqual([{ n: 3 }, { n: 3 }]);
  const both = await Promise.allSettled([publish(3, section('one')), publish(3, section('other'))]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

it('what criteria of the packs in force cite is known, with the criteria', async () => {
  const { cited } = await readOwnGuide(world.deps, world.groningen.teacher);
  expect(cited.find(({ code }) => code === 'size')).toEqual({ code: 'size', criteria: ['SIZE'] });
  expect(cited.map(({ code }) => code)).toContain('quality-assurance');
});

it('only who assures quality publishes, and for nobody else', async () => {
  const input = { from: 0, sections: [section('outcomes')] };
  await expect(publishGuide(world.deps, world.groningen.designer, input)).rejects.toMatchObject({
    code: 'not-allowed',
  });
  expect(await publishGuide(world.deps, world.oosterdiep.administrator, input)).toEqual({ n: 1 });
  expect((await read(undefined, world.oosterdiep.slug)).sections).toHaveLength(1);
  await expect(read(2, world.oosterdiep.slug)).rejects.toMatchObject({ status: 404 });
  expect((await readOwnGuide(world.deps, world.groningen.teacher)).n).toBe(4);
});
