/** What was said of a design in words: advice, votes, the decision. */
import { sayCause } from '../../features/feedback/say-cause.ts';
import { formatInstantDay } from '../../lib/formatting.ts';
import { useLocale, useT } from '../../lib/language.tsx';
import { Table } from '../../ui/table.tsx';
import type { Quality } from './find-quality.ts';
import { lookUp } from './look-up.ts';
import { nameOf } from './where-it-stands.tsx';

export function Opinions({ opinions }: { readonly opinions: Quality['opinions'] }) {
  const t = useT();
  const locale = useLocale();
  return (
    <ol className="opinions">
      {opinions.map((one) => (
        <li key={`${one.at} ${one.by.id}`}>
          <p className="m">
            <b>{nameOf(t, one.by)}</b>
            {', '}
            {lookUp(t, `workbench.opinion.step.${one.step}`) ?? one.step}
            {': '}
            {lookUp(t, `workbench.opinion.said.${one.outcome}`) ?? one.outcome}
          </p>
          <blockquote className="t3 measure">{one.summary}</blockquote>
          <p className="s text-ink2">
            {formatInstantDay(locale, one.at)} · {t('workbench.round', { number: one.round })}
            {one.verdicts.length > 0 &&
              ` · ${t('workbench.opinion.verdicts', { count: one.verdicts.length })}`}
          </p>
        </li>
      ))}
    </ol>
  );
}

type Vote = Quality['votes'][number];

export function Votes({ votes }: { readonly votes: Quality['votes'] }) {
  const t = useT();
  const locale = useLocale();
  return (
    <Table
      caption={t('workbench.votes')}
      rows={votes}
      rowKey={({ by }) => by.id}
      columns={[
        { key: 'by', head: t('workbench.votes.by'), cell: ({ by }) => nameOf(t, by) },
        {
          key: 'vote',
          head: t('workbench.vote'),
          cell: ({ vote }) => lookUp(t, `workbench.vote.${vote}`) ?? vote,
        },
        ...(votes.some(({ reason }) => reason)
          ? [{ key: 'reason', head: t('workbench.act.reason'), cell: ({ reason }: Vote) => reason }]
          : []),
        { key: 'at', head: t('workbench.votes.at'), cell: ({ at }) => formatInstantDay(locale, at) },
      ]}
    />
  );
}

/** Signed; whoever reads the address can verify it. */
export function Decision({ decision }: { readonly decision: NonNullable<Quality['decision']> }) {
  const t = useT();
  const locale = useLocale();
  const { outcome, body, at, pack, url } = decision;
  return (
    <p className="measure">
      {t(`workbench.decided.${body}`, {
        outcome: t(`workbench.decided.${outcome}`),
        date: formatInstantDay(locale, at),
        pack,
      })}{' '}
      <a href={new URL(url, 'https://x.invalid').pathname}>{t('workbench.decided.document')}</a>
    </p>
  );
}

/** Newest first: who did what, and when. */
export function History({ events }: { readonly events: Quality['events'] }) {
  const t = useT();
  const locale = useLocale();
  return (
    <ol className="history">
      {events.toReversed().map((event) => (
        <li key={`${event.at} ${event.act} ${event.to}`}>
          <span className="s text-ink2">{formatInstantDay(locale, event.at)}</span>
          <span>
            {lookUp(t, `workbench.event.${event.act}`, {
              name: event.by ? nameOf(t, event.by) : t('workbench.event.system'),
            }) ?? event.act}
            {event.act === 'submit' &&
              ` (${t('workbench.round', { number: event.round }).toLocaleLowerCase()})`}
            {event.causes.length > 0 &&
              `: ${event.causes.map((cause) => sayCause(t, locale, cause)).join('; ')}`}
            {event.evidence && (
              <span className="s block break-words text-ink2">
                <a href="review">{t('review.rests')}</a> <span className="mono">{event.evidence}</span>
              </span>
            )}
            {event.act === 'decide' &&
              ` ${lookUp(t, `workbench.opinion.said.${event.to}`)?.toLocaleLowerCase() ?? event.to}`}
          </span>
        </li>
      ))}
    </ol>
  );
}
