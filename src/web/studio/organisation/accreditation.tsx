import { data } from 'react-router';
import {
  accreditationDetailSchema,
  accreditationsSchema,
} from '../../../features/accreditations/accreditations.schema.ts';
import { unitsSchema } from '../../../features/institutions/units.schema.ts';
import { AccreditationStanding } from '../../features/accreditations/accreditation-standing.tsx';
import { readApi, sendApi } from '../../lib/api.ts';
import { appContext } from '../../lib/app-context.ts';
import { chooseText } from '../../lib/content-text.ts';
import { redirectWithMessage } from '../../lib/flash.ts';
import { formatDay, formatInstant } from '../../lib/formatting.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import type { PageHandle } from '../../lib/page-handle.ts';
import type { Problem } from '../../lib/problem.ts';
import { mayAct } from '../../lib/session.ts';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { ProblemSummary } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import { Breadcrumb, Page, PageHead } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import type { Route } from './+types/accreditation.ts';
import { AccreditationForm } from './accreditation-form.tsx';
import { beginAccreditation, readAccreditation, showAccreditation, typeAgain } from './read-accreditation.ts';
import { readLine } from './read-fields.ts';
import { sayOrganisationFaults } from './say-organisation-faults.ts';

export const handle: PageHandle = { scripts: false };

const path = '/api/v1/accreditations';
const HERE = '/studio/institution#accreditations';

/** One decision; under `new` one that is yet to be recorded. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { session } = context.get(appContext);
  const isNew = params.id === 'new';
  const mayManage = mayAct(session, 'institution.manage');
  if (isNew && !mayManage) throw data(null, { status: 404 });
  const one = isNew
    ? null
    : await readApi(context, `${path}/${encodeURIComponent(params.id)}`, accreditationDetailSchema);
  const { accreditations } = await readApi(context, path, accreditationsSchema);
  const { units } = await readApi(context, '/api/v1/units', unitsSchema);
  return {
    one,
    mayManage,
    typed: one ? showAccreditation(one) : beginAccreditation(new URL(request.url).searchParams),
    before: accreditations.filter(
      ({ id, renewedBy }) => id !== one?.id && (renewedBy === null || id === one?.renews),
    ),
    units: units.filter(({ archivedAt }) => archivedAt === null).map(({ slug, name }) => ({ slug, name })),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData();
  const one = `${path}/${encodeURIComponent(params.id)}`;
  const isWithdrawal = readLine(form, 'act') === 'withdraw';
  const isNew = params.id === 'new';
  const sent = isWithdrawal
    ? await sendApi(context, `${one}/withdraw`, { body: { on: readLine(form, 'on') } })
    : isNew
      ? await sendApi(context, path, { body: readAccreditation(form) })
      : await sendApi(context, one, { method: 'PUT', body: readAccreditation(form) });
  if (!sent.ok)
    return data(
      { problem: sent.problem, typed: isWithdrawal ? undefined : typeAgain(form) },
      { status: sent.problem.status },
    );
  return redirectWithMessage(context, HERE, {
    key: isWithdrawal ? 'accreditation.withdrawn' : isNew ? 'accreditation.recorded' : 'organisation.saved',
  });
}

export default function Accreditation({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT();
  const locale = useLocale();
  const { one, mayManage, before, units } = loaderData;
  const problem = foldLists(sayOrganisationFaults(t, actionData?.problem));
  const title = one ? chooseText(one.title, locale).text : t('accreditations.record');
  const isOpen = mayManage && (!one || one.withdrawnOn === null);
  return (
    <Page title={title}>
      <Breadcrumb
        crumbs={[{ name: t('nav.institution'), href: '/studio/institution' }, { name: t('accreditations') }]}
      />
      <PageHead title={title} lead={t('accreditation.lead')} />
      {one && <AccreditationStanding standing={one.standing} />}
      <div className="notices">
        <ProblemSummary problem={problem} />
      </div>
      {isOpen && (
        <AccreditationForm
          typed={actionData?.typed ?? loaderData.typed}
          {...{ units, before, problem }}
          isNew={one === null}
        />
      )}
      {one && <History history={one.history} />}
      {one && isOpen && <Withdrawal />}
    </Page>
  );
}

/** A list has one field here: what is wrong with a member is wrong with the field. */
function foldLists(problem: Problem | undefined): Problem | undefined {
  if (!problem) return undefined;
  const fold = (pointer: string) => pointer.replace(/^(\/(?:eqf|fields))\/\d+$/, '$1');
  return {
    ...problem,
    errors: problem.errors.map(({ pointer, detail }) => ({ pointer: fold(pointer), detail })),
  };
}

type Detail = NonNullable<Route.ComponentProps['loaderData']['one']>;

function History({ history }: Pick<Detail, 'history'>) {
  const t = useT();
  const locale = useLocale();
  return (
    <Section label={t('accreditation.history')} id="history">
      <Table
        caption={t('accreditation.history')}
        rows={history}
        rowKey={({ revision }) => String(revision)}
        columns={[
          {
            key: 'act',
            head: t('accreditation.history.act'),
            cell: ({ act }) => t(`accreditation.history.${act}`),
          },
          { key: 'at', head: t('accreditation.history.at'), cell: ({ at }) => formatInstant(locale, at) },
          {
            key: 'said',
            head: t('accreditation.history.said'),
            cell: ({ register, number, agency, validFrom, validUntil }) => (
              <>
                {[register, number].filter(Boolean).join(' ')}, {agency}
                <span className="s block text-ink2">
                  {formatDay(locale, validFrom)} – {validUntil ? formatDay(locale, validUntil) : '…'}
                </span>
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}

function Withdrawal() {
  const t = useT();
  return (
    <Section label={t('accreditation.withdraw')} note={t('accreditation.withdraw.note')} id="withdraw">
      <form method="post" className="form">
        <TextField name="on" type="date" label={t('accreditation.withdraw.on')} required />
        <ButtonRow fill>
          <Button variant="destructive" name="act" value="withdraw">
            {t('accreditation.withdraw')}
          </Button>
        </ButtonRow>
      </form>
    </Section>
  );
}
