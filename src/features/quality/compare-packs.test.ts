import { describe, expect, it } from 'vitest';
import { comparePacks } from './compare-packs.ts';
import { type PolicyPack, packSchema } from './pack.schema.ts';
import { resolvePack } from './packs/index.ts';
import { isSame } from './packs.schema.ts';
import { asItHolds, findWhatFollows } from './what-follows.ts';

const today = '2026-11-22';
const nl = resolvePack('nl-hbo-wo', today);
const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

function makeOwn(over: object): PolicyPack {
  return packSchema.parse({
    ...{ id: 'own', version: '1', jurisdiction: 'NL', extends: ['nl-hbo-wo'] },
    ...{ name: { en: 'Own' }, summary: { en: 'Own rules.' }, designKinds: ['microcredential'] },
    ...{ validFrom: '2026-01-01', sources: [], limits: {}, criteria: [], gates: nl.gates, review: nl.review },
    ...over,
  });
}

describe('between two packs', () => {
  it('nothing differs when they are the same', () => {
    expect(isSame(comparePacks(nl, nl))).toBe(true);
    const { text, ...rest } = nl.criteria[0] ?? nl.criteria[1] ?? (() => expect.fail())();
    const turned = { ...nl, criteria: [{ text, ...rest }, ...nl.criteria.slice(1)] };
    expect(isSame(comparePacks(nl, turned))).toBe(true);
  });

  it('criteria come, go, and weigh more or less', () => {
    const { added, removed, heavier, lighter } = comparePacks(
      resolvePack('proof-of-competence', today),
      resolvePack('rug-mc', today),
    );
    expect(idsOf(added)).toContain('STAFF-1');
    expect(removed).toEqual([]);
    expect(idsOf(heavier)).toEqual(expect.arrayContaining(['EU-8', 'LO-VERB', 'AS-3']));
    expect(heavier.find(({ id }) => id === 'EU-8')).toMatchObject({ before: 'advice', severity: 'must' });
    expect(lighter).toEqual([]);
    const back = comparePacks(resolvePack('rug-mc', today), resolvePack('proof-of-competence', today));
    expect(idsOf(back.removed)).toEqual(idsOf(added));
    expect(idsOf(back.lighter)).toEqual(idsOf(heavier));
  });

  it('another text, check or section of the Guide is named, and a change of weight is not named twice', () => {
    const [criterion] = nl.criteria;
    if (!criterion) throw new Error('the pack has no criteria');
    const own = { ...criterion, text: { en: 'Another' }, guide: 'elsewhere', severity: 'advice' as const };
    const { changed, lighter } = comparePacks(nl, { ...nl, criteria: [own, ...nl.criteria.slice(1)] });
    expect(changed).toMatchObject([{ id: criterion.id, what: ['text', 'guide'] }]);
    expect(idsOf(lighter)).toEqual([criterion.id]);
  });

  it('limits, gates, review and appeal are shown as they were and as they become', () => {
    const rug = resolvePack('rug-mc', today);
    const { gates, sizes, review, appeal, audiences } = comparePacks(nl, rug);
    expect(gates?.after).toHaveLength(3);
    expect([sizes, review, audiences]).toEqual([null, null, null]);
    expect(appeal?.after?.body.en).toMatch(/university/);
    const shorter = makeOwn({
      review: { ...nl.review, months: 12 },
      limits: { sizes: [{ unit: 'ects', min: 5 }] },
    });
    const own = comparePacks(nl, resolvePack('own', today, [shorter]));
    expect([own.review?.after.months, own.sizes?.after]).toEqual([12, [{ unit: 'ects', min: 5 }]]);
  });
});

describe('what follows the rules of today', () => {
  const ask = (ref: string, own: readonly PolicyPack[] = [], institutionKind = 'wo') =>
    findWhatFollows({ ref, today, own, institutionKind });

  it('is the framework of May 2027 for a university: units of one credit end', () => {
    const coming = ask('nl-hbo-wo');
    expect([coming?.on, coming?.pack?.version]).toEqual(['2027-05-01', '2027-05']);
    expect(coming?.difference?.sizes).toMatchObject({
      before: [{ min: 3 }, { min: 1 }],
      after: [{ min: 3 }],
    });
    expect(idsOf(coming?.difference?.changed ?? [])).toContain('SIZE');
  });

  it('reaches a pack that builds on it, and changes no size for a university of applied sciences', () => {
    expect(ask('rug-mc')).toMatchObject({ on: '2027-05-01', pack: { id: 'rug-mc', version: '2026' } });
    expect(ask('nl-hbo-wo', [], 'hbo')?.difference?.sizes).toBeNull();
  });

  it('is a newer version of an own pack, and nothing when a version was pinned that nothing else touches', () => {
    const own = [
      makeOwn({ extends: ['eu-minimum@2022'] }),
      makeOwn({
        extends: ['eu-minimum@2022'],
        version: '2',
        validFrom: '2027-01-01',
        severities: { 'LO-VERB': 'must' },
      }),
    ];
    const coming = ask('own', own);
    expect([coming?.on, coming?.pack?.version]).toEqual(['2027-01-01', '2']);
    expect(idsOf(coming?.difference?.heavier ?? [])).toEqual(['LO-VERB']);
    expect(ask('own@1', own)).toBeUndefined();
  });

  it('is that there are none, where rules end and nothing comes after them', () => {
    const own = [makeOwn({ validUntil: '2026-12-31' })];
    expect(ask('own', own)).toEqual({ on: '2027-01-01', pack: null, difference: null });
  });

  it('leaves out sizes that do not count on the day or for the institution', () => {
    expect(asItHolds(nl, '2027-05-01', 'wo').limits.sizes).toHaveLength(1);
    expect(asItHolds(nl, today, 'hbo').limits.sizes).toHaveLength(1);
    expect(asItHolds(nl, today, 'wo').limits.sizes).toHaveLength(2);
  });
});
