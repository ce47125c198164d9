import { data } from 'react-router';
import { z } from 'zod';
import { designListItemSchema } from '../../../features/designs/designs.schema.ts';
import { ownInstitutionSchema } from '../../../features/institutions/institutions.schema.ts';
import { invitedSchema, rolesSchema } from '../../../features/institutions/staff.schema.ts';
import { readApi, sendApi } from '../../lib/api.ts';
import { chooseText } from '../../lib/content-text.ts';
import { redirectWithMessage } from '../../lib/flash.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import type { PageHandle } from '../../lib/page-handle.ts';
import { faultsByField } from '../../lib/problem.ts';
import { sayCode } from '../../lib/refusal-words.ts';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { ProblemSummary } from '../../ui/error-summary.tsx';
import { SelectField, TextArea, TextField } from '../../ui/field.tsx';
import { Message } from '../../ui/message.tsx';
import { Breadcrumb, Page, PageHead } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import type { Route } from './+types/invite.ts';
import { explainRole, nameRole } from './role-words.ts';

export const handle: PageHandle = { scripts: false };

export async function loader({ context, request }: Route.LoaderArgs) {
  const institution = await readApi(context, '/api/v1/institution', ownInstitutionSchema);
  const { roles } = await readApi(context, '/api/v1/roles', rolesSchema);
  const { designs } = await readApi(
    context,
    '/api/v1/designs',
    z.object({ designs: z.array(designListItemSchema) }),
  );
  return {
    roles: roles
      .filter(({ grantable }) => grantable)
      .map(({ slug, name }) => ({ role: slug, roleName: name })),
    units: institution.units.map(({ slug, name }) => ({ slug, name })),
    designs: designs.map(({ id, title }) => ({ id, title })),
    language: institution.defaultLanguage,
    where: new URL(request.url).searchParams.get('where') ?? '',
  };
}

/** `unit:law` or `design:0123…`; nothing: the whole institution. */
function readWhere(where: string): { unit?: string; design?: string } {
  const [kind, id] = where.split(':', 2);
  if (kind === 'unit' && id) return { unit: id };
  return kind === 'design' && id ? { design: id } : {};
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const addresses = text('addresses')
    .split(/[\s,;]+/)
    .filter(Boolean);
  const kept = { role: text('role'), where: text('where'), until: text('until'), language: text('language') };
  if (addresses.length === 0) return data({ kept, left: '', empty: true } as const, { status: 400 });
  const sent = await sendApi(context, '/api/v1/invitations', {
    body: {
      language: kept.language,
      invitations: addresses.map((address) => ({
        address,
        role: kept.role,
        ...readWhere(kept.where),
        ...(kept.until ? { until: kept.until } : {}),
      })),
    },
  });
  if (!sent.ok)
    return data({ kept, left: addresses.join('\n'), problem: sent.problem }, { status: sent.problem.status });
  const { rows } = invitedSchema.parse(sent.body);
  const refused = rows.filter(({ fate }) => fate === 'refused');
  const count = rows.length - refused.length;
  if (refused.length === 0)
    return redirectWithMessage(context, '/studio/people', { key: 'staff.invite.sent', values: { count } });
  return data({ kept, left: refused.map(({ address }) => address).join('\n'), rows, count }, { status: 422 });
}

export default function Invite({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT();
  const fates = actionData && 'rows' in actionData ? actionData : undefined;
  return (
    <Page title={t('staff.people.invite')}>
      <Breadcrumb
        crumbs={[{ name: t('nav.people'), href: '/studio/people' }, { name: t('staff.people.invite') }]}
      />
      <PageHead title={t('staff.people.invite')} look="h1" lead={t('staff.invite.lead')} />
      <div className="notices">
        <ProblemSummary problem={actionData && 'problem' in actionData ? actionData.problem : undefined} />
        {fates && fates.count > 0 && <Message>{t('staff.invite.sent', { count: fates.count })}</Message>}
      </div>
      {fates && <Fates rows={fates.rows} />}
      <InviteForm choice={loaderData} sent={actionData} />
    </Page>
  );
}

type FateRow = {
  readonly row: number;
  readonly address: string;
  readonly fate: 'invited' | 'refused';
  readonly problem?: { readonly code: string; readonly title: string } | undefined;
};

function Fates({ rows }: { readonly rows: readonly FateRow[] }) {
  const t = useT();
  const refused = rows.filter(({ fate }) => fate === 'refused').length;
  return (
    <Section label={t('staff.invite.fates')} note={t('staff.invite.refused', { count: refused })}>
      <Table
        caption={t('staff.invite.fates')}
        rows={rows}
        rowKey={({ row }) => String(row)}
        finding={({ fate }) => (fate === 'refused' ? 'failed' : undefined)}
        columns={[
          { key: 'address', head: t('staff.invitations.address'), cell: ({ address }) => address },
          {
            key: 'fate',
            head: t('staff.invite.fate'),
            cell: ({ problem }) =>
              problem ? sayCode(t, problem.code, problem.title) : t('staff.invite.fate.invited'),
          },
        ]}
      />
    </Section>
  );
}

type FormProps = {
  readonly choice: Route.ComponentProps['loaderData'];
  readonly sent: Route.ComponentProps['actionData'];
};

function InviteForm({ choice, sent }: FormProps) {
  const t = useT();
  const locale = useLocale();
  const kept = sent?.kept;
  const faults = faultsByField(sent && 'problem' in sent ? sent.problem : undefined);
  return (
    <Section label={t('staff.invitations')}>
      <form method="post" className="form">
        <TextArea
          name="addresses"
          rows={5}
          label={t('staff.invite.addresses')}
          hint={t('staff.invite.addresses.hint')}
          error={sent && 'empty' in sent ? t('staff.invite.addresses.empty') : undefined}
          defaultValue={sent?.left ?? ''}
          spellCheck={false}
          required
        />
        <SelectField
          name="role"
          label={t('staff.invite.role')}
          defaultValue={kept?.role ?? 'reader'}
          options={choice.roles.map((role) => ({
            value: role.role,
            label: [nameRole(t, locale, role), explainRole(t, role.role)].filter(Boolean).join(': '),
          }))}
        />
        <SelectField
          name="where"
          label={t('staff.invite.where')}
          hint={t('staff.invite.where.hint')}
          defaultValue={kept?.where ?? choice.where}
          options={[
            { value: '', label: t('staff.place.institution') },
            ...choice.units.map(({ slug, name }) => ({
              value: `unit:${slug}`,
              label: `${t('staff.invite.where.units')}: ${chooseText(name, locale).text}`,
            })),
            ...choice.designs.map(({ id, title }) => ({
              value: `design:${id}`,
              label: `${t('staff.invite.where.designs')}: ${chooseText(title, locale).text}`,
            })),
          ]}
        />
        <TextField
          name="until"
          type="date"
          label={t('staff.invite.until')}
          hint={t('staff.member.until.hint')}
          error={faults.until && t('refusal.institutions.end-in-the-past')}
          defaultValue={kept?.until ?? ''}
          optional
        />
        <SelectField
          name="language"
          label={t('staff.invite.language')}
          defaultValue={kept?.language ?? choice.language}
          options={[
            { value: 'nl', label: t('frame.language.nl') },
            { value: 'en', label: t('frame.language.en') },
          ]}
        />
        <ButtonRow fill>
          <Button variant="primary">{t('staff.invite.send')}</Button>
        </ButtonRow>
      </form>
    </Section>
  );
}
