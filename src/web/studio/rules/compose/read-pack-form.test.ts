import { describe, expect, it } from 'vitest';
import { packSchema } from '../../../../features/quality/pack.schema.ts';
import { buildOn, continueWith, nextVersion } from './begin-pack.ts';
import { readPackForm, rearrangePack } from './read-pack-form.ts';

const formOf = (fields: readonly (readonly [string, string])[]) => {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
};

const fields = [
  ['id', 'house-rules'],
  ['version', '1'],
  ['name.nl', 'Huisregels'],
  ['summary.nl', 'Van ons.'],
  ['jurisdiction', 'NL'],
  ['designKinds', 'microcredential'],
  ['institutionKinds', 'wo'],
  ['institutionKinds', 'hbo'],
  ['validFrom', '2026-11-22'],
  ['validUntil', ''],
  ['extends.0', 'nl-hbo-wo'],
  ['extends.1', ''],
  ['severities.LO-VERB', 'advice'],
  ['severities.AL-4', ''],
  ['limits.hoursPerEcts', '28'],
  ['limits.sizes.0.unit', 'ects'],
  ['limits.sizes.0.min', '2,5'],
  ['limits.sizes.0.institutionKinds', 'wo'],
  ['limits.audiences.0.code', 'alumni'],
  ['limits.audiences.0.name.nl', 'Alumni'],
  ['limits.audiences.0.affiliations', 'alum, member'],
  ['criteria.0.id', 'HOUSE-1'],
  ['criteria.0.text.nl', 'Er zijn verklaringen.'],
  ['criteria.0.severity', 'must'],
  ['criteria.0.kind', 'hybrid'],
  ['criteria.0.check.name', 'statement'],
  ['criteria.0.check.statements', 'need'],
  ['criteria.0.check.statements', 'privacy'],
  ['criteria.0.check.words.nl', 'graad, titel'],
  ['criteria.0.mapsTo', 'ESG 1.2; ESG 1.3'],
  ['criteria.0.guide', 'need'],
  ['gates.committee.on', 'yes'],
  ['gates.committee.days', '28'],
  ['gates.committee.quorum', '3'],
  ['gates.committee.rule', 'majority'],
  ['gates.committee.conditional', 'yes'],
  ['gates.expert.on', 'yes'],
  ['gates.expert.days', '21'],
  ['gates.peer.days', '14'],
  ...['firstMonths', 'months', 'warnDays', 'graceDays'].map((name) => [`review.${name}`, '12'] as const),
  ['review.triggers.complaints.count', '3'],
  ['review.triggers.complaints.months', '12'],
  ['review.triggers.feedback.lowShare', '0,4'],
  ['review.triggers.staff', 'yes'],
  ['appeal.days', '42'],
  ['appeal.body.nl', 'Het beroepsorgaan'],
] as const;

describe('the form of a pack', () => {
  it('is none where a form that is not ours put members instead of a list', () => {
    const hostile = formOf([
      ['designKinds.x', 'hostile'],
      ['institutionKinds.0', 'hostile'],
    ]);
    expect(readPackForm(hostile)).toMatchObject({ designKinds: [], institutionKinds: [] });
  });

  const pack = readPackForm(formOf(fields));

  it('says a pack that the server takes', () => {
    expect(packSchema.parse(pack)).toMatchObject({
      id: 'house-rules',
      extends: ['nl-hbo-wo'],
      institutionKinds: ['wo', 'hbo'],
      severities: { 'LO-VERB': 'advice' },
      limits: {
        sizes: [{ unit: 'ects', min: 2.5, institutionKinds: ['wo'] }],
        audiences: [{ code: 'alumni', affiliations: ['alum', 'member'] }],
      },
      criteria: [
        {
          check: { name: 'statement', statements: ['need', 'privacy'], words: { nl: ['graad', 'titel'] } },
          mapsTo: ['ESG 1.2', 'ESG 1.3'],
        },
      ],
      gates: [
        { step: 'expert', days: 21 },
        { step: 'committee', days: 28, quorum: 3, conditional: true },
      ],
      review: {
        months: 12,
        triggers: { complaints: { count: 3, months: 12 }, feedback: { lowShare: 0.4 }, staff: true },
      },
      appeal: { days: 42 },
    });
  });

  it('keeps what cannot be read, and leaves out a check that there is not', () => {
    const odd = readPackForm(
      formOf([
        ['criteria.0.id', 'A'],
        ['criteria.0.check.name', 'magic'],
        ['review.months', 'often'],
      ]),
    );
    expect(odd.criteria[0]).not.toHaveProperty('check');
    expect(odd.review).toEqual({ months: 'often' });
    expect(packSchema.safeParse(odd).success).toBe(false);
  });

  it('is no harder to show when a stranger made it', () => {
    const odd = readPackForm(
      formOf([
        ['name', 'one word'],
        ['summary.nl.deep', 'x'],
        ['id.x', 'y'],
        ['criteria', 'none'],
        ['criteria.1.text.nl.x', 'y'],
        ['gates', 'all'],
        ['limits', 'no'],
        ['extends.0.x', 'y'],
        ['__proto__.x', 'y'],
      ]),
    );
    expect([odd.name, odd.summary, odd.id, odd.extends, odd.gates]).toEqual([{}, {}, '', [], []]);
    expect(odd.criteria.every(({ id, text }) => id === '' && Object.keys(text).length === 0)).toBe(true);
  });

  it('adds, moves and takes away rows by its own buttons alone', () => {
    const added = rearrangePack(pack, 'add:criteria:0');
    expect([added?.pack.criteria.length, added?.focus]).toEqual([2, 'criteria-1']);
    const turned = added && rearrangePack(added.pack, 'up:criteria:1');
    expect([turned?.pack.criteria[1]?.id, turned?.focus]).toEqual(['HOUSE-1', 'criteria-0']);
    expect(rearrangePack(pack, 'remove:sizes:0')?.pack.limits.sizes).toEqual([]);
    expect(rearrangePack(pack, 'add:audiences:0')?.pack.limits.audiences).toHaveLength(2);
    for (const act of ['make', 'add:gates:0', 'up:name:1']) expect(rearrangePack(pack, act)).toBeUndefined();
  });
});

describe('a new pack', () => {
  const base = packSchema.parse(readPackForm(formOf(fields)));

  it('on top of another takes over who looks and when, and inherits the rest', () => {
    const built = buildOn(base, 'house-rules', '2026-11-22');
    expect(built).toMatchObject({
      extends: ['house-rules'],
      gates: base.gates,
      criteria: [],
      severities: {},
    });
    expect(built.limits).toEqual({ sizes: [], hoursPerEcts: 28, audiences: [] });
  });

  it('that is the next version says everything again, from tomorrow on', () => {
    const next = continueWith({ ...base, validUntil: '2026-12-31' }, '2026-11-23');
    expect(next).toEqual({ ...base, version: '2', validFrom: '2026-11-23' });
  });

  it.each([
    ['1', '2'],
    ['2026', '2026.1'],
    ['2025-05', '2025-05.1'],
    ['2025-05.1', '2025-05.2'],
  ])('after version %s comes %s', (version, next) => {
    expect(nextVersion(version)).toBe(next);
  });
});
