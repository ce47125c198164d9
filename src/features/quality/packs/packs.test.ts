import { describe, expect, test } from 'vitest';
import { checks } from '../checks/index.ts';
import { CHECKS, type PolicyPack, packSchema } from '../pack.schema.ts';
import { bundledPacks, PackRefusal, resolvePack } from './index.ts';

const [base] = bundledPacks;
if (!base) throw new Error('there are no packs');

/** An institution's own pack, with nothing of itself but what a test says. */
function makePack(over: Partial<PolicyPack>): PolicyPack {
  return packSchema.parse({ ...base, id: 'own', version: '1', extends: [], criteria: [], ...over });
}

function refusalOf(resolve: () => unknown): string {
  try {
    resolve();
  } catch (error) {
    if (error instanceof PackRefusal) return `${error.reason} ${error.ref}`;
    throw error;
  }
  return 'none';
}

const severityOf = (pack: PolicyPack, id: string) =>
  pack.criteria.find((criterion) => criterion.id === id)?.severity;

describe('the packs that come with the platform', () => {
  test('speak English and Dutch wherever they speak', () => {
    const texts = bundledPacks.flatMap(({ name, summary, criteria, limits, appeal }) => [
      name,
      summary,
      ...criteria.flatMap(({ text, help }) => [text, ...(help ? [help] : [])]),
      ...limits.audiences.map((audience) => audience.name),
      ...(appeal ? [appeal.body] : []),
    ]);
    expect(texts.filter((text) => !(text.en && text.nl))).toEqual([]);
  });

  test('use every check, and say of each criterion that no machine judges that a human does', () => {
    const criteria = bundledPacks.flatMap((pack) => pack.criteria);
    const used = new Set(criteria.map(({ check }) => check?.name));
    expect(CHECKS.filter((name) => !used.has(name))).toEqual([]);
    expect(Object.keys(checks)).toEqual([...CHECKS].sort(byOrderIn(Object.keys(checks))));
    expect(criteria.filter(({ check, kind }) => !check && kind !== 'human')).toEqual([]);
    expect(criteria.filter(({ check, kind }) => check && kind === 'human')).toEqual([]);
  });

  test.each(bundledPacks.map(({ id, version }) => `${id}@${version}`))('%s resolves', (ref) => {
    const pack = resolvePack(ref, '2026-11-22');
    expect(pack.extends).toEqual([]);
    expect(pack.criteria.length).toBeGreaterThan(20);
    expect(new Set(pack.criteria.map(({ id }) => id)).size).toBe(pack.criteria.length);
  });

  test('weigh the verb of an outcome as each framework does', () => {
    const weigh = (ref: string) => severityOf(resolvePack(ref, '2026-11-22'), 'LO-VERB');
    expect(['eu-minimum', 'nl-hbo-wo', 'nl-mbo', 'rug-mc', 'proof-of-competence'].map(weigh)).toEqual([
      'should',
      'must',
      'must',
      'must',
      'should',
    ]);
  });
});

function byOrderIn(order: readonly string[]) {
  return (one: string, other: string) => order.indexOf(one) - order.indexOf(other);
}

describe('a reference to a pack', () => {
  test('without a version means the one in force that day', () => {
    expect(resolvePack('nl-hbo-wo', '2027-04-30').version).toBe('2025-05');
    expect(resolvePack('nl-hbo-wo', '2027-05-01').version).toBe('2027-05');
    expect(refusalOf(() => resolvePack('nl-hbo-wo', '2025-04-30'))).toBe('pack-not-in-force nl-hbo-wo');
  });

  test('with a version means that version for ever, with what it built on', () => {
    expect(resolvePack('nl-hbo-wo@2025-05', '2030-01-01').version).toBe('2025-05');
    expect(severityOf(resolvePack('rug-mc@2026', '2025-04-10'), 'REL-1')).toBe('must');
  });

  test('to what is not there is refused', () => {
    expect(refusalOf(() => resolvePack('nobody', '2026-11-22'))).toBe('pack-unknown nobody');
    expect(refusalOf(() => resolvePack('nl-hbo-wo@1999', '2026-11-22'))).toBe('pack-unknown nl-hbo-wo@1999');
    const own = [makePack({ extends: ['nobody@1'] })];
    expect(refusalOf(() => resolvePack('own', '2026-11-22', own))).toBe('pack-unknown nobody@1');
  });
});

describe('an own pack of an institution', () => {
  const [criterion] = base.criteria;
  if (!criterion) throw new Error('the pack has no criteria');

  test('repeats a criterion to replace it where it stands, and weighs others differently', () => {
    const own = makePack({
      extends: ['eu-minimum'],
      severities: { 'DUP-1': 'must' },
      criteria: [{ ...criterion, severity: 'advice' }],
    });
    const pack = resolvePack('own@1', '2026-11-22', [own]);
    expect(pack.criteria.map(({ id }) => id)).toEqual(base.criteria.map(({ id }) => id));
    expect(severityOf(pack, criterion.id)).toBe('advice');
    expect(severityOf(pack, 'DUP-1')).toBe('must');
  });

  test('inherits sizes and audiences unless it has its own', () => {
    const inherits = resolvePack('own', '2026-11-22', [makePack({ extends: ['nl-hbo-wo'] })]);
    expect(inherits.limits.sizes).toHaveLength(2);
    expect(inherits.limits.audiences.map(({ code }) => code)).toContain('professionals');
    const sizes = [{ unit: 'ects' as const, min: 5 }];
    const narrows = makePack({ extends: ['nl-hbo-wo'], limits: { ...base.limits, sizes } });
    expect(resolvePack('own', '2026-11-22', [narrows]).limits.sizes).toEqual(sizes);
  });

  test('that comes back to itself is refused', () => {
    const own = [
      makePack({ extends: ['other'] }),
      makePack({ id: 'other', extends: ['own@1'] }),
      makePack({ id: 'self', extends: ['self'] }),
    ];
    expect(refusalOf(() => resolvePack('own', '2026-11-22', own))).toBe('pack-circular own@1');
    expect(refusalOf(() => resolvePack('self', '2026-11-22', own))).toBe('pack-circular self');
  });

  test('that builds on packs that build on packs without end is refused, and soon', () => {
    const own = Array.from({ length: 20 }, (_, at) =>
      makePack({ id: `floor-${at}`, extends: at === 0 ? [] : Array(5).fill(`floor-${at - 1}`) }),
    );
    expect(refusalOf(() => resolvePack('floor-2', '2026-11-22', own))).toBe('none');
    expect(refusalOf(() => resolvePack('floor-19', '2026-11-22', own))).toMatch(/^pack-endless/);
  });

  test('does not take the place of a bundled one', () => {
    const lax = makePack({ id: 'nl-hbo-wo', version: '2026' });
    expect(resolvePack('nl-hbo-wo', '2026-11-22', [lax]).criteria.length).toBeGreaterThan(20);
    expect(refusalOf(() => resolvePack('nl-hbo-wo@2026', '2026-11-22', [lax]))).toBe(
      'pack-unknown nl-hbo-wo@2026',
    );
  });
});
