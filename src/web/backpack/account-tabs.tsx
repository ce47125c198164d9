import { useT } from '../lib/language.tsx';
import { Tabs } from '../ui/tabs.tsx';

const tabs = [
  { href: '/account', name: 'account.tab.you' },
  { href: '/account/ways-in', name: 'account.tab.ways-in' },
  { href: '/account/consents', name: 'account.tab.consents' },
  { href: '/account/history', name: 'account.tab.history' },
  { href: '/account/data', name: 'account.tab.data' },
] as const;

/** The pages about the reader's own account. */
export function AccountTabs({ current }: { readonly current: (typeof tabs)[number]['href'] }) {
  const t = useT();
  return (
    <Tabs
      label={t('account.tabs')}
      tabs={tabs.map(({ href, name }) => ({ href, name: t(name), current: href === current }))}
    />
  );
}
