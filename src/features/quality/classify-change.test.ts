import { describe, expect, it } from 'vitest';
import { microcredential } from '../../../test/support/content.ts';
import type { DesignContent } from '../../formats/index.ts';
import { accreditations } from '../../formats/testing/accreditations.ts';
import { classifyChange, listChanges, routeOfChange } from './classify-change.ts';

const classOf = (after: DesignContent) => classifyChange(listChanges(microcredential, after));
const [first, second] = microcredential.assessments;
const [outcome, other] = microcredential.outcomes;
if (!first || !second || !outcome || !other) throw new Error('the content has two of each');

describe('a change of what is offered', () => {
  it('is none when nothing changed, in whichever order it is written', () => {
    const { title, ...rest } = microcredential;
    expect(classOf({ ...rest, title })).toBeUndefined();
  });

  it('is editorial where it says the same better, or in one language more', () => {
    expect(classOf({ ...microcredential, description: { en: 'Said better.', nl: 'Beter gezegd.' } })).toBe(
      'editorial',
    );
    const translated = { ...outcome, text: { ...outcome.text, fy: 'Fergelike twa tradysjes.' } };
    expect(classOf({ ...microcredential, outcomes: [translated, other] })).toBe('editorial');
  });

  it('is minor where it is done otherwise', () => {
    const watched = { ...first, supervision: '70be69aaf9' };
    expect(classOf({ ...microcredential, assessments: [watched, second] })).toBe('minor');
    expect(classOf({ ...microcredential, participation: ['920fbb3cbe'] })).toBe('minor');
  });

  it.each([
    [
      'an outcome',
      { outcomes: [{ ...outcome, text: { ...outcome.text, en: 'Compare traditions.' } }, other] },
    ],
    ['the level', { level: { eqf: 6 } }],
    ['the load', { workload: { ects: 4, hours: 112 } }],
    [
      'the weight of an assessment',
      {
        assessments: [
          { ...first, weight: 50 },
          { ...second, weight: 50 },
        ],
      },
    ],
    ['the type of an assessment', { assessments: [{ ...first, type: '4f03b91c0e' }, second] }],
    ['an assessment more', { assessments: [first, second, { ...second, id: 'A3' }] }],
    ['who is admitted', { prerequisites: { en: 'A master.' } }],
    ['what proves what', { provenBy: [] }],
  ] as const)('is major where it promises something else: %s', (_, change) => {
    expect(classOf({ ...microcredential, ...change })).toBe('major');
  });

  it('is editorial where an outside body decided something since: no word of the maker changed', () => {
    const [one, two] = accreditations;
    if (!one || !two) throw new Error('there are two');
    const before = { ...microcredential, accreditations: [one] };
    expect(classOf(before)).toBe('editorial');
    for (const after of [[one, two], [{ ...one, validUntil: '2035-12-31' }], []])
      expect(classifyChange(listChanges(before, { ...before, accreditations: after }))).toBe('editorial');
    expect(
      classifyChange(
        listChanges(before, { ...before, accreditations: [two], prerequisites: { en: 'A master.' } }),
      ),
    ).toBe('major');
  });

  it('goes the whole way when it is major, and to the expert alone when it is less', () => {
    const route = ['expert', 'committee'] as const;
    expect(routeOfChange(route, 'major')).toEqual(route);
    expect(routeOfChange(route, undefined)).toEqual(route);
    expect([routeOfChange(route, 'minor'), routeOfChange(route, 'editorial')]).toEqual([
      ['expert'],
      ['expert'],
    ]);
  });
});
