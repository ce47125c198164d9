import { rolesSchema } from '../../../features/institutions/staff.schema.ts';
import { readApi } from '../../lib/api.ts';
import { appContext } from '../../lib/app-context.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import type { PageHandle } from '../../lib/page-handle.ts';
import { mayAct } from '../../lib/session.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Page, PageHead } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { InstitutionTabs } from '../institution-tabs.tsx';
import type { Route } from './+types/roles.ts';
import { explainRole, namePermission, nameRole } from './role-words.ts';

export const handle: PageHandle = { scripts: false };

export async function loader({ context }: Route.LoaderArgs) {
  const { session } = context.get(appContext);
  const { roles } = await readApi(context, '/api/v1/roles', rolesSchema);
  return { roles, session, mayManage: mayAct(session, 'roles.manage') };
}

type Role = Route.ComponentProps['loaderData']['roles'][number];

export default function Roles({ loaderData: { roles, session, mayManage } }: Route.ComponentProps) {
  const t = useT();
  const own = roles.filter(({ name }) => name !== null);
  return (
    <Page title={t('organisation.tab.roles')}>
      <PageHead
        title={t('organisation.tab.roles')}
        lead={t('staff.roles.lead')}
        actions={
          mayManage && (
            <ButtonLink variant="primary" href="/studio/roles/new">
              {t('staff.roles.new')}
            </ButtonLink>
          )
        }
      />
      <InstitutionTabs current="/studio/roles" session={session} />
      <Section label={t('staff.roles.own')}>
        {own.length === 0 ? (
          <p className="measure">{t('staff.roles.own.none')}</p>
        ) : (
          <RoleList roles={own} mayManage={mayManage} />
        )}
      </Section>
      <Section label={t('staff.roles.house')}>
        <RoleList roles={roles.filter(({ name }) => name === null)} mayManage={false} />
      </Section>
    </Page>
  );
}

function RoleList({ roles, mayManage }: { readonly roles: readonly Role[]; readonly mayManage: boolean }) {
  const t = useT();
  const locale = useLocale();
  return (
    <ul className="rows">
      {roles.map(({ slug, name, levels, permissions, holders }) => (
        <li key={slug} className="py-4">
          <h3 className="h3">{nameRole(t, locale, { role: slug, roleName: name })}</h3>
          {name === null && <p>{explainRole(t, slug)}</p>}
          <p className="s text-ink2">
            {t('staff.roles.holders', { count: holders })} · {t('staff.roles.levels')}{' '}
            {levels.map((level) => t(`staff.roles.level.${level}`)).join(', ')}
          </p>
          <details className="mt-1">
            <summary className="text-link">{t('staff.member.may')}</summary>
            <ul className="rows mt-1">
              {permissions.map((permission) => (
                <li key={permission}>{namePermission(t, permission)}</li>
              ))}
            </ul>
          </details>
          {mayManage && (
            <p className="mt-2">
              <a href={`/studio/roles/${slug}`}>{t('staff.roles.change')}</a>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
