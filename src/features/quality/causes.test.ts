import { describe, expect, it } from 'vitest';
import { type Circumstances, listCauses } from './causes.ts';
import type { Proof, Qualification } from './staff/qualification.ts';
import { resolveTeam } from './staff/resolve-team.ts';
import { soundDesign } from './testing.ts';

const calm: Circumstances = {
  today: '2026-10-01',
  reviewDue: '2027-06-01',
  review: soundDesign.pack.review,
  since: '2026-06-01',
  heard: { groups: [], complaints: [] },
  team: resolveTeam(soundDesign.dossier.team, []),
  delivery: soundDesign.dossier.delivery,
  newRules: [],
};
const kinds = (now: Partial<Circumstances>, weighed: Parameters<typeof listCauses>[1] = []) =>
  listCauses({ ...calm, ...now }, weighed).map(({ kind }) => kind);
const group = { kind: 'claim', n: 10, figures: [] } as const;
const complaint = (receivedOn: string) => ({ kind: 'content', receivedOn });

describe('a review is called', () => {
  it('by nothing while all is well', () => {
    expect(kinds({})).toEqual([]);
  });

  it('by its day, as many days ahead as the pack warns', () => {
    expect(kinds({ today: '2027-03-03' })).toEqual(['day', 'staff']);
    expect(kinds({ reviewDue: '2026-12-30' })).toEqual(['day']);
    expect(kinds({ reviewDue: '2026-12-31' })).toEqual([]);
  });

  it('by the third complaint within a year, and by no second one', () => {
    const three = ['2026-07-01', '2026-08-01', '2026-09-01'].map(complaint);
    expect(kinds({ heard: { groups: [], complaints: three } })).toEqual(['complaints']);
    expect(kinds({ heard: { groups: [], complaints: three.slice(1) } })).toEqual([]);
  });

  it('by no complaint that the last review knew of', () => {
    const old = ['2026-04-01', '2026-05-01', '2026-09-01'].map(complaint);
    expect(kinds({ heard: { groups: [], complaints: old } })).toEqual([]);
  });

  it('by feedback that is low in two of five answers', () => {
    expect(kinds({ heard: { complaints: [], groups: [{ ...group, lowShare: 0.4 }] } })).toEqual(['feedback']);
    expect(kinds({ heard: { complaints: [], groups: [{ ...group, lowShare: 0.39 }] } })).toEqual([]);
  });

  it('by a qualification that ends before the delivery does', () => {
    const [held, ends] = soundDesign.dossier.team;
    if (!held || !ends?.qualification) throw new Error('the sound design has a team of two');
    const early = { ...ends, qualification: { ...ends.qualification, validUntil: '2026-12-17' } };
    const team = resolveTeam([held, early], []);
    expect(listCauses({ ...calm, team }, [])).toEqual([{ kind: 'staff', ref: 't2:2026-12-17' }]);
  });

  it('by a record that was withdrawn or runs out, and by none that was renewed', () => {
    const [teacher] = soundDesign.dossier.team;
    if (!teacher) throw new Error('the sound design has a team');
    const record = '018f4a5e-0000-7000-8000-000000000001';
    const proof: Proof = {
      evidence: 'register',
      ...{ source: 'A register', reference: '1', seenOn: '2026-01-01', verdict: null, refusal: null },
      ...{ recipient: null, digest: null, validFrom: '2020-01-01', validUntil: null },
      recordedAt: new Date('2026-01-01T00:00:00Z'),
    };
    const held: Qualification = {
      ...{ id: record, personId: null, name: 'A teacher', kind: 'utq', kindName: null },
      ...{ withdrawnOn: null, withdrawnBecause: null, proofs: [{ ...proof, validUntil: '2026-12-17' }] },
    };
    const causesOf = (one: Qualification) =>
      listCauses({ ...calm, team: resolveTeam([{ ...teacher, id: 't1', record }], [one]) }, []);
    expect(causesOf(held)).toEqual([{ kind: 'staff', ref: 't1:2026-12-17' }]);
    const renewed: Proof = { ...proof, validFrom: '2026-12-18', validUntil: '2031-12-17' };
    expect(causesOf({ ...held, proofs: [renewed, ...held.proofs] })).toEqual([]);
    expect(causesOf({ ...held, withdrawnOn: '2026-06-01' })).toEqual([
      { kind: 'staff', ref: 't1:withdrawn' },
    ]);
  });

  it('by new rules', () => {
    expect(kinds({ newRules: ['nl-hbo-wo@2027-05'] })).toEqual(['rules']);
  });

  it('by nothing of that where the pack names no triggers', () => {
    const { triggers: _, ...review } = calm.review;
    const complaints = ['2026-07-01', '2026-08-01', '2026-09-01'].map(complaint);
    const heard = { complaints, groups: [{ ...group, lowShare: 1 }] };
    expect(kinds({ review, heard, newRules: ['x@1'], today: '2027-01-01' })).toEqual([]);
  });

  it('not by what an earlier review weighed, and by it again once there is more of it', () => {
    const heard = { complaints: [], groups: [{ ...group, lowShare: 0.5 }] };
    expect(kinds({ heard }, [{ kind: 'feedback', ref: 'claim:10' }])).toEqual([]);
    expect(kinds({ heard }, [{ kind: 'feedback', ref: 'claim:5' }])).toEqual(['feedback']);
  });
});
