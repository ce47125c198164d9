import type { ReactNode } from 'react';

export type Fact = { readonly label: string; readonly value: ReactNode };

/** The strip of European facts: four columns, two when narrow. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return <FactRows facts={facts} className="facts" />;
}

/** One fact per row, the label at the left: quality, versions, the identity of a credential. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  return <FactRows facts={facts} className="facts-list" />;
}

function FactRows({ facts, className }: { readonly facts: readonly Fact[]; readonly className: string }) {
  return (
    <dl className={className}>
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
