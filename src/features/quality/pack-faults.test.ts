import { expect, it } from 'vitest';
import { type PolicyPack, packSchema } from './pack.schema.ts';
import { findPackFaults, findTimeFaults, PACK_FAULTS } from './pack-faults.ts';
import { bundledPacks } from './packs/index.ts';

const base = {
  ...{ id: 'own', version: '1', jurisdiction: 'NL', name: { en: 'Own' }, summary: { en: 'Own rules.' } },
  ...{ designKinds: ['microcredential'], validFrom: '2026-01-01', sources: [], limits: {}, criteria: [] },
  gates: [{ step: 'expert', days: 21 }],
  review: { firstMonths: 12, months: 36, warnDays: 90, graceDays: 60 },
};
const criterion = { id: 'OWN-1', text: { en: 'It is there.' }, severity: 'must', kind: 'human' };
const faultsOf = (over: object, inherited: readonly string[] = []) =>
  findPackFaults(packSchema.parse({ ...base, ...over }), inherited).map(
    ({ pointer, detail }) => `${pointer} ${detail}`,
  );

it('nothing is wrong with a pack that says little, nor with those that come with the platform', () => {
  expect(faultsOf({ criteria: [criterion] })).toEqual([]);
  const all = bundledPacks.flatMap(({ criteria }) => criteria.map(({ id }) => id));
  expect(bundledPacks.flatMap((pack) => findPackFaults(pack, [...new Set(all)]))).toEqual([]);
});

it.each([
  [{ name: {} }, '/name needs-words'],
  [{ summary: { en: ' ' } }, '/summary needs-words'],
  [{ validUntil: '2025-12-31' }, '/validUntil ends-before-it-begins'],
  [{ limits: { sizes: [{ unit: 'ects' }] } }, '/limits/sizes/0/min needs-a-bound'],
  [{ limits: { sizes: [{ unit: 'ects', min: 5, max: 3 }] } }, '/limits/sizes/0/max least-is-more-than-most'],
  [
    { limits: { audiences: ['a', 'a'].map((code) => ({ code, name: { en: code } })) } },
    '/limits/audiences/1/code is-there-twice',
  ],
  [{ severities: { 'LO-9': 'must' } }, '/severities/LO-9 is-not-inherited'],
  [{ criteria: [criterion, criterion] }, '/criteria/1/id is-there-twice'],
  [{ criteria: [{ ...criterion, kind: 'auto' }] }, '/criteria/0/check/name needs-a-check'],
  [{ criteria: [{ ...criterion, check: { name: 'size' } }] }, '/criteria/0/check/name needs-no-check'],
  [
    { criteria: [{ ...criterion, kind: 'auto', check: { name: 'element' } }] },
    '/criteria/0/check/element needs-an-element',
  ],
  [
    { criteria: [{ ...criterion, kind: 'hybrid', check: { name: 'statement', statements: [] } }] },
    '/criteria/0/check/statements needs-statements',
  ],
  [
    { criteria: [{ ...criterion, kind: 'auto', check: { name: 'staff-qualified' } }] },
    '/criteria/0/check/qualifications needs-qualifications',
  ],
  [
    { criteria: [{ ...criterion, kind: 'auto', check: { name: 'outcome-count', min: 8, max: 3 } }] },
    '/criteria/0/check/max least-is-more-than-most',
  ],
  [{ gates: ['committee', 'expert'].map((step) => ({ step, days: 9 })) }, '/gates/1/step is-out-of-order'],
  [{ gates: ['expert', 'peer'].map((step) => ({ step, days: 9 })) }, '/gates/1/step must-not-be-last'],
  [
    {
      gates: [
        { step: 'expert', days: 9, optional: true },
        { step: 'committee', days: 9 },
      ],
    },
    '/gates/0/optional only-a-peer-is-optional',
  ],
  [{ gates: [{ step: 'expert', days: 9, quorum: 3 }] }, '/gates/0/quorum only-a-committee-votes'],
  [{ appeal: { days: 42, body: {} } }, '/appeal/body needs-words'],
])('%j is told at its field: %s', (over, fault) => {
  expect(faultsOf(over)).toEqual([fault]);
});

it('more criteria than one decision can weigh are refused', () => {
  const inherited = Array.from({ length: 100 }, (_, at) => `C-${at}`);
  expect(faultsOf({ criteria: [criterion] }, inherited)).toEqual(['/criteria weighs-too-much']);
});

it('what is made later under the same name begins later than today, and on a day of its own', () => {
  const versions: PolicyPack[] = [packSchema.parse(base)];
  const begin = (validFrom: string) =>
    findTimeFaults(packSchema.parse({ ...base, version: '2', validFrom }), versions, '2026-11-22');
  expect(begin('2026-11-22')).toEqual([{ pointer: '/validFrom', detail: 'must-begin-later' }]);
  expect(begin('2026-11-23')).toEqual([]);
  const taken = [...versions, packSchema.parse({ ...base, validFrom: '2027-01-01' })];
  expect(
    findTimeFaults(packSchema.parse({ ...base, validFrom: '2027-01-01' }), taken, '2026-11-22'),
  ).toHaveLength(1);
  expect(findTimeFaults(packSchema.parse(base), [], '2026-11-22')).toEqual([]);
});

it('every fault has its name once', () => {
  expect(new Set(PACK_FAULTS).size).toBe(PACK_FAULTS.length);
});
