import { data } from 'react-router';
import {
  type EndorsementView,
  endorsementsSchema,
} from '../../../features/endorsements/endorsements.schema.ts';
import { readApi, sendApi } from '../../lib/api.ts';
import { appContext } from '../../lib/app-context.ts';
import { chooseText } from '../../lib/content-text.ts';
import { nameLanguage } from '../../lib/design-words.ts';
import { redirectWithMessage } from '../../lib/flash.ts';
import type { TextKey } from '../../lib/i18n.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import type { PageHandle } from '../../lib/page-handle.ts';
import { faultsByField } from '../../lib/problem.ts';
import { mayAct } from '../../lib/session.ts';
import { readTyped } from '../../operator/first-day-fields.tsx';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { Content } from '../../ui/content-text.tsx';
import { ProblemSummary } from '../../ui/error-summary.tsx';
import { SelectField, TextArea, TextField } from '../../ui/field.tsx';
import { Page, PageHead } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { InstitutionTabs } from '../institution-tabs.tsx';
import type { Route } from './+types/endorsements.ts';
import { readLine } from './read-fields.ts';
import { sayOrganisationFaults } from './say-organisation-faults.ts';

export const handle: PageHandle = { scripts: false };

export async function loader({ context }: Route.LoaderArgs) {
  const { session } = context.get(appContext);
  const { received, given } = await readApi(context, '/api/v1/endorsements', endorsementsSchema);
  return { session, received, given, mayManage: mayAct(session, 'institution.manage') };
}

const done: Readonly<Record<string, TextKey>> = {
  accept: 'endorsements.accepted',
  decline: 'endorsements.declined',
  withdraw: 'endorsements.withdrawn',
  offer: 'endorsements.offered',
};

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const act = readLine(form, 'act');
  const path = '/api/v1/endorsements';
  const sent =
    act === 'offer'
      ? await sendApi(context, path, {
          body: {
            about: readLine(form, 'about'),
            comment: readLine(form, 'comment'),
            language: readLine(form, 'language'),
          },
        })
      : await sendApi(
          context,
          `${path}/${encodeURIComponent(readLine(form, 'id'))}/${encodeURIComponent(act)}`,
        );
  if (!sent.ok)
    return data({ problem: sent.problem, typed: readTyped(form) }, { status: sent.problem.status });
  return redirectWithMessage(context, '/studio/endorsements', { key: done[act] ?? 'organisation.saved' });
}

/** Who vouches for the institution and what it awards, and for whom it vouches. */
export default function Endorsements({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT();
  const { session, received, given, mayManage } = loaderData;
  const problem = sayOrganisationFaults(t, actionData?.problem);
  return (
    <Page title={t('organisation.tab.endorsements')}>
      <PageHead title={t('organisation.tab.endorsements')} look="h1" lead={t('endorsements.lead')} />
      <InstitutionTabs current="/studio/endorsements" session={session} />
      <div className="notices">
        <ProblemSummary problem={problem} />
      </div>
      <Section label={t('endorsements.received')} note={t('endorsements.received.note')} id="received">
        <List rows={received} none={t('endorsements.received.none')} mayManage={mayManage} given={false} />
      </Section>
      <Section label={t('endorsements.given')} id="given">
        <List rows={given} none={t('endorsements.given.none')} mayManage={mayManage} given />
      </Section>
      {mayManage && <VouchForm typed={actionData?.typed ?? {}} faults={faultsByField(problem)} />}
    </Page>
  );
}

type ListProps = {
  readonly rows: readonly EndorsementView[];
  readonly none: string;
  readonly mayManage: boolean;
  readonly given: boolean;
};

function List({ rows, none, mayManage, given }: ListProps) {
  const t = useT();
  if (rows.length === 0) return <p className="text-ink2">{none}</p>;
  return (
    <Table
      caption={t(given ? 'endorsements.given' : 'endorsements.received')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'about',
          head: t('endorsements.about'),
          cell: ({ about, aboutPage }) => (
            <a href={aboutPage}>
              <Content text={about} />
            </a>
          ),
        },
        {
          key: 'said',
          head: t('endorsements.comment'),
          cell: ({ endorser, comment, language }) => (
            <>
              {!given && (
                <span className="block">
                  <Content text={endorser} />
                </span>
              )}
              <span className="s block text-ink2" lang={language}>
                {comment}
              </span>
            </>
          ),
        },
        {
          key: 'state',
          head: t('endorsements.state'),
          cell: ({ state }) => t(`endorsements.state.${state}`),
        },
        ...(mayManage
          ? [
              {
                key: 'act',
                head: t('endorsements.act'),
                cell: (row: EndorsementView) => <Acts endorsement={row} given={given} />,
              },
            ]
          : []),
      ]}
    />
  );
}

function Acts({ endorsement, given }: { readonly endorsement: EndorsementView; readonly given: boolean }) {
  const t = useT();
  const locale = useLocale();
  const { id, state, about } = endorsement;
  const acts = given
    ? state === 'offered' || state === 'accepted'
      ? (['withdraw'] as const)
      : []
    : state === 'offered'
      ? (['accept', 'decline'] as const)
      : [];
  if (acts.length === 0) return null;
  const name = chooseText(about, locale).text;
  return (
    <form method="post">
      <input type="hidden" name="id" value={id} />
      <ButtonRow>
        {acts.map((act) => (
          <Button
            key={act}
            dense
            name="act"
            value={act}
            aria-label={t('endorsements.act.on', { act: t(`endorsements.${act}`), name })}
          >
            {t(`endorsements.${act}`)}
          </Button>
        ))}
      </ButtonRow>
    </form>
  );
}

type VouchFormProps = {
  readonly typed: Readonly<Record<string, string>>;
  readonly faults: Readonly<Record<string, string>>;
};

function VouchForm({ typed, faults }: VouchFormProps) {
  const t = useT();
  const locale = useLocale();
  return (
    <Section label={t('endorsements.new')} note={t('endorsements.new.note')} id="new">
      <form method="post" className="form">
        <TextField
          name="about"
          label={t('endorsements.new.about')}
          hint={t('endorsements.new.about.hint')}
          defaultValue={typed.about ?? ''}
          error={faults.about}
          autoComplete="off"
          required
        />
        <TextArea
          name="comment"
          rows={4}
          label={t('endorsements.new.comment')}
          hint={t('endorsements.new.comment.hint')}
          defaultValue={typed.comment ?? ''}
          error={faults.comment}
          required
        />
        <SelectField
          name="language"
          label={t('endorsements.new.language')}
          defaultValue={typed.language ?? locale}
          options={(['nl', 'en'] as const).map((value) => ({ value, label: nameLanguage(locale, value) }))}
        />
        <ButtonRow fill>
          <Button variant="primary" name="act" value="offer">
            {t('endorsements.new.do')}
          </Button>
        </ButtonRow>
      </form>
    </Section>
  );
}
