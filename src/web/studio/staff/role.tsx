import { data } from 'react-router';
import { rolesSchema } from '../../../features/institutions/staff.schema.ts';
import { readApi, sendApi } from '../../lib/api.ts';
import { redirectWithMessage } from '../../lib/flash.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import type { PageHandle } from '../../lib/page-handle.ts';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { Checkbox, ChoiceGroup } from '../../ui/choices.tsx';
import { ProblemSummary } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import { Breadcrumb, Page, PageHead } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import type { Route } from './+types/role.ts';
import { namePermission, nameRole } from './role-words.ts';

export const handle: PageHandle = { scripts: false };

const NEW = 'new';

/** A role of the institution's own; under `new` one that is yet to be made. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { roles, permissions } = await readApi(context, '/api/v1/roles', rolesSchema);
  if (params.slug === NEW) return { role: null, permissions };
  const role = roles.find(({ slug, name }) => slug === params.slug && name !== null);
  if (!role) throw data(null, { status: 404 });
  return { role, permissions };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const isNew = params.slug === NEW;
  const path = `/api/v1/roles/${encodeURIComponent(params.slug)}`;
  if (text('intent') === 'remove' && !isNew) {
    const removed = await sendApi(context, path, { method: 'DELETE' });
    if (!removed.ok) return data({ problem: removed.problem }, { status: removed.problem.status });
    return redirectWithMessage(context, '/studio/roles', { key: 'staff.role.removed' });
  }
  const name = Object.fromEntries(
    (['en', 'nl'] as const).flatMap((language) => {
      const written = text(`name.${language}`);
      return written ? [[language, written]] : [];
    }),
  );
  const permissions = form.getAll('permissions').map(String);
  const kept = { name, permissions };
  if (Object.keys(name).length === 0) return data({ kept, fault: 'name' } as const, { status: 400 });
  if (permissions.length === 0) return data({ kept, fault: 'permissions' } as const, { status: 400 });
  const sent = isNew
    ? await sendApi(context, '/api/v1/roles', { body: kept })
    : await sendApi(context, path, { method: 'PUT', body: kept });
  if (!sent.ok) return data({ kept, problem: sent.problem }, { status: sent.problem.status });
  return redirectWithMessage(context, '/studio/roles', { key: 'staff.role.saved' });
}

export default function Role({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT();
  const locale = useLocale();
  const { role, permissions } = loaderData;
  const kept = actionData && 'kept' in actionData ? actionData.kept : undefined;
  const fault = actionData && 'fault' in actionData ? actionData.fault : undefined;
  const names: Readonly<Record<string, string>> = kept?.name ?? role?.name ?? {};
  const chosen = kept?.permissions ?? role?.permissions ?? [];
  const title = role
    ? nameRole(t, locale, { role: role.slug, roleName: role.name })
    : t('staff.role.title-new');
  return (
    <Page title={title}>
      <Breadcrumb crumbs={[{ name: t('organisation.tab.roles'), href: '/studio/roles' }, { name: title }]} />
      <PageHead title={title} look="h1" />
      <div className="notices">
        <ProblemSummary problem={actionData && 'problem' in actionData ? actionData.problem : undefined} />
      </div>
      <form method="post">
        <Section label={t('staff.people.role')}>
          <div className="form">
            {(['en', 'nl'] as const).map((language) => (
              <TextField
                key={language}
                name={`name.${language}`}
                label={t(`staff.role.name-${language}`)}
                defaultValue={names[language] ?? ''}
                error={fault === 'name' && language === locale ? t('staff.role.fault.name') : undefined}
                maxLength={80}
                lang={language}
              />
            ))}
          </div>
        </Section>
        <Section label={t('staff.role.permissions')}>
          <ChoiceGroup
            id="permissions"
            label={t('staff.role.permissions')}
            hint={t('staff.role.permissions.hint')}
            error={fault === 'permissions' ? t('staff.role.fault.permissions') : undefined}
          >
            {permissions.map((permission) => (
              <Checkbox
                key={permission}
                name="permissions"
                value={permission}
                label={namePermission(t, permission)}
                defaultChecked={chosen.includes(permission)}
              />
            ))}
          </ChoiceGroup>
          <ButtonRow fill>
            <Button variant="primary" name="intent" value="save">
              {t('staff.role.save')}
            </Button>
          </ButtonRow>
        </Section>
      </form>
      {role && (
        <Section label={t('staff.role.remove')}>
          <p className="measure">{t('staff.role.remove.text')}</p>
          <form method="post" className="mt-3">
            <Button variant="destructive" name="intent" value="remove">
              {t('staff.role.remove')}
            </Button>
          </form>
        </Section>
      )}
    </Page>
  );
}
