/** The load stands within a size that the framework has for this kind of institution on this day. */
import type { Check, Judged } from '../finding.ts';
import type { PolicyPack } from '../pack.schema.ts';
import type { Reason } from '../reasons.ts';
import { ectsOf, hoursOf } from './load.ts';

type Size = PolicyPack['limits']['sizes'][number];

const REASONS = {
  ects: { few: 'credits-too-few', many: 'credits-too-many' },
  hours: { few: 'hours-too-few', many: 'hours-too-many' },
} as const satisfies Record<Size['unit'], Record<'few' | 'many', Reason>>;

export const checkSize: Check = (judged) => {
  const sizes = judged.pack.limits.sizes.filter((size) => applies(size, judged));
  const measured = sizes.flatMap((size) => {
    const load = measure(size, judged);
    return load === undefined ? [] : [{ size, load }];
  });
  const [first] = measured;
  if (!first || measured.some(({ size, load }) => isWithin(size, load))) return [];
  const { unit } = first.size;
  const bounds = measured.filter(({ size }) => size.unit === unit);
  const min = Math.min(...bounds.map(({ size }) => size.min ?? 0));
  const max = Math.max(...bounds.map(({ size }) => size.max ?? Number.POSITIVE_INFINITY));
  const load = Math.round(first.load * 100) / 100;
  const isSmall = first.load < min;
  return [
    {
      pointer: '/content/workload',
      reason: REASONS[unit][isSmall ? 'few' : 'many'],
      values: { load, limit: isSmall ? min : max },
    },
  ];
};

function applies({ institutionKinds, from, until }: Size, { institution, on }: Judged): boolean {
  return (
    (!institutionKinds || institutionKinds.includes(institution.kind)) &&
    (!from || from <= on) &&
    (!until || on <= until)
  );
}

function measure(size: Size, { content, pack }: Judged): number | undefined {
  const { hoursPerEcts } = pack.limits;
  return size.unit === 'ects'
    ? ectsOf(content.workload, hoursPerEcts)
    : hoursOf(content.workload, hoursPerEcts);
}

function isWithin({ min = 0, max = Number.POSITIVE_INFINITY }: Size, load: number): boolean {
  return load >= min - 1e-9 && load <= max + 1e-9;
}
