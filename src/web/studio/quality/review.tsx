import type { ReactNode } from 'react';
import { data } from 'react-router';
import { type Evidence, reviewSchema } from '../../../features/quality/evidence.schema.ts';
import { FeedbackFigures, WeDid } from '../../features/feedback/feedback-figures.tsx';
import { sayCause } from '../../features/feedback/say-cause.ts';
import { findApi } from '../../lib/api.ts';
import { chooseText } from '../../lib/content-text.ts';
import { capitalise } from '../../lib/design-words.ts';
import { formatDay, formatInstant, formatNumber } from '../../lib/formatting.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import type { PageHandle } from '../../lib/page-handle.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { FactList, Facts } from '../../ui/facts.tsx';
import { StateMark } from '../../ui/state-mark.tsx';
import { Table } from '../../ui/table.tsx';
import { readDesign } from '../designer/load-designer.ts';
import { OutlineFrame } from '../designer/outline.tsx';
import type { Route } from './+types/review.ts';
import { qualityAddressOf } from './addresses.ts';
import { DesignTabs } from './design-tabs.tsx';
import { lookUp } from './look-up.ts';
import { Part } from './part.tsx';

export const handle: PageHandle = { scripts: false };

export async function loader({ context, params }: Route.LoaderArgs) {
  const design = await readDesign(context, params.id);
  const path = `/api/v1/designs/${encodeURIComponent(params.id)}/quality/review`;
  const review = await findApi(context, path, reviewSchema);
  if (!review) throw data(null, { status: 404 });
  return { design, review };
}

/** What a review rests on, as it stood when the review began. */
export default function Review({ loaderData: { design, review } }: Route.ComponentProps) {
  const t = useT();
  const locale = useLocale();
  const { evidence, digest, madeAt } = review;
  const parts = listParts(t, locale, evidence);
  return (
    <div className="workbench">
      <title>{`${t('review.title')}: ${chooseText(evidence.design.title, locale).text} – Waarmerk`}</title>
      <OutlineFrame
        design={design}
        label={t('workbench.quality.parts')}
        items={parts.map(({ id, title }) => ({ href: `#${id}`, name: title, count: 0, current: false }))}
      />
      <div className="workbench-main">
        <DesignTabs design={design.id} current="quality" open={0} />
        <h1 className="h1">{t('review.title')}</h1>
        <p className="lead workbench-lead">
          {t('review.lead', {
            number: evidence.design.version,
            from: formatDay(locale, evidence.period.from),
            until: formatDay(locale, evidence.period.until),
          })}
        </p>
        <div className="button-row">
          <ButtonLink href={`/api/v1/designs/${design.id}/quality/review.pdf?lang=${locale}`}>
            {t('review.paper')}
          </ButtonLink>
          <ButtonLink href={qualityAddressOf(design.id)}>{t('review.back')}</ButtonLink>
        </div>
        {parts.map(({ id, title, body }) => (
          <Part key={id} id={id} title={title}>
            {body}
          </Part>
        ))}
        <Part id="digest" title={t('review.digest')}>
          <p className="mono measure break-words">{digest}</p>
          <p className="s mt-2 text-ink2">{t('review.digest.note', { at: formatInstant(locale, madeAt) })}</p>
        </Part>
      </div>
    </div>
  );
}

type Shown = { readonly id: string; readonly title: string; readonly body: ReactNode };

