import { membersSchema } from '../../features/institutions/institutions.schema.ts';
import { readApi } from '../lib/api.ts';
import { formatInstantDay } from '../lib/formatting.ts';
import type { TextKey } from '../lib/i18n.ts';
import { useLocale, useT } from '../lib/language.tsx';
import type { PageHandle } from '../lib/page-handle.ts';
import { Page, PageHead } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { Table } from '../ui/table.tsx';
import type { Route } from './+types/people.ts';

export const handle: PageHandle = { scripts: false };

export async function loader({ context }: Route.LoaderArgs) {
  const { members } = await readApi(context, '/api/v1/members', membersSchema);
  return { members };
}

const roles: Readonly<Record<string, TextKey>> = {
  administrator: 'studio.role.administrator',
  designer: 'studio.role.designer',
  registrar: 'studio.role.registrar',
  teacher: 'studio.role.teacher',
  reader: 'studio.role.reader',
  auditor: 'studio.role.auditor',
};

export default function People({ loaderData: { members } }: Route.ComponentProps) {
  const t = useT();
  const locale = useLocale();
  const named = (role: string) => (roles[role] ? t(roles[role]) : role);
  return (
    <Page title={t('nav.people')}>
      <PageHead title={t('nav.people')} lead={t('studio.people.lead')} />
      <Section label={t('studio.people.members')} note={t('studio.people.count', { count: members.length })}>
        <Table
          caption={t('studio.people.members')}
          rows={members}
          rowKey={({ identifier, role }) => `${identifier} ${role}`}
          columns={[
            { key: 'name', head: t('studio.people.name'), cell: ({ name }) => name },
            { key: 'role', head: t('studio.people.role'), cell: ({ role }) => named(role) },
            { key: 'identifier', head: t('studio.people.identifier'), cell: ({ identifier }) => identifier },
            {
              key: 'until',
              head: t('studio.people.until'),
              cell: ({ validUntil }) =>
                validUntil ? formatInstantDay(locale, validUntil) : t('studio.people.no-end'),
            },
            {
              key: 'seen',
              head: t('studio.people.seen'),
              cell: ({ signedIn }) => t(signedIn ? 'studio.people.seen.yes' : 'studio.people.seen.no'),
            },
          ]}
        />
      </Section>
      <Section label={t('studio.people.roles')}>
        <dl className="facts-list">
          {Object.keys(roles).map((role) => (
            <div key={role}>
              <dt>{named(role)}</dt>
              <dd>{t(`studio.role.${role as 'reader'}.may`)}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </Page>
  );
}
