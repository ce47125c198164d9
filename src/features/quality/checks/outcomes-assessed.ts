import type { Check } from '../finding.ts';

export const checkOutcomesAssessed: Check = ({ content }) => {
  const proven = new Set(content.provenBy.map(({ outcome }) => outcome));
  return content.outcomes.flatMap(({ id }, at) =>
    proven.has(id)
      ? []
      : [{ pointer: `/content/outcomes/${at}`, reason: 'outcome-not-assessed', values: { outcome: id } }],
  );
};
