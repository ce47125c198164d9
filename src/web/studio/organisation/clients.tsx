import { data } from 'react-router';
import {
  type ClientView,
  clientsSchema,
  openedClientSchema,
  rotatedSchema,
} from '../../../features/institutions/clients.schema.ts';
import { readApi, sendApi } from '../../lib/api.ts';
import { appContext } from '../../lib/app-context.ts';
import { redirectWithMessage } from '../../lib/flash.ts';
import { formatInstant } from '../../lib/formatting.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import type { PageHandle } from '../../lib/page-handle.ts';
import { faultsByField } from '../../lib/problem.ts';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { Checkbox, ChoiceGroup } from '../../ui/choices.tsx';
import { ProblemSummary } from '../../ui/error-summary.tsx';
import { FactList } from '../../ui/facts.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { Page, PageHead } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { StatusBar } from '../../ui/status-bar.tsx';
import { InstitutionTabs } from '../institution-tabs.tsx';
import { namePermission } from '../staff/role-words.ts';
import type { Route } from './+types/clients.ts';
import { readLine } from './read-fields.ts';
import { sayOrganisationFaults } from './say-organisation-faults.ts';

export const handle: PageHandle = { scripts: false };

const path = '/api/v1/clients';

export async function loader({ context }: Route.LoaderArgs) {
  const { clients, scopes } = await readApi(context, path, clientsSchema);
  return { clients, scopes, session: context.get(appContext).session };
}

/** A secret is in the answer to the form that made it, and nowhere else. */
export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const act = readLine(form, 'act');
  const id = readLine(form, 'id');
  const one = `${path}/${encodeURIComponent(id)}`;
  if (act === 'open') {
    const name = readLine(form, 'name');
    const scopes = form.getAll('scopes').map(String);
    const requestsPerMinute = Number(readLine(form, 'requestsPerMinute'));
    const sent = await sendApi(context, path, { body: { name, scopes, requestsPerMinute } });
    if (!sent.ok)
      return data({ problem: sent.problem, typed: { name, scopes } }, { status: sent.problem.status });
    const { clientId, secret } = openedClientSchema.parse(sent.body);
    return data({ secret: { clientId, secret } });
  }
  if (act === 'rotate') {
    const overlapHours = Number(readLine(form, 'overlapHours'));
    const sent = await sendApi(context, `${one}/rotate`, { body: { overlapHours } });
    if (!sent.ok) return data({ problem: sent.problem, typed: undefined }, { status: sent.problem.status });
    const { secret } = rotatedSchema.parse(sent.body);
    return data({ secret: { clientId: readLine(form, 'clientId'), secret } });
  }
  const sent = await change(context, act, one, form);
  if (!sent.ok) return data({ problem: sent.problem, typed: undefined }, { status: sent.problem.status });
  return redirectWithMessage(context, '/studio/clients', { key: 'organisation.saved' });
}

function change(context: Route.ActionArgs['context'], act: string, one: string, form: FormData) {
  if (act === 'withdraw') return sendApi(context, one, { method: 'DELETE' });
  if (act === 'end-former') return sendApi(context, `${one}/end-former-secret`);
  const requestsPerMinute = Number(readLine(form, 'requestsPerMinute'));
  return sendApi(context, `${one}/limit`, { method: 'PUT', body: { requestsPerMinute } });
}

