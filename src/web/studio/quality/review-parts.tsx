/** What a review rests on, part by part. */
import type { ReactNode } from 'react';
import type { Evidence } from '../../../features/quality/evidence.schema.ts';
import { FeedbackFigures, WeDid } from '../../features/feedback/feedback-figures.tsx';
import { sayCause } from '../../features/feedback/say-cause.ts';
import { capitalise } from '../../lib/design-words.ts';
import { formatDay, formatNumber } from '../../lib/formatting.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { FactList, Facts } from '../../ui/facts.tsx';
import { StateMark } from '../../ui/state-mark.tsx';
import { Table } from '../../ui/table.tsx';
import { lookUp } from './look-up.ts';

type Shown = { readonly evidence: Evidence };

/** Said in so many words, so that nobody takes an empty part for one that was forgotten. */
function OrNone({ of, children }: { readonly of: readonly unknown[]; readonly children: ReactNode }) {
  const t = useT();
  return of.length === 0 ? <p className="measure text-ink2">{t('review.none')}</p> : children;
}

export function Why({ evidence: { causes } }: Shown) {
  const t = useT();
  const locale = useLocale();
  return (
    <OrNone of={causes}>
      <ul className="findings-plain">
        {causes.map((cause) => (
          <li key={`${cause.kind} ${cause.ref}`}>
            <StateMark state="warning">{capitalise(sayCause(t, locale, cause))}</StateMark>
          </li>
        ))}
      </ul>
    </OrNone>
  );
}

export function Awards({ evidence: { awards } }: Shown) {
  const t = useT();
  const locale = useLocale();
  const { results } = awards;
  return (
    <>
      <Facts
        facts={(['granted', 'claimed', 'declined', 'revoked'] as const).map((name) => ({
          label: t(`review.awards.${name}`),
          value: formatNumber(locale, awards[name]),
        }))}
      />
      {results.length > 0 && (
        <p className="measure mt-3">
          {t('review.awards.results')}{' '}
          {results.map(({ value, count }) => `${value}: ${formatNumber(locale, count)}`).join(' · ')}
        </p>
      )}
    </>
  );
}

export function Heard({ evidence: { feedback, outcomes, period } }: Shown) {
  return (
    <FeedbackFigures
      groups={feedback.map((group) => ({ ...group, countedOn: period.until }))}
      outcomes={outcomes}
    />
  );
}

export function Complaints({ evidence: { complaints } }: Shown) {
  const t = useT();
  const locale = useLocale();
  return (
    <OrNone of={complaints}>
      <ul className="paragraphs">
        {listOnce(complaints).map(({ kind, receivedOn, times }) => (
          <li key={`${receivedOn} ${kind}`}>
            {formatDay(locale, receivedOn)}: {lookUp(t, `feedback.complaint.${kind}`) ?? kind}
            {times > 1 && ` (${formatNumber(locale, times)})`}
          </li>
        ))}
      </ul>
    </OrNone>
  );
}

/** Those of one kind on one day together. */
function listOnce(complaints: Evidence['complaints']) {
  const same = (one: Evidence['complaints'][number]) =>
    complaints.filter(({ kind, receivedOn }) => kind === one.kind && receivedOn === one.receivedOn);
  return complaints.filter((one) => same(one)[0] === one).map((one) => ({ ...one, times: same(one).length }));
}

export function Replies({ evidence: { replies } }: Shown) {
  return (
    <OrNone of={replies}>
      <WeDid replies={replies.map((one) => ({ ...one, id: JSON.stringify(one) }))} />
    </OrNone>
  );
}

export function Changes({ evidence: { changes } }: Shown) {
  const t = useT();
  const locale = useLocale();
  return (
    <OrNone of={changes}>
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
    </OrNone>
  );
}

export function Conditions({ evidence: { conditions } }: Shown) {
  const t = useT();
  const locale = useLocale();
  return (
    <OrNone of={conditions}>
      <FactList
        facts={conditions.map(({ text, owner, due }) => ({
          label: text,
          value: t('workbench.condition.open', { owner, date: formatDay(locale, due) }),
        }))}
      />
    </OrNone>
  );
}

export function Staff({ evidence: { staff } }: Shown) {
  const t = useT();
  const locale = useLocale();
  return (
    <OrNone of={staff}>
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
    </OrNone>
  );
}
