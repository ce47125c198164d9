import { data, redirect } from 'react-router';
import { type KeysView, type KeyView, keysViewSchema } from '../../../features/keys/keys.schema.ts';
import { addQuery } from '../../lib/add-query.ts';
import { readApi, sendApi } from '../../lib/api.ts';
import { appContext } from '../../lib/app-context.ts';
import { chooseText } from '../../lib/content-text.ts';
import { redirectWithMessage } from '../../lib/flash.ts';
import { formatInstantDay } from '../../lib/formatting.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import type { PageHandle } from '../../lib/page-handle.ts';
import { faultsByField, type Problem } from '../../lib/problem.ts';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { ProblemSummary } from '../../ui/error-summary.tsx';
import { Page, PageHead } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { InstitutionTabs } from '../institution-tabs.tsx';
import type { Route } from './+types/keys.ts';
import { CompromiseForm, type TypedCompromise } from './compromise-form.tsx';
import { readLine } from './read-fields.ts';

export const handle: PageHandle = { scripts: false };

const api = '/api/v1/institution/keys';
const here = '/studio/keys';
/** Of more issuers than this, each shows one line until it is opened. */
const FEW = 3;

export async function loader({ context }: Route.LoaderArgs) {
  const { session } = context.get(appContext);
  return { session, ...(await readApi(context, api, keysViewSchema)) };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const line = (name: string) => readLine(form, name);
  if (line('act') === 'compromise') return await compromise(context, line);
  const when = line('act') === 'at-once' ? 'at-once' : 'announced';
  const body = { issuer: line('issuer'), purpose: line('purpose'), when };
  const sent = await sendApi(context, `${api}/rotate`, { body });
  if (!sent.ok) return refused(sent.problem);
  return redirectWithMessage(context, here, { key: `keys.done.${when}` });
}

async function compromise(context: Route.ActionArgs['context'], line: (name: string) => string) {
  const kid = line('kid');
  const typed = {
    ...{ kid, day: line('day'), time: line('time'), reason: line('reason') },
    confirmation: line('confirmation'),
  };
  const { day, time, reason, confirmation } = typed;
  const sent = await sendApi(context, `${api}/${encodeURIComponent(kid)}/compromise`, {
    body: { at: `${day}T${time}`, reason, confirmation },
  });
  if (!sent.ok && sent.problem.type.endsWith(':accounts/prove-again'))
    return redirect(addQuery('/account/prove', '', { returnTo: here }));
  if (!sent.ok) return refused(sent.problem, typed);
  return redirectWithMessage(context, here, { key: 'keys.done.compromised' });
}

function refused(problem: Problem, typed?: TypedCompromise) {
  return data({ problem, typed }, { status: problem.status });
}

