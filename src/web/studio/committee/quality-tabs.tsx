import { useT } from '../../lib/language.tsx';
import { Tabs } from '../../ui/tabs.tsx';

const tabs = [
  { href: '/studio/quality', name: 'board.tab' },
  { href: '/studio/quality/meetings', name: 'committee.tab' },
  { href: '/studio/quality/packs', name: 'rules.tab' },
  { href: '/studio/quality/guide', name: 'guide.tab' },
] as const;

/** The pages about the quality of all designs together. */
export function QualityTabs({ current }: { readonly current: (typeof tabs)[number]['href'] }) {
  const t = useT();
  return (
    <div className="quality-tabs">
      <Tabs
        label={t('board.tabs')}
        tabs={tabs.map(({ href, name }) => ({ href, name: t(name), current: href === current }))}
      />
    </div>
  );
}
