import { formatNumber } from '../lib/formatting.ts';
import { useLocale } from '../lib/language.tsx';

export type Tab = {
  readonly href: string;
  readonly name: string;
  readonly count?: number;
  readonly current: boolean;
};

/** Tabs are links: every state has an address, and they work without scripts. */
export function Tabs({ label, tabs }: { readonly label: string; readonly tabs: readonly Tab[] }) {
  const locale = useLocale();
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map(({ href, name, count, current }) => (
        <a key={href} href={href} aria-current={current ? 'page' : undefined}>
          <span className="tab-name">{name}</span>
          {count !== undefined && <span className="tab-count">{formatNumber(locale, count)}</span>}
        </a>
      ))}
    </nav>
  );
}

/** The switch of two: "In one minute" against "Full record".. */
export function SwitchOfTwo({
  label,
  options,
}: {
  readonly label: string;
  readonly options: readonly [Tab, Tab];
}) {
  return (
    <nav className="switch switch-fill" aria-label={label}>
      {options.map(({ href, name, current }) => (
        <a key={href} href={href} aria-current={current ? 'page' : undefined}>
          {name}
        </a>
      ))}
    </nav>
  );
}
