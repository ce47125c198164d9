import { useT } from '../../lib/language.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { dossierAddressOf, feedbackAddressOf, qualityAddressOf } from './addresses.ts';

type DesignTabsProps = {
  readonly design: string;
  readonly current: 'content' | 'dossier' | 'quality' | 'feedback';
  /** What must still be mended. */
  readonly open: number;
};

/** What is awarded, what it is judged by, and how it is judged. */
export function DesignTabs({ design, current, open }: DesignTabsProps) {
  const t = useT();
  const tabs = [
    { id: 'content', href: `/studio/designs/${design}` },
    { id: 'dossier', href: dossierAddressOf(design) },
    { id: 'quality', href: qualityAddressOf(design) },
    { id: 'feedback', href: feedbackAddressOf(design) },
  ] as const;
  return (
    <div className="design-tabs">
      <Tabs
        label={t('workbench.tabs')}
        tabs={tabs.map(({ id, href }) => ({
          href,
          name: t(`workbench.tab.${id}`),
          current: id === current,
          ...(id === 'quality' && open > 0 ? { count: open } : {}),
        }))}
      />
    </div>
  );
}
