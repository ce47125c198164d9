import { type PolicyPack, packSchema } from '../pack.schema.ts';

const base = {
  summary: { en: 'x' },
  jurisdiction: 'NL',
  validFrom: '2020-01-01',
  sources: [],
  limits: { audiences: [] },
  review: { firstMonths: 12, months: 36, warnDays: 90, graceDays: 60 },
  appeal: { days: 42, body: { en: 'b' } },
};
const h = (id: string) => ({ id, text: { en: id }, severity: 'must', kind: 'human' });
const list: PolicyPack[] = [
  {
    ...base,
    id: 'proof-of-competence',
    version: '1',
    name: { en: 'Proofs' },
    designKinds: ['proof-of-competence'],
    criteria: [h('LO-1')],
    gates: [{ step: 'expert', days: 10 }],
  },
  {
    ...base,
    id: 'nl-hbo-wo',
    version: '2025-05',
    name: { en: 'NL' },
    designKinds: ['microcredential'],
    criteria: [h('NLQ-C1')],
    gates: [
      { step: 'expert', days: 10 },
      { step: 'committee', days: 20, quorum: 3, rule: 'majority' },
    ],
  },
  {
    ...base,
    id: 'nl-mbo',
    version: '2024',
    name: { en: 'MBO' },
    designKinds: ['microcredential'],
    criteria: [h('NLQ-C1')],
    gates: [
      { step: 'expert', days: 10 },
      { step: 'committee', days: 20, quorum: 3, rule: 'majority' },
    ],
  },
  {
    ...base,
    id: 'eu-minimum',
    version: '2022',
    name: { en: 'EU' },
    designKinds: ['edubadge'],
    criteria: [],
    gates: [],
  },
].map((one) => packSchema.parse(one));
export function resolvePack(ref: string, _on: string, own: readonly PolicyPack[]): PolicyPack | undefined {
  const id = ref.split('@')[0];
  return [...own, ...list].find((one) => one.id === id);
}
