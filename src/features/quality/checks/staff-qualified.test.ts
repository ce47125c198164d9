import { expect, it } from 'vitest';
import { judgeDesign } from '../judge-design.ts';
import { resolvePack } from '../packs/index.ts';
import type { Qualification } from '../staff/qualification.ts';
import { soundDesign } from '../testing.ts';

const pack = resolvePack('rug-mc@2026', '2026-11-22');
const RECORD = '019f0000-0000-7000-8000-000000000001';

/** As an institution writes it that wants its records to be used. */
const strict = {
  ...pack,
  criteria: pack.criteria.map((one) =>
    one.check?.name === 'staff-qualified' ? { ...one, check: { ...one.check, recordedOnly: true } } : one,
  ),
};

const held: Qualification = {
  ...{ id: RECORD, personId: null, name: 'Ada Rivers', kind: 'utq', kindName: null },
  ...{ withdrawnOn: null, withdrawnBecause: null },
  proofs: [
    {
      ...{ evidence: 'register', source: 'Register', reference: 'BKO-1', seenOn: '2026-01-01' },
      ...{ verdict: null, refusal: null, recipient: null, digest: null },
      ...{ validFrom: '2020-01-01', validUntil: null, recordedAt: new Date(0) },
    },
  ],
};

function listReasons(rules: typeof pack, record: string | undefined, staff: readonly Qualification[]) {
  const { dossier } = soundDesign;
  const team = dossier.team.map((one) => ({ ...one, ...(record ? { record } : {}) })).slice(0, 1);
  return judgeDesign({ ...soundDesign, pack: rules, staff, dossier: { ...dossier, team } })
    .filter(({ criterion }) => criterion === 'STAFF-1')
    .map(({ reason }) => reason);
}

it('what is typed counts where the rules allow it, and not where they ask for a record', () => {
  expect(listReasons(pack, undefined, [])).toEqual([]);
  expect(listReasons(strict, undefined, [])).toEqual(['teacher-not-recorded']);
  expect(listReasons(strict, RECORD, [held])).toEqual([]);
});

it('a record that is named goes before what is typed beside it', () => {
  expect(listReasons(pack, RECORD, [])).toEqual(['teacher-record-unknown']);
  expect(listReasons(pack, RECORD, [{ ...held, proofs: [] }])).toEqual(['teacher-record-unproven']);
});
