import type { AccreditationView, Candidate } from '../../../features/accreditations/accreditations.schema.ts';
import { AccreditationStanding } from '../../features/accreditations/accreditation-standing.tsx';
import { addQuery } from '../../lib/add-query.ts';
import { nameConcept } from '../../lib/design-words.ts';
import { formatDay, formatTableDay } from '../../lib/formatting.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { ButtonLink, ButtonRow } from '../../ui/button.tsx';
import { Content } from '../../ui/content-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';

const HERE = '/studio/institution/accreditations';

/** Whoever guarantees the institution from outside; what ended stays in the list. */
export function AccreditationsSection({
  accreditations,
  candidates,
  mayManage,
}: {
  readonly accreditations: readonly AccreditationView[];
  readonly candidates: readonly Candidate[];
  readonly mayManage: boolean;
}) {
  const t = useT();
  const locale = useLocale();
  return (
    <Section label={t('accreditations')} note={t('accreditations.note')} id="accreditations">
      {accreditations.length === 0 ? (
        <EmptyState title={t('accreditations.none')}>{t('accreditations.none.text')}</EmptyState>
      ) : (
        <Table
          caption={t('accreditations')}
          rows={accreditations}
          rowKey={({ publicId }) => publicId}
          columns={[
            {
              key: 'title',
              head: t('accreditations.decision'),
              cell: ({ id, title, type }) => (
                <>
                  {mayManage ? (
                    <a href={`${HERE}/${id}`}>
                      <Content text={title} quiet />
                    </a>
                  ) : (
                    <Content text={title} quiet />
                  )}
                  <span className="s block text-ink2">{nameConcept(locale, 'accreditation', type)}</span>
                </>
              ),
            },
            {
              key: 'register',
              head: t('accreditations.register'),
              cell: ({ register, number, agency, url }) => (
                <>
                  <a href={url}>{[register, number].filter(Boolean).join(' ')}</a>
                  <span className="s block text-ink2">{agency}</span>
                </>
              ),
            },
            {
              key: 'days',
              head: t('accreditations.days'),
              cell: ({ validFrom, validUntil }) =>
                validUntil ? (
                  <>
                    <span className="whitespace-nowrap">{formatTableDay(validFrom)}</span> –{' '}
                    <span className="whitespace-nowrap">{formatTableDay(validUntil)}</span>
                  </>
                ) : (
                  t('accreditations.from', { day: formatTableDay(validFrom) })
                ),
            },
            {
              key: 'standing',
              head: t('accreditations.standing'),
              cell: ({ standing }) => <AccreditationStanding standing={standing} />,
            },
          ]}
        />
      )}
      {mayManage && (
        <div className="mt-6">
          <ButtonRow>
            <ButtonLink href={`${HERE}/new`}>{t('accreditations.record')}</ButtonLink>
          </ButtonRow>
        </div>
      )}
      {mayManage && candidates.length > 0 && (
        <>
          <h3 className="label mt-8">{t('accreditations.candidates')}</h3>
          <p className="s text-ink2">{t('accreditations.candidates.note')}</p>
          <ul className="rows mt-2">
            {candidates.map((one) => (
              <li key={one.id} className="py-3">
                <b>{one.register}</b> {one.identifier} · {one.name}
                <span className="s block text-ink2">
                  {[one.validFrom, one.validUntil]
                    .filter((day) => day !== null)
                    .map((day) => formatDay(locale, day))
                    .join(' – ')}
                  {one.scope && ` · ${one.scope}`}
                </span>
                <a href={addressOfCandidate(one)}>{t('accreditations.candidates.take')}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

/** The form, with what the register says filled in. */
function addressOfCandidate(one: Candidate): string {
  return addQuery(`${HERE}/new`, '', {
    register: one.register,
    number: one.identifier ?? undefined,
    url: one.registerUrl ?? undefined,
    validFrom: one.validFrom ?? undefined,
    validUntil: one.validUntil ?? undefined,
  });
}