export default function Clients({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT();
  const { clients, scopes, session } = loaderData;
  const shown = actionData && 'secret' in actionData ? actionData.secret : undefined;
  const raw = actionData && 'problem' in actionData ? actionData.problem : undefined;
  const typed = actionData && 'typed' in actionData ? actionData.typed : undefined;
  const problem = sayOrganisationFaults(t, raw);
  const open = clients.filter(({ withdrawnAt }) => withdrawnAt === null);
  const withdrawn = clients.filter(({ withdrawnAt }) => withdrawnAt !== null);
  return (
    <Page title={t('organisation.tab.clients')}>
      <PageHead title={t('nav.institution')} lead={t('organisation.clients.lead')} />
      <InstitutionTabs current="/studio/clients" session={session} />
      <div className="notices">
        <ProblemSummary problem={problem} />
        {shown && (
          <StatusBar
            state="passed"
            title={t('organisation.clients.secret.title')}
            note={t('organisation.clients.secret.note')}
          />
        )}
      </div>
      {shown && (
        <Section label={t('organisation.clients.secret')}>
          <FactList
            facts={[
              { label: t('organisation.clients.id'), value: <code className="mono">{shown.clientId}</code> },
              {
                label: t('organisation.clients.secret'),
                value: (
                  <code className="mono" data-secret>
                    {shown.secret}
                  </code>
                ),
              },
            ]}
          />
        </Section>
      )}
      <Section
        label={t('organisation.tab.clients')}
        note={t('organisation.clients.count', { count: open.length })}
      >
        {open.length === 0 && <p className="text-ink2">{t('organisation.clients.none')}</p>}
        {open.map((client) => (
          <Client key={client.id} client={client} />
        ))}
      </Section>
      <NewClient scopes={scopes} typed={typed} faults={faultsByField(problem)} />
      {withdrawn.length > 0 && (
        <Section label={t('organisation.clients.withdrawn')}>
          <ul>
            {withdrawn.map((client) => (
              <li key={client.id}>
                {client.name} <span className="mono">{client.clientId}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}

function Client({ client }: { readonly client: ClientView }) {
  const t = useT();
  const locale = useLocale();
  const at = (instant: string | null) =>
    instant ? formatInstant(locale, instant) : t('organisation.clients.never');
  const hidden = (
    <>
      <input type="hidden" name="id" value={client.id} />
      <input type="hidden" name="clientId" value={client.clientId} />
    </>
  );
  return (
    <article className="client" aria-labelledby={`client-${client.id}`}>
      <h3 className="t2" id={`client-${client.id}`}>
        {client.name}
      </h3>
      <FactList
        facts={[
          { label: t('organisation.clients.id'), value: <span className="mono">{client.clientId}</span> },
          {
            label: t('organisation.clients.scopes'),
            value: client.scopes.map((scope) => namePermission(t, scope)).join(', '),
          },
          {
            label: t('organisation.clients.made'),
            value: [at(client.createdAt), client.createdBy].filter(Boolean).join(', '),
          },
          { label: t('organisation.clients.last-used'), value: at(client.lastUsedAt) },
          {
            label: t('organisation.clients.limit'),
            value: t('organisation.clients.limit.value', { count: client.requestsPerMinute }),
          },
          ...(client.formerUntil
            ? [{ label: t('organisation.clients.former'), value: at(client.formerUntil) }]
            : []),
        ]}
      />
      <details className="mt-3">
        <summary className="text-link">{t('organisation.clients.change', { name: client.name })}</summary>
        <form method="post" className="form mt-3">
          {hidden}
          <SelectField
            name="overlapHours"
            id={`overlap-${client.id}`}
            label={t('organisation.clients.overlap')}
            hint={t('organisation.clients.overlap.hint')}
            defaultValue="24"
            options={(['0', '24', '72', '168'] as const).map((value) => ({
              value,
              label: t(`organisation.clients.overlap.${value}`),
            }))}
          />
          <ButtonRow fill>
            <Button name="act" value="rotate">
              {t('organisation.clients.rotate')}
            </Button>
          </ButtonRow>
        </form>
        <form method="post" className="form mt-3">
          {hidden}
          <TextField
            name="requestsPerMinute"
            id={`limit-${client.id}`}
            type="number"
            min={1}
            max={100000}
            label={t('organisation.clients.limit')}
            defaultValue={client.requestsPerMinute}
          />
          <ButtonRow fill>
            <Button name="act" value="limit">
              {t('organisation.clients.limit.save')}
            </Button>
          </ButtonRow>
        </form>
        <form method="post" className="mt-3">
          {hidden}
          <ButtonRow fill>
            {client.formerUntil && (
              <Button name="act" value="end-former">
                {t('organisation.clients.end-former')}
              </Button>
            )}
            <Button variant="destructive" name="act" value="withdraw">
              {t('organisation.clients.withdraw')}
            </Button>
          </ButtonRow>
        </form>
      </details>
    </article>
  );
}

function NewClient({
  scopes,
  typed,
  faults,
}: {
  readonly scopes: readonly string[];
  readonly typed: { readonly name: string; readonly scopes: readonly string[] } | undefined;
  readonly faults: Readonly<Record<string, string>>;
}) {
  const t = useT();
  return (
    <Section label={t('organisation.clients.new')} note={t('organisation.clients.new.note')} id="new">
      <form method="post" className="form">
        <TextField
          name="name"
          label={t('organisation.clients.name')}
          hint={t('organisation.clients.name.hint')}
          defaultValue={typed?.name ?? ''}
          error={faults.name}
          maxLength={100}
          autoComplete="off"
          required
        />
        <ChoiceGroup
          id="scopes"
          label={t('organisation.clients.scopes')}
          hint={t('organisation.clients.scopes.hint')}
          error={faults.scopes}
        >
          {scopes.map((scope) => (
            <Checkbox
              key={scope}
              name="scopes"
              value={scope}
              label={namePermission(t, scope)}
              defaultChecked={typed?.scopes.includes(scope) ?? false}
            />
          ))}
        </ChoiceGroup>
        <TextField
          name="requestsPerMinute"
          type="number"
          min={1}
          max={100000}
          label={t('organisation.clients.limit')}
          defaultValue={600}
          error={faults.requestsPerMinute}
        />
        <ButtonRow fill>
          <Button variant="primary" name="act" value="open">
            {t('organisation.clients.open')}
          </Button>
        </ButtonRow>
      </form>
    </Section>
  );
}
