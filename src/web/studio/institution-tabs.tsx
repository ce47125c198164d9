import { useT } from '../lib/language.tsx';
import { mayAct, type Session } from '../lib/session.ts';
import { Tabs } from '../ui/tabs.tsx';

const tabs = [
  { href: '/studio/institution', name: 'organisation.tab.profile', action: 'designs.read' },
  { href: '/studio/units', name: 'organisation.tab.units', action: 'designs.read' },
  { href: '/studio/roles', name: 'organisation.tab.roles', action: 'members.read' },
  { href: '/studio/provider', name: 'organisation.tab.provider', action: 'institution.manage' },
  { href: '/studio/endorsements', name: 'organisation.tab.endorsements', action: 'designs.read' },
  { href: '/studio/frameworks', name: 'organisation.tab.frameworks', action: 'designs.read' },
  { href: '/studio/keys', name: 'organisation.tab.keys', action: 'institution.manage' },
  { href: '/studio/terms', name: 'organisation.tab.terms', action: 'terms.manage' },
  { href: '/studio/clients', name: 'organisation.tab.clients', action: 'clients.manage' },
  { href: '/studio/audit', name: 'organisation.tab.audit', action: 'audit.read' },
] as const;

/** The pages about the institution itself; those that the reader's role opens. */
export function InstitutionTabs({
  current,
  session,
}: {
  readonly current: (typeof tabs)[number]['href'];
  readonly session: Session;
}) {
  const t = useT();
  return (
    <Tabs
      label={t('organisation.tabs')}
      tabs={tabs
        .filter(({ action, href }) => href === current || mayAct(session, action))
        .map(({ href, name }) => ({ href, name: t(name), current: href === current }))}
    />
  );
}