/** What signs for each issuer, until when, and what to do when a key is in other hands. */
export default function Keys({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT();
  const { issuers, session } = loaderData;
  return (
    <Page title={t('organisation.tab.keys')}>
      <PageHead title={t('nav.institution')} lead={t('keys.lead')} />
      <InstitutionTabs current={here} session={session} />
      <div className="notices">
        <ProblemSummary problem={actionData?.problem} />
      </div>
      {issuers.map((issuer) => (
        <IssuerKeys key={issuer.id} issuer={issuer} isOpen={issuers.length <= FEW} />
      ))}
      <CompromiseForm
        issuers={issuers}
        typed={actionData?.typed}
        faults={faultsByField(actionData?.problem)}
      />
    </Page>
  );
}

type IssuerKeysProps = { readonly issuer: KeysView['issuers'][number]; readonly isOpen: boolean };

function IssuerKeys({ issuer, isOpen }: IssuerKeysProps) {
  const t = useT();
  const locale = useLocale();
  const { text: name } = chooseText(issuer.name, locale);
  const isCurrent = ({ state }: KeyView) => state === 'active' || state === 'pre-published';
  const current = issuer.keys.filter(isCurrent);
  const former = issuer.keys.filter((key) => !isCurrent(key));
  const [next] = current.flatMap(({ nextAt }) => nextAt ?? []).toSorted();
  return (
    <Section label={name} id={`issuer-${issuer.id}`}>
      <details open={isOpen}>
        <summary className="text-link">
          {t('keys.issuer.current', { count: current.length })}
          {next && `, ${t('keys.issuer.next', { day: formatInstantDay(locale, next) })}`}
        </summary>
        <KeyTable caption={t('keys.current', { issuer: name })} keys={current} issuer={issuer.id} />
      </details>
      {former.length > 0 && (
        <details className="mt-3">
          <summary className="text-link">{t('keys.former', { count: former.length })}</summary>
          <KeyTable caption={t('keys.former', { count: former.length })} keys={former} />
        </details>
      )}
    </Section>
  );
}

type KeyTableProps = {
  readonly caption: string;
  readonly keys: readonly KeyView[];
  /** Absent: nothing can be done with them. */
  readonly issuer?: string;
};

function KeyTable({ caption, keys, issuer }: KeyTableProps) {
  const t = useT();
  const locale = useLocale();
  const day = (instant: string | null) => (instant ? formatInstantDay(locale, instant) : '');
  const waiting = new Set(
    keys.filter(({ state }) => state === 'pre-published').map(({ purpose }) => purpose),
  );
  return (
    <Table
      caption={caption}
      rows={keys}
      rowKey={({ kid }) => kid}
      finding={({ state }) => (state === 'compromised' ? 'failed' : undefined)}
      columns={[
        { key: 'purpose', head: t('keys.purpose'), cell: ({ purpose }) => t(`keys.purpose.${purpose}`) },
        { key: 'state', head: t('keys.state'), cell: ({ state }) => t(`keys.state.${state}`) },
        { key: 'since', head: t('keys.since'), cell: (key) => day(sinceOf(key)) },
        { key: 'next', head: t('keys.next'), cell: (key) => sayNext(key, day, t) },
        {
          key: 'kid',
          head: t('keys.kid'),
          cell: ({ kid, store }) => (
            <>
              <span className="mono whitespace-nowrap">{kid.slice(-6)}</span>
              {store !== 'sealed' && <span className="text-ink2"> {t(`keys.store.${store}`)}</span>}
            </>
          ),
        },
        ...(issuer
          ? [
              {
                key: 'act',
                head: t('keys.act'),
                cell: (key: KeyView) =>
                  key.state === 'active' && (
                    <RotateForm issuer={issuer} purpose={key.purpose} isWaiting={waiting.has(key.purpose)} />
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}

/** Since when it is what it is. */
function sinceOf({ state, publishedAt, activeFrom, activeUntil, compromisedAt }: KeyView): string | null {
  switch (state) {
    case 'pre-published':
      return publishedAt;
    case 'active':
      return activeFrom;
    case 'verify-only':
      return activeUntil;
    case 'compromised':
      return compromisedAt;
  }
}

function sayNext(
  { state, nextAt, reason }: KeyView,
  day: (instant: string | null) => string,
  t: ReturnType<typeof useT>,
): string {
  if (state === 'pre-published') return t('keys.next.signs', { day: day(nextAt) });
  if (state === 'active') return t('keys.next.replaced', { day: day(nextAt) });
  return reason ? t(`keys.reason.${reason}`) : t('keys.next.verifies');
}

type RotateFormProps = { readonly issuer: string; readonly purpose: string; readonly isWaiting: boolean };

function RotateForm({ issuer, purpose, isWaiting }: RotateFormProps) {
  const t = useT();
  const about = <span className="sr-only"> {t(`keys.purpose.${purpose as KeyView['purpose']}`)}</span>;
  return (
    <form method="post">
      <input type="hidden" name="issuer" value={issuer} />
      <input type="hidden" name="purpose" value={purpose} />
      <ButtonRow>
        {!isWaiting && (
          <Button dense name="act" value="announced">
            {t('keys.rotate')}
            {about}
          </Button>
        )}
        <Button dense variant="tertiary" name="act" value="at-once">
          {t('keys.rotate.at-once')}
          {about}
        </Button>
      </ButtonRow>
    </form>
  );
}