function listParts(
  t: ReturnType<typeof useT>,
  locale: ReturnType<typeof useLocale>,
  evidence: Evidence,
): readonly Shown[] {
  const { causes, awards, feedback, outcomes, complaints, replies, changes, conditions, staff } = evidence;
  const none = <p className="measure text-ink2">{t('review.none')}</p>;
  return [
    {
      ...{ id: 'why', title: t('review.why') },
      body:
        causes.length === 0 ? (
          none
        ) : (
          <ul className="findings-plain">
            {causes.map((cause) => (
              <li key={`${cause.kind} ${cause.ref}`}>
                <StateMark state="warning">{capitalise(sayCause(t, locale, cause))}</StateMark>
              </li>
            ))}
          </ul>
        ),
    },
    {
      ...{ id: 'awards', title: t('review.awards') },
      body: (
        <>
          <Facts
            facts={(['granted', 'claimed', 'declined', 'revoked'] as const).map((name) => ({
              label: t(`review.awards.${name}`),
              value: formatNumber(locale, awards[name]),
            }))}
          />
          {awards.results.length > 0 && (
            <p className="measure mt-3">
              {t('review.awards.results')}{' '}
              {awards.results
                .map(({ value, count }) => `${value}: ${formatNumber(locale, count)}`)
                .join(' · ')}
            </p>
          )}
        </>
      ),
    },
    {
      ...{ id: 'feedback', title: t('feedback.public') },
      body: (
        <FeedbackFigures
          groups={feedback.map((group) => ({ ...group, countedOn: evidence.period.until }))}
          outcomes={outcomes}
        />
      ),
    },
    {
      ...{ id: 'complaints', title: t('feedback.studio.complaints') },
      body:
        complaints.length === 0 ? (
          none
        ) : (
          <FactList
            facts={complaints.map(({ kind, receivedOn }) => ({
              label: formatDay(locale, receivedOn),
              value: lookUp(t, `feedback.complaint.${kind}`) ?? kind,
            }))}
          />
        ),
    },
    {
      ...{ id: 'replies', title: t('feedback.we-did') },
      body: replies.length === 0 ? none : <WeDid replies={replies.map((one) => ({ ...one, id: one.on }))} />,
    },
    {
      ...{ id: 'changes', title: t('review.changes') },
      body: changes.length === 0 ? none : <Changes changes={changes} />,
    },
    {
      ...{ id: 'conditions', title: t('review.conditions') },
      body:
        conditions.length === 0 ? (
          none
        ) : (
          <FactList
            facts={conditions.map(({ text, owner, due }) => ({
              label: text,
              value: t('workbench.condition.open', { owner, date: formatDay(locale, due) }),
            }))}
          />
        ),
    },
    { id: 'staff', title: t('review.staff'), body: staff.length === 0 ? none : <Staff staff={staff} /> },
  ];
}

function Changes({ changes }: Pick<Evidence, 'changes'>) {
  const t = useT();
  const locale = useLocale();
  return (
    <FactList
      facts={changes.map((change) => ({
        label:
          change.version === null
            ? t('review.changes.draft')
            : `${t('design.version', { number: change.version })}, ${formatDay(locale, change.on ?? '')}`,
        value: (
          <>
            {lookUp(t, `changes.class.${change.class}`) ?? change.class}
            {': '}
            {[...new Set(change.fields.map(({ pointer }) => pointer.split('/')[1] ?? ''))]
              .map((part) => lookUp(t, `changes.part.${part}`) ?? part)
              .join(', ')}
          </>
        ),
      }))}
    />
  );
}

function Staff({ staff }: Pick<Evidence, 'staff'>) {
  const t = useT();
  const locale = useLocale();
  return (
    <Table
      caption={t('review.staff')}
      rows={staff}
      rowKey={({ name }) => name}
      columns={[
        { key: 'name', head: t('review.staff.name'), cell: ({ name }) => name },
        {
          key: 'held',
          head: t('review.staff.held'),
          cell: ({ qualification: held }) =>
            held
              ? (lookUp(t, `workbench.qualification.${held.kind}`) ?? held.kind)
              : t('review.staff.held.none'),
        },
        {
          key: 'until',
          head: t('review.staff.until'),
          cell: ({ qualification: held }) =>
            held?.validUntil ? formatDay(locale, held.validUntil) : t('review.staff.until.none'),
        },
      ]}
    />
  );
}
